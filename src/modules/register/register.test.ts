// 周晓岚 enters who lives in 清荷苑3号楼, 陈静 corrects at the community's desk, 安小雅 at the subdistrict sees it masked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutputOf } from '#kernel/contract.ts'
import { correctionLife } from '#modules/register/lifecycle.ts'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { idCheckSign } from './classes/id-number.ts'
import { register } from './contract.ts'
import { maskName, maskPhone } from './personal.ts'

let street: Street
let worker: Person
let desk: Person
let above: Person
let building: string
let count = 0

/** An invented number: 99 is no region. */
const numberOf = (birth: string, sequence = '012') => {
  const seventeen = `990101${birth.replaceAll('-', '')}${sequence}`
  return `${seventeen}${idCheckSign(seventeen)}`
}
const refusal = (code: string, details = {}) =>
  expect.objectContaining({ entry: expect.objectContaining({ code }), details: expect.objectContaining(details) })
const newHome = async (room = `9${String(++count).padStart(2, '0')}`) =>
  worker.do(register.addHome, { areaId: building, unit: '9单元', floor: 9, room })
type Entered = OutputOf<typeof register.enter>
const enter = (homeId: string, name: string, more: object = {}): Promise<Entered> =>
  worker.do(register.enter, { homeId, class: 'registered', name, ...more })

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  worker = street.as('zhouxiaolan')
  desk = street.as('chenjing')
  above = street.as('anxiaoya')
  building = await street.areaId('清荷苑3号楼')
})
afterAll(() => street?.close())

const countsOf = async (area = '第12网格') => {
  const { counts } = await desk.do(register.counts, { areaId: await street.areaId(area) })
  return Object.fromEntries(counts.map((one) => [one.class, one.n])) as Record<string, number>
}

test('周晓岚 enters a family at the door; everybody sees it masked', async () => {
  const before = await countsOf()
  const home = await newHome()
  expect(home.address).toBe(`清荷苑3号楼9单元${home.room}`)
  const visit = await worker.do(register.beginVisit, { homeId: home.id })
  const head = await enter(home.id, '柳青山', {
    ...{ number: numberOf('1979-03-02'), phone: '138 0000 5511', household: 'new', visitId: visit.id },
  })
  expect(head).toMatchObject({ name: '柳**', phone: '138****5511', birthYear: 1979, sex: 2, relation: '02' })
  expect(head.source).toBe(`visit ${visit.id}`)
  const child = await enter(home.id, '柳小满', {
    ...{ birth: '2019-05-30', sex: 1, relation: '20', household: head.householdId, need: '上下学有人接' },
  })
  await worker.do(register.endVisit, { id: visit.id, outcome: 'talked' })
  const seen = await desk.do(register.home, { id: home.id })
  expect(seen.inside.map((one) => one.name)).toEqual(['柳**', '柳**'])
  expect(seen.visits).toMatchObject([{ outcome: 'talked' }])
  const full = await above.do(register.person, { id: child.id })
  expect(full.has).toEqual({ phone: false, birth: true, homePlace: false, need: true, number: false })
  expect(full.household.map((one) => one.id)).toEqual([head.id])
  expect(full.can).toEqual([])
  expect(JSON.stringify([seen, full])).not.toMatch(/青山|小满|上下学|00005511|197903/)
  const after = await countsOf()
  expect([after.registered! - before.registered!, after.home! - before.home!]).toEqual([2, 1])
})

test('nobody is entered twice: by number, by name with birth day and address; a twin is another one', async () => {
  const home = await newHome()
  const number = numberOf('1988-08-08', '021')
  const first = await enter(home.id, '柳一鸣', { number })
  const other = await newHome()
  await expect(enter(other.id, '柳一鸣', { number })).rejects.toEqual(refusal('register.known', { id: first.id }))
  await enter(home.id, '柳双', { birth: '2020-02-02' })
  const again = enter(home.id, '柳双', { birth: '2020-02-02' })
  await expect(again).rejects.toEqual(refusal('register.known'))
  await enter(home.id, '柳双', { birth: '2020-02-02', another: true })
})

test.each([
  ['a wrong check symbol', { number: '990101197903020000' }, 'register.badNumber'],
  [
    'a birth day unlike the number',
    { number: numberOf('1979-03-02', '044'), birth: '1979-03-03' },
    'register.otherBirth',
  ],
  ['a birth day ahead', { birth: '2026-12-01' }, 'register.dayAhead'],
  ['a telephone that is none', { phone: '123456789' }, 'register.badPhone'],
  ['a day ahead', { came: '2026-11-19' }, 'register.dayAhead'],
])('refused with words: %s', async (_, told, code) => {
  const home = await newHome()
  await expect(enter(home.id, '柳误', told)).rejects.toEqual(refusal(code))
  expect((await desk.do(register.home, { id: home.id })).inside).toEqual([])
})

describe('a life', () => {
  test('comes, moves within, leaves and comes back; counts and movements follow, any day can be looked back on', async () => {
    const before = await countsOf()
    const [one, two] = [await newHome(), await newHome()]
    setClock('2026-11-02', '10:00')
    const came = await enter(one.id, '柳行远', { birth: '1990-01-01', came: '2026-11-01', class: 'floating' })
    setClock('2026-11-05', '10:00')
    const moved = await worker.do(register.moveIn, { id: came.id, version: 1, homeId: two.id, day: '2026-11-05' })
    setClock('2026-11-18', '10:00')
    const gone = await desk.do(register.moveOut, { id: came.id, version: moved.version, day: '2026-11-10' })
    expect(gone.state).toBe('left')
    expect((await countsOf()).floating).toBe(before.floating)
    const at = async (day: string) => {
      const { entry } = await desk.do(register.asOf, { id: came.id, day })
      return entry && [entry.state, entry.homeId]
    }
    expect(await at('2026-10-31')).toBeNull()
    expect(await at('2026-11-04')).toEqual(['here', one.id])
    expect(await at('2026-11-05')).toEqual(['here', two.id])
    expect(await at('2026-11-10')).toEqual(['left', two.id])
    const lived = async (home: string, day: string) =>
      (await desk.do(register.homeAsOf, { id: home, day })).people.map((each) => each.person.id)
    expect([await lived(one.id, '2026-11-03'), await lived(one.id, '2026-11-05')]).toEqual([[came.id], []])
    expect(await lived(two.id, '2026-11-09')).toEqual([came.id])
    const { rows } = await street.owner.query(
      `select way, cause, to_jsonb(movement) ? 'person_id' as names from movement where day between '2026-11-01' and '2026-11-10' order by day, way`,
    )
    expect(rows.map((row) => `${row.way} ${row.cause}`)).toEqual(['in came', 'out left'])
    const back = await worker.do(register.moveIn, {
      id: came.id,
      version: gone.version,
      homeId: one.id,
      day: '2026-11-12',
    })
    expect([back.state, back.homeId]).toEqual(['here', one.id])
    await expect(
      worker.do(register.moveOut, { id: came.id, version: back.version, day: '2026-11-11' }),
    ).rejects.toEqual(refusal('register.dayBefore', { day: '2026-11-12' }))
    const died = await desk.do(register.die, { id: came.id, version: back.version, day: '2026-11-13' })
    const alive = await desk.do(register.revive, { id: came.id, version: died.version })
    expect([died.state, alive.state]).toEqual(['died', 'here'])
    await expect(desk.do(register.moveOut, { id: came.id, version: died.version, day: '2026-11-14' })).rejects.toEqual(
      refusal('door.changed'),
    )
  })

  test('two entries of one person become one and two again', async () => {
    const [one, two] = [await newHome(), await newHome()]
    const kept = await enter(one.id, '柳同', { phone: '13800005501' })
    const other = await enter(two.id, '柳同', { phone: '13800005502', number: numberOf('1970-07-07', '033') })
    const before = await countsOf()
    const merged = await desk.do(register.merge, {
      ...{ id: other.id, version: other.version, into: kept.id, intoVersion: kept.version, take: ['phone'] },
    })
    expect([merged.kept.phone, merged.merged.state]).toEqual(['138****5502', 'merged'])
    expect((await desk.do(register.person, { id: kept.id })).has.number).toBe(true)
    expect((await countsOf()).registered).toBe(before.registered! - 1)
    const undone = await desk.do(register.unmerge, { id: other.id, version: merged.merged.version })
    const after = await desk.do(register.person, { id: kept.id })
    expect([undone.state, after.phone, after.has.number]).toEqual(['here', '138****5501', false])
    expect((await countsOf()).registered).toBe(before.registered)
  })
})

test('households: made with a head, joined, left, headed by another', async () => {
  const home = await newHome()
  const [first, second] = [await enter(home.id, '柳户主'), await enter(home.id, '柳家人')]
  const made = await worker.do(register.makeHousehold, { id: first.id, version: first.version })
  const joined = await worker.do(register.joinHousehold, {
    ...{ id: second.id, version: second.version, householdId: made.id, relation: '10' },
  })
  const head = await worker.do(register.setHead, { id: joined.id, version: joined.version })
  expect(head.relation).toBe('02')
  const old = await worker.do(register.person, { id: first.id })
  expect(old.relation).toBe('')
  const alone = await worker.do(register.leaveHousehold, { id: old.id, version: old.version })
  expect(alone.householdId).toBeNull()
  await expect(
    worker.do(register.joinHousehold, { id: old.id, version: alone.version, householdId: made.id, relation: '02' }),
  ).rejects.toEqual(refusal('register.oneHead'))
})

test('homes are let and end, organisations are tied to people, each with its day', async () => {
  const before = await countsOf()
  const home = await newHome()
  const rental = await worker.do(register.let, { homeId: home.id, fromDay: '2026-09-01' })
  await expect(worker.do(register.let, { homeId: home.id, fromDay: '2026-09-01' })).rejects.toEqual(
    refusal('register.letAlready'),
  )
  const owner = await enter(await newHome().then((one) => one.id), '柳东家')
  await worker.do(register.tie, { id: owner.id, kind: 'owns', toKind: 'home', toId: home.id, fromDay: '2020-01-01' })
  const shop = await desk.do(register.addOrganisation, {
    ...{ areaId: await street.areaId('第12网格'), class: 'organisation', name: '清荷便利店', contactName: '柳店主' },
    ...{ contactPhone: '13800005533', kind: 'trader' },
  })
  expect([shop.contactName, shop.contactPhone]).toEqual(['柳**', '138****5533'])
  const work = { id: owner.id, kind: 'works_at', toKind: 'organisation', toId: shop.id, fromDay: '2026-01-01' } as const
  await worker.do(register.tie, work)
  await expect(worker.do(register.tie, { ...work, kind: 'owns' })).rejects.toEqual(refusal('register.tieKind'))
  const { ties } = await above.do(register.ties, { id: owner.id })
  expect(ties.map((one) => [one.kind, one.of.name, one.to.name]).sort()).toEqual([
    ['owns', '柳**', home.address],
    ['works_at', '柳**', '清荷便利店'],
  ])
  await worker.do(register.untie, {
    id: ties.find((one) => one.kind === 'works_at')!.id,
    version: 1,
    day: '2026-11-18',
  })
  const changed = await desk.do(register.changeOrganisation, { id: shop.id, version: 1, name: '清荷超市' })
  expect([changed.name, changed.contactPhone]).toEqual(['清荷超市', '138****5533'])
  await expect(worker.do(register.endHome, { id: home.id, version: 1, day: '2026-11-18' })).rejects.toEqual(
    refusal('register.stillLet'),
  )
  await worker.do(register.endLet, { id: rental.id, version: 1, day: '2026-11-18' })
  await worker.do(register.endHome, { id: home.id, version: 1, day: '2026-11-18' })
  const left = (await desk.do(register.home, { id: home.id })).ties
  expect(left.map((one) => [one.kind, one.toDay])).toEqual([['owns', '2026-11-18']])
  await desk.do(register.endOrganisation, { id: shop.id, version: changed.version, day: '2026-11-18' })
  const after = await countsOf()
  expect([after.rented, after.home! - before.home!, after.organisation]).toEqual([
    before.rented,
    1,
    before.organisation,
  ])
})

test('a person asks for a correction with a slip from the desk, and is answered within fifteen working days', async () => {
  const home = await newHome()
  const { id } = await enter(home.id, '柳更正', { phone: '13800005544' })
  const { slip } = await desk.do(register.giveSlip, { id })
  const typed = slip.toLowerCase().replaceAll('-', ' ')
  const mine = await street.stranger.do(register.mine, { slip: typed })
  expect(mine.entry).toMatchObject({ name: '柳**', phone: '138****5544' })
  const { dueAt } = await street.stranger.do(register.askCorrection, {
    slip,
    words: '电话早换了，是尾号 5545 的那个。',
  })
  // From Wednesday 18 November, fifteen working days end with Wednesday 9 December.
  expect(dueAt).toBe('2026-12-09T16:00:00.000Z')
  const areaId = await street.areaId('清荷社区')
  const [asked] = (await desk.do(register.corrections, { areaId })).corrections.filter((one) => one.personId === id)
  const words = await desk.do(register.correction, { id: asked!.id })
  expect([words.words, words.can]).toEqual(['电话早换了，是尾号 5545 的那个。', ['correct', 'decline']])
  await expect(worker.do(register.correction, { id: asked!.id })).rejects.toEqual(refusal('door.forbidden'))
  const done = await desk.do(register.correct, { id: asked!.id, version: 1, answer: '已经改好。' })
  expect(correctionLife.states[done.state].open).toBe(false)
  const after = await street.stranger.do(register.mine, { slip })
  expect(after.corrections).toMatchObject([{ state: 'done', answer: '已经改好。' }])
  await expect(street.stranger.do(register.mine, { slip: '0000-0000-0000-0000' })).rejects.toEqual(
    refusal('door.missing'),
  )
  setClock('2026-12-20', '10:00')
  await expect(street.stranger.do(register.mine, { slip })).rejects.toEqual(refusal('door.missing'))
  setClock('2026-11-18', '10:00')
})

test('lists go on where they ended, and are asked only by what every line shows', async () => {
  const areaId = await street.areaId('第12网格')
  const all = await worker.do(register.people, { areaId, limit: 200 })
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await worker.do(register.people, { areaId, limit: 3, ...(after ? { after } : {}) })
    seen.push(...page.people.map((one) => one.id))
    if (!page.next) break
    after = page.next
  }
  expect(seen).toEqual(all.people.map((one) => one.id))
  const young = await worker.do(register.people, { areaId, band: '6-17', limit: 200 })
  expect(young.people.every((one) => one.birthYear! >= 2009 && one.birthYear! <= 2020)).toBe(true)
  await expect(worker.do(register.people, { areaId, name: '柳' } as never)).rejects.toEqual(refusal('door.invalid'))
})

test('masks leave the first character of a name, the ends of a phone, the year of a birth', () => {
  expect(['柳', '柳青', '欧阳明珠', 'Anna Berg', ''].map(maskName)).toEqual(['柳**', '柳**', '欧**', 'A**', ''])
  expect(['13800001234', '0370-1234567', '12345', ''].map(maskPhone)).toEqual([
    '138****1234',
    '0370****567',
    '****',
    '',
  ])
})

test('kept counts are what the rows come to; a wrong one is found and mended', async () => {
  const { linli, owner } = street
  expect(await linli.do(register.recount, {})).toEqual({ faults: [], mended: false })
  const gridId = await street.areaId('第12网格')
  await owner.query(`update register_count set n = n + 7 where grid_id = $1 and class = 'registered'`, [gridId])
  const { faults } = await linli.do(register.recount, { mend: true })
  expect(faults).toMatchObject([{ gridId, class: 'registered' }])
  expect(faults[0]!.kept - faults[0]!.real).toBe(7)
  expect((await linli.do(register.recount, {})).faults).toEqual([])
})
