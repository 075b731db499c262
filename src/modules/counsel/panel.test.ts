// A panel of experts on a dispute that does not settle: told without names, an opinion of each alone, one plan, followed to its end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { mediation } from '../mediation/contract.ts'
import { room } from '../room/contract.ts'
import { counsel } from './contract.ts'
import { readsOpinion } from './panel/rights.ts'

let street: Street
let roomId: string
let accounts: Record<'songyining' | 'wuchangshun' | 'zhouxiaolan', string>

const idOf = async (login: string) => (await street.as(login).actor()).id
const zhao = () => street.as('zhaoguilan')
const [song, wu] = [() => street.as('songyining'), () => street.as('wuchangshun')]

const PUT = {
  question: '地面隔音由谁出钱，夜间停用设备能不能写进协议？',
  summary: '当事人甲（住户）说夜里十点后楼上有切纸机的声音；当事人乙（公司）说赶工期才加班，愿意改但不愿全出钱。',
}
const OPINION = {
  words: '夜间噪声超过相邻方容忍的限度，先检测再分担。',
  basis: '民法典 第二百九十四条',
  noTie: true,
} as const
const MEASURES = [
  { words: '请检测机构测夜间噪声', owner: '社区', dueOn: '2026-11-25' },
  { words: '按检测结果谈隔音费用', owner: '本案调解员', dueOn: '2026-12-02' },
]

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  const made = await street.linli.do(room.add, {
    ...{ areaId: await street.areaId('清荷社区'), kind: 'station', name: '会诊室', label: 'PANEL-T' },
    ...{ weekly: Array.from({ length: 7 }, () => [[540, 1080]] as [number, number][]), followsCalendar: false },
  })
  roomId = made.id
  accounts = {
    ...{ songyining: await idOf('songyining'), wuchangshun: await idOf('wuchangshun') },
    zhouxiaolan: await idOf('zhouxiaolan'),
  }
})
afterAll(() => street.close())

async function file() {
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{
      gridId: await street.areaId('第12网格'),
      kind: 'RM02-02',
      title: '楼上夜间噪声',
      facts: '夜里有切纸机的声音。',
    },
    requests: '夜里停用设备。',
    parties: [
      { side: 'applicant', name: '孙竹梅', phone: '13800001234' },
      { side: 'respondent', kind: 'organisation', name: '禾木图文有限公司', phone: '13900000606' },
    ],
  })
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId: await idOf('zhaoguilan') })
  return id
}

const members = () => [
  { accountId: accounts.songyining, role: 'lawyer' as const },
  { accountId: accounts.wuchangshun, role: 'expert' as const },
]
let hour = 540
const convene = (mediationId: string, more: object = {}) => {
  const times = { day: '2026-11-20', from: hour, to: hour + 30 }
  hour += 30
  return zhao().do(counsel.convenePanel, { mediationId, ...PUT, roomId, ...times, members: members(), ...more })
}
const seen = (who: ReturnType<typeof zhao>, id: string) => who.do(counsel.panel, { id })

test('Zhao Guilan convenes a panel; each writes alone, one plan comes of it, and the file says so', async () => {
  setClock('2026-11-18', '09:06')
  const mediationId = await file()
  const partyId = (await zhao().do(mediation.get, { id: mediationId })).parties[0]!.id
  await zhao().do(mediation.note, {
    id: mediationId,
    partyId,
    heldOn: '2026-11-18',
    words: '孩子期末前能睡好就行，钱可以少要。',
  })
  const { id } = await convene(mediationId)
  // Song Yining reads what was put, and neither the file nor a word of what one side said alone.
  const first = await seen(song(), id)
  expect(first).toMatchObject({ ...PUT, mediationId: null, mine: 'asked', can: ['giveOpinion', 'stepAside'] })
  expect(JSON.stringify(first)).not.toMatch(/孙竹梅|13800001234|钱可以少要/)
  await expect(song().do(mediation.get, { id: mediationId })).rejects.toThrow('door.missing')
  await expect(seen(street.as('zhouxiaolan'), id)).rejects.toThrow('door.forbidden')
  await song().do(counsel.giveOpinion, { id, ...OPINION })
  await expect(song().do(counsel.giveOpinion, { id, ...OPINION })).rejects.toThrow('counsel.opinionGiven')
  // Neither Wu, who has still to write, nor Zhao, who could tell him, reads it before he has written.
  for (const who of [wu(), zhao()])
    expect((await seen(who, id)).members.map((one) => [one.state, one.opinion])).toEqual([
      ['given', null],
      ['asked', null],
    ])
  await wu().do(counsel.giveOpinion, { id, ...OPINION, words: '地面隔音由双方各出一半，写进协议。' })
  for (const who of [song(), wu(), zhao()]) expect((await seen(who, id)).members.every((one) => one.opinion)).toBe(true)
  const plan = { id, version: 3, words: '先检测，再分担隔音费用，夜间停用设备写进协议。', measures: MEASURES }
  await expect(zhao().do(counsel.drawPlan, plan)).rejects.toThrow('counsel.notSatYet')
  setClock('2026-11-20', '17:00')
  await expect(
    zhao().do(counsel.drawPlan, { ...plan, measures: [{ ...MEASURES[0]!, owner: '孙竹梅' }] }),
  ).rejects.toThrow('counsel.namesSomebody')
  await zhao().do(counsel.drawPlan, plan)
  await zhao().do(counsel.acceptPlan, { id, version: 4 })
  const record = (await zhao().do(mediation.get, { id: mediationId })).records.at(-1)!
  expect(record).toMatchObject({ kind: 'investigation', heldOn: '2026-11-20', place: '会诊室' })
  expect(record.words).toContain('一案一策')
  expect(record.words).toContain('1. 请检测机构测夜间噪声（社区，2026-11-25 前）')
  setClock('2026-11-28', '10:00')
  const followed = await seen(zhao(), id)
  expect(followed.measures.map((one) => one.late)).toEqual([true, false])
  await expect(zhao().do(counsel.finishPanel, { id, version: 5 })).rejects.toThrow('counsel.measuresOpen')
  for (const [at, one] of followed.measures.entries())
    await zhao().do(counsel.measureDone, { id, version: 5 + at, measureId: one.id, on: '2026-11-28' })
  expect(await zhao().do(counsel.finishPanel, { id, version: 7 })).toMatchObject({ state: 'done' })
  // It is over: what they were handed is theirs no longer.
  await expect(seen(song(), id)).rejects.toThrow('door.missing')
})

test('whoever is tied to a party steps aside, reads no opinion and no plan, and is not waited for', async () => {
  setClock('2026-11-18', '09:06')
  const { id } = await convene(await file())
  await song().do(counsel.stepAside, { id, words: '我代理过其中一方。' })
  await expect(song().do(counsel.giveOpinion, { id, ...OPINION })).rejects.toThrow('counsel.steppedAside')
  const ask = { id, version: 2, words: '先检测再分担费用，写进协议。', measures: MEASURES }
  setClock('2026-11-20', '17:00')
  await expect(zhao().do(counsel.drawPlan, ask)).rejects.toThrow('counsel.opinionsMissing')
  await wu().do(counsel.giveOpinion, { id, ...OPINION })
  await zhao().do(counsel.drawPlan, { ...ask, version: 3 })
  const told = await seen(song(), id)
  expect(told).toMatchObject({ plan: null, measures: [] })
  expect(told.members.every((one) => one.opinion === null)).toBe(true)
  await zhao().do(counsel.declinePlan, { id, version: 4, words: '双方自己谈好了。' })
  expect(await seen(zhao(), id)).toMatchObject({ state: 'declined', plan: { why: '双方自己谈好了。' }, can: [] })
})

test('a name, a phone, the mediator himself, a seat twice and a room that is taken are refused, and nothing is written', async () => {
  setClock('2026-11-18', '09:06')
  const mediationId = await file()
  const refused = (more: object, code: string) => expect(convene(mediationId, more)).rejects.toThrow(code)
  await refused({ summary: '孙 竹梅说夜里十点后楼上有切纸机的声音。' }, 'counsel.namesSomebody')
  await refused({ question: '打 138-0000-1234 问甲要不要隔音？' }, 'counsel.namesSomebody')
  const [one] = members()
  await refused({ members: [one, { ...one, role: 'expert' }] }, 'counsel.membersTwice')
  const self = { accountId: await idOf('zhaoguilan'), role: 'expert' }
  await refused({ members: [one, self] }, 'counsel.mediatorOnPanel')
  await refused({ from: 100, to: 200 }, 'counsel.roomShut')
  expect((await zhao().do(counsel.panels, { mediationId })).panels).toEqual([])
  const { id } = await convene(mediationId)
  const taken = await seen(zhao(), id)
  await refused({ from: taken.from, to: taken.to }, 'room.taken')
  await zhao().do(counsel.cancelPanel, { id, version: 1, words: '双方自己谈好了。' })
  await convene(mediationId, { from: taken.from, to: taken.to })
})

test('the rule that opinions are written alone is noticed when it is broken', () => {
  const asked = [
    { account_id: 'song', state: 'given' as const },
    { account_id: 'wu', state: 'asked' as const },
  ]
  const leaks = (rule: typeof readsOpinion) =>
    ['wu', 'zhao'].filter((reader) => asked.some((one) => one.account_id !== reader && rule(reader, asked, one)))
  expect(leaks(readsOpinion)).toEqual([])
  // Broken on purpose: whatever is given is read; and: only members wait.
  expect(leaks((_, __, of) => of.state === 'given')).toEqual(['wu', 'zhao'])
  expect(leaks((reader, all, of) => of.state === 'given' && all.every((one) => one.account_id !== reader))).toEqual([
    'zhao',
  ])
})

test('what is put and what they write lies sealed', async () => {
  setClock('2026-11-18', '09:06')
  const { id } = await convene(await file())
  await song().do(counsel.giveOpinion, { id, ...OPINION })
  const { rows } = await street.owner.query(
    'select panel.put, seat.opinion from panel join panel_member seat on seat.panel_id = panel.id where panel.id = $1',
    [id],
  )
  for (const value of rows.flatMap((row) => [row.put, row.opinion ?? Buffer.alloc(1)]))
    expect(value.toString('utf8')).not.toMatch(/当事人|容忍/)
})
