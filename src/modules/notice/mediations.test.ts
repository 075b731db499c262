// Reminders of the demo street: the court's window at 30, 20, 10 and 3 days, limits, terms and visits, each said once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { sweepMediations } from '#modules/mediation/index.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { notice } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const zhao = () => street.as('zhaoguilan')
const terms = [
  { words: '晚八点以后不用切纸机', dueOn: '2026-11-20' },
  { words: '补偿八百元', fen: 80_000, dueOn: '2026-12-30' },
]

async function accepted() {
  const gridId = await street.areaId('第12网格')
  const told = {
    kind: 'RM02-02',
    title: '桂园2号楼 夜间噪声',
    address: '桂园2号楼',
    facts: '夜里切纸。',
    requests: '停用。',
  }
  const parties = [
    { side: 'applicant', name: '孙竹梅' },
    { side: 'respondent', name: '许见山' },
  ] as const
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, { gridId, ...told, parties: [...parties] })
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await zhao().actor()).id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })
  return id
}

async function settledOrally() {
  const id = await accepted()
  const held = {
    mode: 'room',
    heldOn: '2026-11-18',
    from: 870,
    until: 960,
    place: '社区调解室',
    present: '双方',
  } as const
  await zhao().do(mediation.disclose, { id })
  await zhao().do(mediation.hold, { id, ...held, words: '都说了。', result: '谈拢了', toldRights: true })
  await zhao().do(mediation.agreeOrally, { id, terms })
  return id
}

/** What the mediator was told of one file up to the end of a day, in the order it was told. */
async function toldOf(id: string): Promise<string[]> {
  await sweepMediations(street.house)
  const { notices } = await zhao().do(notice.inbox, {})
  return notices.filter(({ about, read }) => about.id === id && !read).map(({ title }) => title)
}
async function seen(id: string) {
  const { notices } = await zhao().do(notice.inbox, {})
  for (const one of notices.filter(({ about, read }) => about.id === id && !read))
    await zhao().do(notice.read, { id: one.id })
}

test('a limit is said seven and three days before and on its day, until the file is settled', async () => {
  const id = await accepted()
  // Thirty days from 18 November is a Friday.
  setClock('2026-12-10', '09:00')
  expect(await toldOf(id)).toEqual([])
  for (const [day, left] of [
    ['2026-12-11', 7],
    ['2026-12-15', 3],
  ] as const) {
    setClock(day, '09:00')
    expect(await toldOf(id)).toEqual([`调解期限还剩 ${left} 天：噪声`])
    await seen(id)
  }
  await zhao().do(mediation.fail, { id, routes: ['court'], words: '谈不拢。' })
  setClock('2026-12-18', '09:00')
  expect(await toldOf(id)).toEqual([])
})

test('the court’s window is spoken of at 30, 20, 10 and 3 days; terms on their day, visits on theirs', async () => {
  const id = await settledOrally()
  expect(await toldOf(id)).toEqual(['申请司法确认还剩 30 天：噪声'])
  await seen(id)
  setClock('2026-11-20', '09:00')
  expect(await toldOf(id)).toEqual(['约定的事还剩 0 天：噪声'])
  await seen(id)
  setClock('2026-11-25', '09:00')
  expect(await toldOf(id)).toEqual(['到回访的日子了：噪声'])
  await seen(id)
  setClock('2026-11-28', '09:00')
  expect(await toldOf(id)).toEqual(['申请司法确认还剩 20 天：噪声'])
  await sweepMediations(street.house)
  expect(await toldOf(id)).toHaveLength(1)
})

test('a server that stood still says the latest alone; what was done meanwhile is not spoken of', async () => {
  const id = await settledOrally()
  setClock('2026-12-16', '09:00')
  const told = await toldOf(id)
  // Thirty, twenty and ten days went by unsaid: one line says how many are left.
  expect(told.filter((title) => title.startsWith('申请司法确认'))).toEqual(['申请司法确认还剩 2 天：噪声'])
  await seen(id)
  await zhao().do(mediation.confirmation, { id, state: 'asked', court: '邻水区人民法院', courtNo: '' })
  setClock('2026-12-18', '09:00')
  expect((await toldOf(id)).filter((title) => title.startsWith('申请司法确认'))).toEqual([])
})

test('a district may follow up for four months and say so; numbers that do not fit are refused', async () => {
  await street.owner.query(
    `update post set role = 'district_staff' where account_id = (select id from account where login = 'hemingyuan')`,
  )
  const district = street.as('hemingyuan')
  const rule = { code: 'followUp' as const, numbers: [4, 3], basis: '本区规定：回访四个月', version: 0 }
  await district.do(mediation.setRule, rule)
  const id = await settledOrally()
  const { followUps } = await zhao().do(mediation.get, { id })
  expect(followUps.map(({ dueOn }) => dueOn).at(-1)).toBe('2027-03-18')
  await expect(district.do(mediation.setRule, { ...rule, numbers: [4], version: 1 })).rejects.toThrow(
    'mediation.ruleNumbers',
  )
  await expect(district.do(mediation.setRule, rule)).rejects.toThrow('door.changed')
})

test('a kind that was retired meanwhile holds up nothing: its files are reminded of, signed and closed as before', async () => {
  const id = await settledOrally()
  await street.owner.query(
    `update post set role = 'district_staff' where account_id = (select id from account where login = 'hemingyuan')`,
  )
  const district = street.as('hemingyuan')
  const usual = { code: 'RM02-02', zh: '噪声', en: 'Noise', days: 30, basis: '本区规定' }
  await district.do(mediation.setKind, { ...usual, retired: true, version: 0 })
  expect(await toldOf(id)).toEqual(['申请司法确认还剩 30 天：噪声'])
  await zhao().do(mediation.relapse, { id, words: '又响了。' })
  await expect(accepted()).rejects.toThrow('mediation.unknownKind')
})
