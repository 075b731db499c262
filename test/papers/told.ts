// One mediation file told whole through its operations: visit, agent, session, agreement, court, performance, follow-ups.
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { type Street, setClock } from '../street.ts'

const DAY = '2026-11-18'
const COURT = { court: '听澜市邻里区人民法院', courtNo: '（2026）听0101诉前调确31号' } as const
const LONG = '夜里十点后楼上拖椅子、开切纸机，孩子睡不好，去敲过三次门；公司说年底赶工期才加班，平时六点就下班。'

const POLICE = {
  source: 'referred',
  referredBy: 'police',
  letter: { no: '听公（邻）移〔2026〕41号', on: DAY },
} as const

async function begun(street: Street, from: typeof POLICE | { readonly source: 'applied' }, more = '') {
  const gridId = await street.areaId('第12网格')
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId, kind: 'RM02-02', title: '桂园2号楼 楼上公司夜间噪声', address: '桂园2号楼', facts: LONG + more },
    ...from,
    requests: '晚八点以后停用设备，给地面做隔音，补偿三个月里搬出去住的房租。',
    parties: [
      { side: 'applicant', name: '孙竹梅', phone: '13800001234', sex: 'female', age: 41, address: '桂园2号楼301' },
      { side: 'respondent', kind: 'organisation', name: '禾木图文有限公司', legalRepresentative: '许见山' },
    ],
  })
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })
  return id
}

/** The file's id; `lead` is its mediator, `more` a sentence more in its story. It ends with its last follow-up, settled and not yet sealed. */
export async function toldWhole(street: Street, { lead = 'zhaoguilan', more = '' } = {}): Promise<string> {
  setClock(DAY, '09:06')
  const id = await begun(street, POLICE, more)
  const zhao = street.as(lead)
  const get = () => zhao.do(mediation.get, { id })
  const scan = async (more: object) => {
    const { uploads, ids } = await street.photo()
    await zhao.do(mediation.addScan, { id, name: '扫描件', givenOn: DAY, ...more, photos: ids }, { uploads })
  }
  await zhao.do(mediation.disclose, { id })
  const { parties } = await get()
  const agent = { side: 'respondent', name: '许见山', phone: '13900000606' } as const
  const { partyId } = await zhao.do(mediation.addParty, {
    ...{ id, party: agent, agentOf: parties[1]!.id, agentScope: 'special' },
  })
  await zhao.do(mediation.tellRights, { id, on: DAY })
  for (const party of (await get()).parties) await scan({ paper: 'identity', partyId: party.id })
  await scan({ paper: 'proxy', partyId })
  await scan({ paper: 'evidence', partyId: parties[0]!.id, name: '夜间录音的说明' })
  await zhao.do(mediation.record, {
    ...{ id, kind: 'visit', mode: 'site', heldOn: DAY, from: 1300, until: 1330, place: '301 室', present: '双方在场' },
    words: '夜间录音十二分钟，301 与 401 各看一遍，切纸机正对卧室。',
  })
  await sat(
    street,
    lead,
    id,
    parties.map((party) => party.id),
  )
  await zhao.do(mediation.agree, {
    ...{ id, facts: LONG, dispute: '何时停用设备，由谁做隔音，补偿多少。', copies: 3 },
    terms: [
      { words: '20:00 至次日 7:30 不使用切纸机', dueOn: DAY },
      { words: '公司补偿申请人 800 元', fen: 80_000, dueOn: '2026-11-30' },
    ],
  })
  for (const { signerId, role } of (await get()).agreement!.missing)
    await zhao.do(mediation.sign, { id, signerId, way: role === 'stamp' ? 'stamp' : 'paper', signedOn: DAY })
  await scan({ paper: 'signed' })
  await zhao.do(mediation.takeEffect, { id })
  for (const state of ['asked', 'taken', 'confirmed'] as const)
    await zhao.do(mediation.confirmation, { id, state, ...COURT })
  await kept(street, lead, id, scan)
  await zhao.do(mediation.handBack, { id, office: '听澜市公安局邻里分局', words: '切纸机八点停，800 元已付清。' })
  await zhao.do(mediation.replyReferral, { id, on: '2026-11-30', words: '已达成书面协议并履行。' })
  await zhao.do(mediation.settle, { id })
  return id
}

/** A session agreed on, with somebody invited, and the limit made longer. */
async function sat(street: Street, lead: string, id: string, agreedBy: string[]): Promise<void> {
  const zhao = street.as(lead)
  const when = { mode: 'room', heldOn: DAY, from: 870, until: 960, place: '社区调解室' } as const
  const { meetingId } = await zhao.do(mediation.planMeeting, { id, ...when })
  const invited = { name: '任老师', words: '懂隔音的邻居，能说清地面怎么做' }
  await zhao.do(mediation.invite, { id, meetingId, ...invited, agreedBy })
  await zhao.do(mediation.extend, { id, until: '2026-12-28', words: '等隔音材料到货', agreedBy })
  await zhao.do(mediation.hold, {
    ...{ id, meetingId, ...when, present: '双方到场', toldRights: true },
    words: `${LONG}公司提出装隔音垫，八点后停机。`,
    ...{ result: '双方达成一致，当场写协议。', undisputed: ['切纸机在卧室上方'] },
  })
}

/** A file that its mediator has just begun to work on. */
export async function toldOpen(street: Street, lead = 'zhaoguilan'): Promise<string> {
  setClock('2027-02-20', '09:06')
  const id = await begun(street, { source: 'applied' })
  await street.as(lead).do(mediation.disclose, { id })
  return id
}

/** Both terms are kept, and every follow-up is made on its day. */
async function kept(street: Street, lead: string, id: string, scan: (more: object) => Promise<void>): Promise<void> {
  const zhao = street.as(lead)
  const whole = await zhao.do(mediation.get, { id })
  setClock('2026-11-30', '17:00')
  for (const { id: termId } of whole.agreement!.terms) {
    await zhao.do(mediation.performed, { id, termId, kept: true, on: '2026-11-30' })
    await scan({ paper: 'receipt', termId, givenOn: '2026-11-30' })
  }
  for (const [at, visit] of whole.followUps.entries()) {
    setClock(visit.dueOn, '19:00')
    await zhao.do(mediation.followUp, {
      ...{ id, followUpId: visit.id, on: visit.dueOn, holds: true, words: '双方都说安静多了，切纸机八点就停。' },
      ...(at === 0 ? { way: 'phone', content: 'both' } : {}),
    })
  }
}
