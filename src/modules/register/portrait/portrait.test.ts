// The portrait of 第12网格, before and after somebody comes; from kept figures, and from the rows while those do not hold.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { register } from '../contract.ts'
import { belowOf, countsOf, SMALL } from './shown.ts'

let street: Street
let worker: Person
let grid: string
let home: string

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  worker = street.as('zhouxiaolan')
  grid = await street.areaId('第12网格')
  const building = await street.areaId('清荷苑3号楼')
  home = (await worker.do(register.addHome, { areaId: building, unit: '9单元', floor: 9, room: '909' })).id
})
afterAll(() => street?.close())

/** Linli counts until nothing is left to count. */
async function countAll(): Promise<void> {
  for (let left = true; left; ) {
    const { opened, counted } = await street.linli.do(register.countPortraits, {})
    left = opened > 0 || counted > 0
  }
}
const sum = (list: readonly { n: number }[] | null) => (list ?? []).reduce((all, { n }) => all + n, 0)
const enter = (name: string, birth: string, more: object = {}) =>
  worker.do(register.enter, { homeId: home, class: 'registered', name, birth, ...more })
const elders = (ages: { from: number; n: number }[] | null) => ages!.find(({ from }) => from === 80)!.n

test('is exact after every change: kept, changed, and counted anew', async () => {
  const before = await worker.do(register.portrait, { areaId: grid })
  await countAll()
  expect(await worker.do(register.portrait, { areaId: grid })).toEqual(before)
  const person = await enter('柳长青', '1940-02-01', { household: 'new' })
  const changed = await worker.do(register.portrait, { areaId: grid })
  expect(elders(changed.ages)).toBe(elders(before.ages) + 1)
  const alone = (of: typeof before) => of.households!.find(({ kinds }) => kinds[0] === 'elder')!.n
  expect(alone(changed)).toBe(alone(before) + 1)
  await countAll()
  expect(await worker.do(register.portrait, { areaId: grid })).toEqual(changed)
  await worker.do(register.change, { id: person.id, version: person.version, birth: '1990-02-01' })
  expect(elders((await worker.do(register.portrait, { areaId: grid })).ages)).toBe(elders(before.ages))
})

test('bands, classes and the areas below come to the same people', async () => {
  const seen = await street.as('anxiaoya').do(register.portrait, { areaId: await street.areaId('邻里街道') })
  const people = seen.counts.filter((one) => ['registered', 'floating'].includes(one.class))
  expect(sum(seen.ages) + seen.ageUnknown!).toBe(sum(people as { n: number }[]))
  expect(seen.below.reduce((all, one) => all + one.people!, 0)).toBe(sum(people as { n: number }[]))
  expect(seen.below.length).toBeGreaterThan(1)
  expect(seen.places.buildings).toBeGreaterThan(0)
  expect(seen.moved).toHaveLength(13)
})

test('whoever may not see people is told no cell that could be one', async () => {
  const seen = await street.as('renxiaotang').do(register.portrait, { areaId: grid })
  expect(seen.joined).toBe(true)
  const cells = [...(seen.ages ?? []), ...(seen.households ?? [])].map(({ n }) => n)
  expect(cells.every((n) => n === 0 || n >= 5)).toBe(true)
  expect((seen.ages ?? []).every(({ men, women }) => [men, women].every((n) => n === null || n === 0 || n >= 5))).toBe(
    true,
  )
  expect(seen.counts.every(({ n }) => n === null || n === 0 || n >= 5)).toBe(true)
})

test('nor is one told by subtraction: of two that make up a sum, of all but one that stand above', () => {
  const told = (n: number) => (n === 0 || n >= SMALL ? n : null)
  const kept = [
    { class: 'registered', n: 194 },
    { class: 'floating', n: 3 },
  ]
  const { people, counts } = countsOf(kept, told)
  expect(people).toBe(197)
  expect(counts.slice(0, 2).map(({ n }) => n)).toEqual([null, null])
  const grids = [200, 3, 7, 0].map((n, at) => ({ pos: at * 10, n }))
  const areas = grids.map(({ pos }) => ({ id: `${pos}`, name: '', name_en: '', level: 'grid', pos, end: pos + 9 }))
  const held = grids.map(({ pos, n }) => ({ pos, class: 'registered', n }))
  expect(belowOf(areas, held, [], told).map((one) => one.people)).toEqual([200, null, null, 0])
})

test('bite: a change that told nobody leaves a portrait that is wrong', async () => {
  await countAll()
  const before = await worker.do(register.portrait, { areaId: grid })
  await street.owner.query(
    `update person set birth_year = 1930 where tenant_id = $1 and id = (select id from person where tenant_id = $1 and home_id = $2 limit 1)`,
    [street.tenant, home],
  )
  expect(await worker.do(register.portrait, { areaId: grid })).toEqual(before)
  await street.owner.query('update grid_portrait set changes = changes + 1 where grid_id = $1', [grid])
  expect(elders((await worker.do(register.portrait, { areaId: grid })).ages)).toBe(elders(before.ages) + 1)
})
