// 陈静 of 清荷社区 tells 宁海燕 next door that somebody moves there; she confirms or declines. Nobody stands in two communities.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { register } from '../contract.ts'

let street: Street
let here: Person
let there: Person
let old: { id: string }
let fresh: { id: string }
let [hereId, thereId, buildingId] = ['', '', '']
const DAY = '2026-11-18'

/** A community other than 清荷社区, and a building of it. */
const nextDoor = async () =>
  (
    await street.owner.query<{ community: string; building: string }>(
      `select up.id as community, min(below.id::text) as building from area up
         join area below on below.tenant_id = up.tenant_id and below.level = 'building'
          and below.area_pos between up.area_pos and up.area_end
       where up.code = '990101001002' group by up.id`,
    )
  ).rows[0]!

beforeAll(async () => {
  street = await openStreet()
  setClock(DAY, '10:00')
  here = street.as('chenjing')
  there = street.as('ninghaiyan')
  hereId = await street.areaId('清荷社区')
  const next = await nextDoor()
  ;[thereId, buildingId] = [next.community, next.building]
  old = await here.do(register.addHome, { areaId: await street.areaId('清荷苑3号楼'), room: '981' })
  fresh = await there.do(register.addHome, { areaId: buildingId, room: '982' })
})
afterAll(() => street?.close())

const refused = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (problem: { entry: { code: string } }) => problem.entry.code,
  )
const enter = (name: string) =>
  here.do(register.enter, { homeId: old.id, class: 'floating', name, birth: '1990-01-01', another: true })
const tell = (one: { id: string; version: number }) =>
  here.do(register.relocate, { id: one.id, version: one.version, toAreaId: thereId, day: DAY })
const seenBy = async (who: Person, areaId: string) => (await who.do(register.relocations, { areaId })).relocations
const floating = async (who: Person, areaId: string) =>
  (await who.do(register.counts, { areaId })).counts.find((one) => one.class === 'floating')!.n!

test('told, seen masked next door, confirmed: the entry follows and counts move once; what is left names nobody', async () => {
  const person = await enter('柳远行')
  const before = [await floating(here, hereId), await floating(there, thereId)]
  const { id } = await tell(person)
  expect(await refused(tell(person))).toBe('register.relocating')
  // Until it is confirmed he stands where he stood, and his entry is not there for anybody else.
  expect([await floating(here, hereId), await floating(there, thereId)]).toEqual(before)
  expect(await refused(there.do(register.person, { id: person.id }))).toBe('door.missing')
  const [coming] = (await seenBy(there, thereId)).filter((one) => one.id === id)
  expect(coming).toMatchObject({ way: 'in', name: '柳**', birthYear: 1990, personId: null, from: '清荷社区' })
  expect(coming!.can).toEqual(['confirmRelocation', 'declineRelocation'])
  const [leaving] = (await seenBy(here, hereId)).filter((one) => one.id === id)
  expect(leaving).toMatchObject({ way: 'out', personId: person.id, can: ['recallRelocation'] })
  expect((await here.do(register.person, { id: person.id })).relocating).toMatchObject({ id, state: 'open' })

  expect(await refused(here.do(register.confirmRelocation, { id, version: 1, homeId: fresh.id }))).toBe('door.missing')
  expect(await refused(there.do(register.confirmRelocation, { id, version: 1, homeId: old.id }))).toBe(
    'register.noHome',
  )
  expect(await refused(there.do(register.recallRelocation, { id, version: 1 }))).toBe('door.missing')
  const came = await there.do(register.confirmRelocation, { id, version: 1, homeId: fresh.id })
  expect(came).toMatchObject({ id: person.id, homeId: fresh.id, state: 'here', asOf: DAY })
  expect([await floating(here, hereId), await floating(there, thereId)]).toEqual([before[0]! - 1, before[1]! + 1])
  expect(await refused(here.do(register.person, { id: person.id }))).toBe('door.missing')
  expect(await refused(there.do(register.confirmRelocation, { id, version: 2, homeId: fresh.id }))).toBe(
    'door.wrongState',
  )
  const { rows } = await street.owner.query('select person_id, shown, state from relocation where id = $1', [id])
  expect(rows).toEqual([{ person_id: null, shown: null, state: 'confirmed' }])
  expect([...(await seenBy(here, hereId)), ...(await seenBy(there, thereId))].filter((one) => one.id === id)).toEqual(
    [],
  )
  // Who lived in the old home is still known there, by the tie that was written when he left.
  const { people } = await here.do(register.homeAsOf, { id: old.id, day: DAY })
  expect(people.map((one) => one.person.id)).not.toContain(person.id)
})

test('declined, it comes back with the reason; told again or taken back, it is settled', async () => {
  const person = await enter('柳未至')
  const { id } = await tell(person)
  await there.do(register.declineRelocation, { id, version: 1, reason: 'elsewhere' })
  expect(await seenBy(there, thereId)).toEqual([])
  const told = (await here.do(register.person, { id: person.id })).relocating
  expect(told).toMatchObject({ state: 'declined', reason: 'elsewhere', can: ['recallRelocation'] })
  const again = await tell(person)
  const pending = await street.owner.query('select state from relocation where person_id = $1', [person.id])
  expect(pending.rows).toEqual([{ state: 'open' }])
  await here.do(register.recallRelocation, { id: again.id, version: 1 })
  expect((await here.do(register.person, { id: person.id })).relocating).toBeNull()
  expect(await seenBy(there, thereId)).toEqual([])
})

test('refused: his own community, no community, one who died; a grid worker next door sees nothing of it', async () => {
  const person = await enter('柳不走')
  const to = (toAreaId: string) => here.do(register.relocate, { id: person.id, version: 1, toAreaId, day: DAY })
  expect(await refused(to(await street.areaId('第12网格')))).toBe('register.relocateWithin')
  expect(await refused(to(await street.areaId('邻里街道')))).toBe('register.relocateWhere')
  const { id } = await to(thereId)
  expect(
    await refused(street.as('zhouxiaolan').do(register.confirmRelocation, { id, version: 1, homeId: old.id })),
  ).toBe('door.missing')
  await here.do(register.die, { id: person.id, version: 1, day: DAY })
  expect(await refused(there.do(register.confirmRelocation, { id, version: 1, homeId: fresh.id }))).toBe(
    'register.relocationGone',
  )
  await there.do(register.declineRelocation, { id, version: 1, reason: 'notHere' })
})

test('whatever both desks do, in any order: each stands in one community or has left, and counts are what the rows are', async () => {
  let no = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 8 }), async (acts) => {
      const { id } = await enter(`柳变${++no}`)
      for (const act of acts) {
        const at = async (who: Person) => who.do(register.person, { id }).catch(() => undefined)
        const [a, b] = [await at(here), await at(there)]
        expect([a, b].filter(Boolean)).toHaveLength(1)
        const [mine, other, entry] = a ? [here, there, a] : [there, here, b!]
        const move = entry.relocating
        const home = a ? fresh : old
        const one = { id: entry.id, version: entry.version }
        const moved = move && { id: move.id, version: move.version }
        // What is out of turn is refused and changes nothing.
        if (act === 0) await refused(mine.do(register.relocate, { ...one, toAreaId: a ? thereId : hereId, day: DAY }))
        if (act === 1 && moved) await refused(other.do(register.confirmRelocation, { ...moved, homeId: home.id }))
        if (act === 2 && moved) await refused(other.do(register.declineRelocation, { ...moved, reason: 'entered' }))
        if (act === 3 && moved) await refused(mine.do(register.recallRelocation, moved))
        if (act === 4) await refused(mine.do(register.moveOut, { ...one, day: DAY }))
        if (act === 5) await refused(mine.do(register.change, { ...one, sex: 1 }))
      }
    }),
    { numRuns: 15 },
  )
  expect(await street.linli.do(register.recount, {})).toEqual({ faults: [], mended: false })
  const { rows } = await street.owner.query(
    `select count(*)::int as n from relocation where state in ('confirmed', 'recalled') and (person_id is not null or shown is not null)`,
  )
  expect(rows).toEqual([{ n: 0 }])
}, 30_000)

test('both told at once to confirm: one of them does, and nobody is counted twice', async () => {
  const person = await enter('柳同时')
  const { id } = await tell(person)
  const confirm = () => there.do(register.confirmRelocation, { id, version: 1, homeId: fresh.id })
  const done = await Promise.all([refused(confirm()), refused(confirm())])
  expect(done.filter((one) => one === 'accepted')).toHaveLength(1)
  expect(await street.linli.do(register.recount, {})).toEqual({ faults: [], mended: false })
})
