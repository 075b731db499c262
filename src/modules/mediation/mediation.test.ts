// Mediation files of the demo street, told by those who register, mediate and follow up.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { room } from '#modules/room/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { mediation } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const idOf = async (login: string) => (await street.as(login).actor()).id
const committeeNamed = async (name: string) => {
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  return committees.find((one) => one.name === name)!.id
}

const NOISE = {
  kind: 'RM02-02',
  title: '桂园2号楼 楼上公司夜间噪声',
  address: '桂园2号楼',
  facts: '夜里十点后楼上拖椅子、开切纸机，孩子睡不好；公司说赶工期才加班。',
  requests: '晚八点以后停用设备，给地面做隔音。',
}
const PARTIES = [
  { side: 'applicant', name: '孙竹梅', phone: '13800001234', sex: 'female', age: 41, address: '桂园2号楼301' },
  {
    side: 'respondent',
    kind: 'organisation',
    name: '禾木图文有限公司',
    phone: '13900000606',
    legalRepresentative: '许见山',
  },
] as const
const SESSION = { mode: 'room', from: 870, until: 960, place: '社区调解室', present: '双方到场' } as const

async function applied(more: object = {}) {
  const gridId = await street.areaId('第12网格')
  return street.as('zhouxiaolan').do(mediation.apply, { gridId, ...NOISE, parties: [...PARTIES], ...more })
}

async function accepted(more: object = {}) {
  const { id } = await applied(more)
  const committeeId = await committeeNamed('清荷社区人民调解委员会')
  const taken = await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId: await idOf('zhaoguilan') })
  await zhao().do(mediation.disclose, { id })
  return { id, taken, committeeId }
}

/** Proofs of identity and the signed page, without which a file is not archived. */
async function scanned(id: string) {
  const { parties } = await file(id)
  const papers = [
    ...parties.map((party) => ({ paper: 'identity' as const, partyId: party.id })),
    { paper: 'signed' as const },
  ]
  for (const one of papers) {
    const { uploads, ids } = await street.photo()
    const name = '扫描件'
    await zhao().do(mediation.addScan, { id, ...one, name, givenOn: '2026-11-18', photos: ids }, { uploads })
  }
}

const zhao = () => street.as('zhaoguilan')
const file = (id: string) => zhao().do(mediation.get, { id })

async function agreed(id: string) {
  await zhao().do(mediation.hold, {
    ...{ id, ...SESSION, heldOn: '2026-11-18', words: '双方各说各的。', result: '谈拢了', toldRights: true },
  })
  return zhao().do(mediation.agree, {
    ...{ id, facts: '噪声属实。', dispute: '何时停用设备。', copies: 3 },
    terms: [
      { words: '20:00 至次日 7:30 不使用切纸机', dueOn: '2026-11-18' },
      { words: '公司补偿申请人 800 元', fen: 80_000, dueOn: '2026-11-30' },
    ],
  })
}

async function inEffect(id: string) {
  await agreed(id)
  const { agreement } = await file(id)
  for (const { signerId, role } of agreement!.missing)
    await zhao().do(mediation.sign, {
      ...{ id, signerId, way: role === 'stamp' ? 'stamp' : 'paper', signedOn: '2026-11-18' },
    })
  return zhao().do(mediation.takeEffect, { id })
}

test('noise from an office above a flat: from the first knock to the archive, three months long', async () => {
  const { id, taken } = await accepted()
  expect(taken).toMatchObject({ state: 'accepted', dueOn: '2026-12-18' })
  expect(taken.no).toMatch(/^（2026）邻清人调字第\d+号$/)
  const parties = (await file(id)).parties
  expect(parties.map((one) => [one.side, one.name, one.phone])).toEqual([
    ['applicant', '孙**', '138****1234'],
    ['respondent', '禾木图文有限公司', '139****0606'],
  ])
  expect((await zhao().do(mediation.reveal, { id })).parties.map(({ name }) => name)).toContain('孙竹梅')
  // Somebody mediates it, so the desk has no need to know.
  await expect(street.as('chenjing').do(mediation.reveal, { id })).rejects.toMatchObject({ message: 'door.forbidden' })
  await zhao().do(mediation.tellRights, { id, on: '2026-11-18' })
  await zhao().do(mediation.record, {
    ...{ id, kind: 'visit', mode: 'site', heldOn: '2026-11-18', from: 1300, until: 1330, place: '301 室' },
    words: '夜间录音十二分钟，301 与 401 各看一遍。',
  })
  await zhao().do(mediation.note, {
    ...{ id, partyId: parties[0]!.id, heldOn: '2026-11-18', words: '最在意孩子期末前能睡好，钱可以少要。' },
  })
  const effect = await inEffect(id)
  expect(effect).toMatchObject({ state: 'performing', effectiveOn: '2026-11-18', confirmUntil: '2026-12-18' })
  const whole = await file(id)
  expect(whole.followUps.map(({ dueOn }) => dueOn)).toEqual([
    ...['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16', '2027-01-18', '2027-02-18'],
  ])
  await expect(zhao().do(mediation.settle, { id })).rejects.toMatchObject({ message: 'mediation.stillOpen' })
  setClock('2026-11-30', '17:00')
  for (const term of whole.agreement!.terms)
    await zhao().do(mediation.performed, { id, termId: term.id, kept: true, on: '2026-11-30' })
  for (const visit of whole.followUps) {
    setClock(visit.dueOn, '19:00')
    await zhao().do(mediation.followUp, {
      ...{ id, followUpId: visit.id, on: visit.dueOn, holds: true, words: '双方都说安静多了。' },
    })
  }
  expect(await zhao().do(mediation.settle, { id })).toMatchObject({ state: 'settled' })
  await scanned(id)
  await street.as('chenjing').do(mediation.archive, { id })
  // Sealed: neither its mediator nor the desk opens it any more.
  await expect(file(id)).rejects.toMatchObject({ message: 'door.forbidden' })
  await expect(street.as('chenjing').do(mediation.get, { id })).rejects.toMatchObject({ message: 'door.forbidden' })
})

test('a closed note reaches nobody but its mediators: not the desk, not whoever takes over, by no question and no look into the database', async () => {
  const { id, committeeId } = await accepted()
  const { parties } = await file(id)
  const secret = '房租明年四月到期，可能搬走'
  await zhao().do(mediation.note, { id, partyId: parties[1]!.id, heldOn: '2026-11-18', words: secret })
  expect((await zhao().do(mediation.notes, { id })).notes.map(({ words }) => words)).toEqual([secret])
  await expect(street.as('chenjing').do(mediation.notes, { id })).rejects.toMatchObject({ message: 'door.forbidden' })
  const seen = [await file(id), await street.as('chenjing').do(mediation.get, { id })]
  expect(JSON.stringify(seen)).not.toContain(secret)
  // The second net: the desk's own scope finds no row, whatever is asked of the database.
  const count = async (login: string) => {
    const { inScope } = await import('#kernel/scope.ts')
    return inScope(street.house.db, await street.as(login).actor(), (tx) =>
      tx.text('select id from closed_note where mediation_id = $1', [id]),
    )
  }
  expect(await count('zhaoguilan')).toHaveLength(1)
  for (const login of ['chenjing', 'anxiaoya', 'linhuizhen', 'hemingyuan', 'zhouxiaolan'])
    expect(await count(login)).toEqual([])
  // Bite: guarded by its area as all else is, the desk would find it.
  await street.owner.query(`create policy bitten on closed_note using (area_pos between
    nullif(current_setting('app.lo', true), '')::bigint and nullif(current_setting('app.hi', true), '')::bigint)`)
  expect(await count('chenjing')).toHaveLength(1)
  await street.owner.query('drop policy bitten on closed_note')
  const leadId = await idOf('xufengying')
  await street.as('chenjing').do(mediation.appoint, { id, leadId, why: 'avoidance' })
  expect((await street.as('xufengying').do(mediation.notes, { id })).notes).toEqual([])
  await expect(zhao().do(mediation.notes, { id })).rejects.toMatchObject({ message: 'door.missing' })
  expect(committeeId).toBeTruthy()
})

test('周晓岚 settles a plain dispute at the door: one form, in effect the same day, follow-ups planned', async () => {
  const gridId = await street.areaId('第12网格')
  const { requests: _, ...facts } = NOISE
  const made = await street.as('zhouxiaolan').do(mediation.recordOnSpot, {
    ...{ gridId, ...facts, kind: 'RM02-05', title: '2单元楼道堆物', facts: '楼道口停了两辆旧车。' },
    parties: [
      { side: 'applicant', name: '单女士' },
      { side: 'respondent', name: '鲁先生' },
    ],
    terms: [{ words: '三日内搬走', dueOn: '2026-11-21' }],
  })
  expect(made.state).toBe('performing')
  const whole = await street.as('zhouxiaolan').do(mediation.get, { id: made.id })
  expect(whole.agreement).toMatchObject({ form: 'oral', effectiveOn: '2026-11-18', missing: [] })
  expect(whole.followUps).toHaveLength(6)
  expect(whole.no).toMatch(/邻清人调字/)
})

test('one side refuses: neither taken nor held, and where else to turn is said', async () => {
  const refusing = [PARTIES[0], { ...PARTIES[1], consent: 'refused' as const }]
  const { id } = await applied({ parties: refusing })
  const committeeId = await committeeNamed('清荷社区人民调解委员会')
  const asked = { id, committeeId, leadId: await idOf('zhaoguilan') }
  await expect(street.as('chenjing').do(mediation.accept, asked)).rejects.toMatchObject({
    message: 'mediation.sideRefuses',
  })
  const { parties } = await street.as('chenjing').do(mediation.get, { id })
  const over = { id, partyId: parties[1]!.id, routes: ['court' as const, 'legal_aid' as const] }
  expect(await street.as('chenjing').do(mediation.refuse, over)).toMatchObject({ state: 'refused' })
  expect((await street.as('chenjing').do(mediation.get, { id })).steps.at(-1)!.routes).toEqual(['court', 'legal_aid'])
})

test('a written agreement waits for every hand; marriage and inheritance for ink and its scan', async () => {
  const { id } = await accepted({ kind: 'RM01-01', title: '清荷苑 分家析产' })
  await agreed(id)
  const { agreement } = await file(id)
  expect(agreement!.missing.map(({ role }) => role)).toEqual(['party', 'party', 'mediator', 'stamp'])
  const sign = (signerId: string, way: 'paper' | 'drawn' | 'stamp') =>
    zhao().do(mediation.sign, { id, signerId, way, signedOn: '2026-11-18' })
  const [one, other, own, stamp] = agreement!.missing.map(({ signerId }) => signerId)
  await expect(sign(one!, 'drawn')).rejects.toMatchObject({ message: 'mediation.wetInk' })
  await expect(sign(one!, 'stamp')).rejects.toMatchObject({ message: 'mediation.wrongHand' })
  await sign(one!, 'paper')
  await expect(sign(one!, 'paper')).rejects.toMatchObject({ message: 'mediation.signedAlready' })
  await expect(zhao().do(mediation.takeEffect, { id })).rejects.toMatchObject({ message: 'mediation.notYetSigned' })
  await sign(other!, 'paper')
  await sign(own!, 'paper')
  expect(await sign(stamp!, 'stamp')).toMatchObject({ missing: 0 })
  await expect(zhao().do(mediation.takeEffect, { id })).rejects.toMatchObject({ message: 'mediation.wetScan' })
  await zhao().do(mediation.addEvidence, {
    ...{ id, paper: 'signed', name: '签字页扫描件', original: true, pages: 2, givenOn: '2026-11-18' },
  })
  // A line that says so is no signed page.
  await expect(zhao().do(mediation.takeEffect, { id })).rejects.toMatchObject({ message: 'mediation.wetScan' })
  const { uploads, ids } = await street.photo()
  const signed = { id, paper: 'signed', name: '签字页', givenOn: '2026-11-18', photos: ids } as const
  await zhao().do(mediation.addScan, signed, { uploads })
  expect(await zhao().do(mediation.takeEffect, { id })).toMatchObject({ state: 'performing' })
  const { checks } = await zhao().do(mediation.precheck, { id })
  expect(checks.filter(({ ok }) => ok === false).map(({ code }) => code)).toEqual(['identity', 'who', 'title'])
})

test('handed up with the whole file and a receipt: those it comes to read all but what was said in confidence', async () => {
  const { id } = await accepted()
  const { parties } = await file(id)
  await zhao().do(mediation.note, { id, partyId: parties[0]!.id, heldOn: '2026-11-18', words: '其实想搬走。' })
  const committeeId = await committeeNamed('邻里街道人民调解委员会')
  const up = await zhao().do(mediation.handUp, { id, committeeId, words: '双方僵住，请街道来调。' })
  expect(up.receiptNo).toMatch(/移1$/)
  await expect(file(id)).rejects.toMatchObject({ message: 'door.missing' })
  const leadId = await idOf('wuchangshun')
  await street.as('anxiaoya').do(mediation.receive, { id, leadId })
  const whole = await street.as('wuchangshun').do(mediation.get, { id })
  expect(whole).toMatchObject({ tier: 2, facts: NOISE.facts, handovers: [{ fromTier: 1, toTier: 2 }] })
  expect((await street.as('wuchangshun').do(mediation.notes, { id })).notes).toEqual([])
  await expect(street.as('anxiaoya').do(mediation.receive, { id, leadId })).rejects.toMatchObject({
    message: 'mediation.notHandedUp',
  })
})

test('it came back: the same number, a new limit, no visit planned twice', async () => {
  const { id, taken } = await accepted()
  await inEffect(id)
  setClock('2026-12-20', '10:00')
  expect(await zhao().do(mediation.relapse, { id, words: '又开机到半夜。' })).toMatchObject({ state: 'mediating' })
  const again = await file(id)
  expect(again).toMatchObject({ no: taken.no, agreement: null, dueOn: '2027-01-19' })
  expect(again.followUps.filter(({ state }) => state === 'planned')).toEqual([])
})

test('longer by consent of every party alone; an appraisal makes it stand still', async () => {
  const { id } = await accepted()
  const { parties } = await file(id)
  const [one, other] = parties.map((party) => party.id)
  const longer = { id, until: '2027-01-10', words: '等设备到货。' }
  await expect(zhao().do(mediation.extend, { ...longer, agreedBy: [one!, one!] })).rejects.toMatchObject({
    message: 'mediation.consentOfAll',
  })
  expect(await zhao().do(mediation.extend, { ...longer, agreedBy: [one!, other!] })).toMatchObject({
    dueOn: '2027-01-10',
  })
  await zhao().do(mediation.suspend, { id, words: '送去做噪声检测。' })
  setClock('2026-11-28', '09:00')
  await zhao().do(mediation.resume, { id })
  // Ten days stood still: the 20th of January is a working day.
  expect((await file(id)).dueOn).toBe('2027-01-20')
})

test('a session is agreed on ahead, a room is one file’s at a time, and it is held or called off', async () => {
  const [one, other] = [await accepted(), await accepted()]
  const roomId = (await street.as('anxiaoya').do(room.list, {})).rooms[0]!.id
  const at = { mode: 'room', heldOn: '2026-11-20', from: 870, until: 930, place: '和议厅', roomId } as const
  const { meetingId } = await zhao().do(mediation.planMeeting, { id: one.id, ...at })
  await expect(zhao().do(mediation.planMeeting, { id: other.id, ...at, from: 900, until: 990 })).rejects.toThrow(
    'room.taken',
  )
  await zhao().do(mediation.planMeeting, { id: other.id, ...at, from: 930, until: 990 })
  await expect(zhao().do(mediation.planMeeting, { id: one.id, ...at, heldOn: '2026-11-17' })).rejects.toThrow(
    'mediation.past',
  )
  // Whoever mediates has the week before her, the next first; the desk has none of them among its own.
  const { sessions } = await zhao().do(mediation.mine, {})
  expect(sessions.slice(0, 2).map(({ mediationId, from }) => [mediationId, from])).toEqual([
    [one.id, 870],
    [other.id, 930],
  ])
  expect((await street.as('chenjing').do(mediation.mine, {})).sessions).toEqual([])
  setClock('2026-11-20', '16:00')
  await zhao().do(mediation.hold, {
    ...{ id: one.id, ...SESSION, heldOn: '2026-11-20', words: '都到了。', result: '谈拢了', meetingId },
  })
  expect((await file(one.id)).meetings.map(({ state }) => state)).toEqual(['held'])
  await expect(zhao().do(mediation.callOff, { id: one.id, meetingId, words: '改天。' })).rejects.toThrow('door.changed')
  const second = (await file(other.id)).meetings[0]!.id
  await zhao().do(mediation.callOff, { id: other.id, meetingId: second, words: '公司改了时间。' })
  expect((await file(other.id)).meetings[0]!.state).toBe('off')
})

test('rooms: two files that ask for one room at the same instant do not both get it', async () => {
  const files = [await accepted(), await accepted(), await accepted(), await accepted()]
  const roomId = (await street.as('anxiaoya').do(room.list, {})).rooms[0]!.id
  const at = { mode: 'room', heldOn: '2026-12-02', from: 600, until: 660, place: '和议厅', roomId } as const
  const asked = await Promise.allSettled(files.map(({ id }) => zhao().do(mediation.planMeeting, { id, ...at })))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a proposal stands with each side’s answer; nobody answers his own, and a later answer counts', async () => {
  const { id } = await accepted()
  await zhao().do(mediation.hold, { id, ...SESSION, heldOn: '2026-11-18', words: '都说了。', result: '再想想' })
  const [applicant, respondent] = (await file(id)).parties.map((one) => one.id) as [string, string]
  const { proposalId } = await zhao().do(mediation.propose, { id, partyId: applicant, words: '晚八点以后停用。' })
  const answer = (partyId: string, takes: boolean) =>
    zhao().do(mediation.answerProposal, { id, proposalId, partyId, takes })
  await expect(answer(applicant, true)).rejects.toThrow('mediation.notThere')
  await answer(respondent, false)
  await answer(respondent, true)
  expect((await file(id)).proposals).toMatchObject([{ acceptedBy: [respondent], refusedBy: [] }])
})
