// Mediation committees of the demo street, told by those who keep them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '#test/archives.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from './contract.ts'
import { gapsOf } from './gaps.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
})
afterAll(() => street.close())

const all = async () => (await street.as('anxiaoya').do(committee.list, {})).committees
const named = async (name: string) => (await all()).find((one) => one.name === name)!
const accountOf = async (login: string) => (await street.as(login).actor()).id

const TERM = { termStart: '2026-01-01', termEnd: '2028-12-31', women: true }
const SEAT = { mode: 'full_time', way: 'hired', from: '2026-11-18', to: '2028-12-31' } as const

test('安小雅 sees what each committee of the street needs and has', async () => {
  const rows = await all()
  expect(rows.filter((one) => one.kind === 'community')).toHaveLength(9)
  const own = await named('邻里街道人民调解委员会')
  expect(own.fullTime).toEqual({ need: 2, has: 1 })
  expect(own.gaps).toEqual([{ code: 'full_time', need: 2, has: 1 }])
  expect((await named('清荷社区人民调解委员会')).gaps).toEqual([])
  const room = await named('桂兰调解室')
  const whole = await street.as('anxiaoya').do(committee.get, { id: room.id })
  // A named room has no stamp of its own: what is agreed there carries its committee's.
  expect(whole.stampName).toBe('清荷社区人民调解委员会')
  expect(whole.can).toEqual(['change', 'end', 'seat', 'complain'])
})

test('安小雅 records a committee, seats a second full-time mediator, and lets her go again', async () => {
  const anxiaoya = street.as('anxiaoya')
  const own = await named('邻里街道人民调解委员会')
  const accountId = await accountOf('fangxiuyun')
  const seat = await anxiaoya.do(committee.seat, {
    id: own.id,
    accountId,
    ...SEAT,
    skills: ['RM02'],
    languages: ['sign'],
  })
  expect((await named(own.name)).gaps).toEqual([])
  await expect(anxiaoya.do(committee.seat, { id: own.id, accountId, ...SEAT })).rejects.toThrow(
    'committee.alreadySeated',
  )
  const renewed = await anxiaoya.do(committee.changeSeat, {
    ...{ mediatorId: seat.id, version: seat.version, ...SEAT, to: '2029-12-31', certificate: '示证201号' },
  })
  expect(renewed).toMatchObject({ to: '2029-12-31', certificate: '示证201号', active: true })
  await anxiaoya.do(committee.leave, { mediatorId: seat.id, version: renewed.version, day: '2026-11-18' })
  expect((await named(own.name)).gaps).toEqual([{ code: 'full_time', need: 2, has: 1 }])
  await expect(
    anxiaoya.do(committee.leave, { mediatorId: seat.id, version: renewed.version + 1, day: '2026-11-19' }),
  ).rejects.toThrow('committee.alreadyLeft')
})

test('林慧珍 keeps who sits in her community’s committee, but neither the committee itself nor another’s nor her own seat', async () => {
  const lin = street.as('linhuizhen')
  const [hers, other] = [await named('清荷社区人民调解委员会'), await named('柳岸社区人民调解委员会')]
  expect((await lin.do(committee.get, { id: hers.id })).can).toEqual(['seat', 'complain'])
  const accountId = await accountOf('liqian')
  const seat = { ...SEAT, mode: 'part_time', way: 'elected', accountId } as const
  const made = await lin.do(committee.seat, { id: hers.id, ...seat })
  await expect(lin.do(committee.seat, { id: other.id, ...seat })).rejects.toThrow('door.forbidden')
  const { mediators } = await lin.do(committee.get, { id: hers.id })
  const self = mediators.find((one) => one.name === '林慧珍')!
  await expect(
    lin.do(committee.leave, { mediatorId: self.id, version: self.version, day: '2026-11-18' }),
  ).rejects.toThrow('committee.notSelf')
  await lin.do(committee.leave, { mediatorId: made.id, version: made.version, day: '2026-11-18' })
})

test('names, words and terms are held to the law; a room needs a committee whose stamp it uses', async () => {
  const anxiaoya = street.as('anxiaoya')
  const areaId = await street.areaId('邻里街道')
  const add = (more: object) =>
    anxiaoya.do(committee.add, {
      areaId,
      kind: 'regional',
      name: '旧货市场人民调解委员会',
      word: '邻旧',
      ...TERM,
      ...more,
    })
  await expect(add({ word: '邻街' })).rejects.toThrow('committee.wordTaken')
  await expect(add({ name: '桂兰调解室' })).rejects.toThrow('committee.nameTaken')
  await expect(add({ termEnd: '2029-12-31' })).rejects.toThrow('committee.termTooLong')
  await expect(add({ termEnd: '2025-12-31' })).rejects.toThrow('committee.termOrder')
  await expect(add({ kind: 'branded' })).rejects.toThrow('committee.parentNeeded')
  await expect(add({ kind: 'community' })).rejects.toThrow('committee.wrongLevel')
  await expect(add({ industry: ['RM77'] })).rejects.toThrow('committee.noSkill')
  const made = await add({})
  expect(made.gaps.map((gap) => gap.code)).toEqual(['too_few', 'no_head'])
  const room = await add({ kind: 'branded', name: '秋实调解室', word: '邻秋', parentId: made.id })
  expect(room).toMatchObject({ stampOwner: made.id, gaps: [] })
  await expect(anxiaoya.do(committee.end, { id: made.id, version: made.version })).rejects.toThrow(
    'committee.stillUnder',
  )
  await anxiaoya.do(committee.end, { id: room.id, version: room.version })
  await anxiaoya.do(committee.end, { id: made.id, version: made.version })
})

test('安小雅 asks who could mediate between two flats of 清荷苑1号楼: reasons in words, the neighbour stays out of it', async () => {
  const areaId = await street.areaId('清荷苑1号楼')
  const ask = { areaId, kind: 'RM02', language: 'local' } as const
  const names = (list: readonly { name: string }[]) => list.map((one) => one.name)
  const before = await street.as('anxiaoya').do(committee.suggest, ask)
  expect(before.suggested[0]).toMatchObject({
    ...{ name: '赵桂兰', committeeName: '清荷社区人民调解委员会' },
    reasons: ['language', 'skill', 'near', 'full_time'],
  })
  expect(names(before.suggested)).toContain('许凤英')
  expect(names(before.suggested)).not.toContain('方秀云')

  const zhao = before.suggested[0]!.accountId
  const told = await street.as('zhaoguilan').do(committee.suggest, { ...ask, buildings: [areaId], declared: [zhao] })
  expect(names(told.avoided).sort()).toEqual(['赵桂兰', '许凤英'].sort())
  expect(names(told.suggested)).toEqual(names(before.suggested).filter((name) => !names(told.avoided).includes(name)))
  // Why somebody stays out of it is not told: it would say where he lives.
  expect(JSON.stringify(told.avoided)).not.toMatch(/home|building|declared/)

  const liuan = await street.areaId('柳岸里2号楼')
  const sign = await street.as('anxiaoya').do(committee.suggest, { areaId: liuan, kind: 'RM02', language: 'sign' })
  expect(sign.suggested[0]).toMatchObject({ name: '方秀云', reasons: ['language', 'skill', 'near', 'full_time'] })
})

test('任晓棠 shortens the time for training: the gap is seen; 林慧珍 notes a course, and it closes for one', async () => {
  const ren = street.as('renxiaotang')
  const rule = (await ren.do(committee.kinds, {})).rules.find((one) => one.code === 'training')!
  await ren.do(committee.setRule, { ...rule, code: 'training', days: 1, basis: '区司法局2026年培训安排' })
  const hers = await named('清荷社区人民调解委员会')
  const { need, has } = hers.gaps.find((gap) => gap.code === 'untrained')!
  expect([need, has]).toEqual([5, 0])

  const lin = street.as('linhuizhen')
  const { mediators } = await lin.do(committee.get, { id: hers.id })
  const zhao = mediators.find((one) => one.name === '赵桂兰')!
  expect(zhao.trained).toBe(false)
  const course = { mediatorId: zhao.id, course: '物业纠纷怎么调', hours: 8, certificate: '示结01号' }
  await expect(lin.do(committee.train, { ...course, day: '2026-11-19' })).rejects.toThrow('committee.notYetHeld')
  await lin.do(committee.train, { ...course, day: '2026-11-17' })
  const now = await lin.do(committee.mediator, { mediatorId: zhao.id })
  expect(now.trained).toBe(true)
  expect(now.trainings[0]).toMatchObject({ course: '物业纠纷怎么调', hours: 8, day: '2026-11-17' })
  expect((await named(hers.name)).gaps).toEqual([{ code: 'untrained', need: 5, has: 1 }])
  await ren.do(committee.setRule, { ...rule, code: 'training', version: rule.version + 1 })
})

test('任晓棠 sends the roster to the court: committees and who sits in them today', async () => {
  const areaId = await street.areaId('邻里街道')
  const file = await street.as('renxiaotang').do(committee.roster, { areaId })
  expect(file.name).toBe('人民调解组织名册-2026-11-18.xlsx')
  const rows = (await rowsOf(Buffer.from(file.bytes), file.name)).map((row) => row.cells.join('|'))
  expect(rows.find((row) => row.startsWith('邻里街道人民调解委员会|街道调委会|'))).toMatch(
    /\|邻里街道\|邻街\|吴长顺\|5\|\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d\|0370-0000-451$/,
  )
  expect(rows.find((row) => row.startsWith('柳岸社区人民调解委员会|方秀云|'))).toContain('|调解员|专职|聘任|')
  expect(rows.join()).not.toContain('1号楼')
  await expect(street.as('linhuizhen').do(committee.roster, { areaId })).rejects.toThrow('door.forbidden')
})

test('任晓棠 sets another norm for communities, and the gaps follow', async () => {
  const ren = street.as('renxiaotang')
  const { kinds } = await ren.do(committee.kinds, {})
  const kind = kinds.find((one) => one.code === 'community')!
  await ren.do(committee.setKind, { ...kind, fullTime: 2, normBasis: '区司法局2026年配备标准' })
  expect((await named('清荷社区人民调解委员会')).gaps).toEqual([{ code: 'full_time', need: 2, has: 1 }])
  await expect(ren.do(committee.setKind, kind)).rejects.toThrow('door.changed')
  await ren.do(committee.setKind, { ...kind, version: kind.version + 1 })
})

test('invited mediators are no members, a seat counts on its days alone, and a term is told of 90 days before', () => {
  const rules = { members_min: 3, members_max: 9, full_time: 1, term_end: '2028-12-31', women: false }
  const seat = { mode: 'part_time', head: false, from_on: '2026-01-01', to_on: '2028-12-31', left_on: null }
  const codes = (seats: (typeof seat & { left_on: string | null })[], day: string) =>
    gapsOf(rules, seats, day).map((gap) => `${gap.code} ${gap.has}/${gap.need}`)
  const three = [seat, { ...seat, head: true }, { ...seat, mode: 'full_time' }]
  expect(codes(three, '2026-11-18')).toEqual(['no_woman 0/1'])
  expect(codes([...three.slice(1), { ...seat, mode: 'invited' }], '2026-11-18')).toContain('too_few 2/3')
  expect(codes(three, '2025-12-31')).toEqual(['full_time 0/1', 'too_few 0/3', 'no_head 0/1'])
  expect(codes(Array(10).fill(seat), '2026-11-18')).toContain('too_many 10/9')
  expect(codes(three, '2028-10-01')).not.toContain('term_ends 91/90')
  expect(codes(three, '2028-10-02')).toContain('term_ends 90/90')
  expect(gapsOf({ ...rules, term_end: '2026-11-17' }, three, '2026-11-18').map((gap) => gap.code)).toContain(
    'term_over',
  )
})
