// Whatever happens to somebody: each day is looked back on as it was, and kept counts are what the rows come to.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#kernel/contract.ts'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { register } from './contract.ts'

let street: Street
let worker: Person
let homes: string[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-01-01', '10:00')
  worker = street.as('zhouxiaolan')
  const areaId = await street.areaId('清荷苑3号楼')
  homes = []
  for (const room of ['9801', '9802', '9803'])
    homes.push((await street.linli.do(register.addHome, { areaId, room })).id)
})
afterAll(() => street?.close())

type Entered = OutputOf<typeof register.enter>
/** What a day looks like from outside. */
type Seen = { readonly state: string; readonly home: string | null; readonly relation: string } | null

const dayAt = (n: number) =>
  `2026-${String(2 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`

/** One thing that may happen, on a day; what the life does not allow is left out. */
async function happen(what: number, entry: Entered, day: string): Promise<Entered> {
  const input = { id: entry.id, version: entry.version }
  const here = entry.state === 'here'
  if (what === 0 && here) return worker.do(register.moveOut, { ...input, day })
  if (what === 1 && here)
    return worker.do(register.change, { ...input, relation: entry.relation === '10' ? '20' : '10' })
  if (what >= 2 && homes[what - 2] !== (here ? entry.homeId : ''))
    return worker.do(register.moveIn, { ...input, homeId: homes[what - 2]!, day })
  return entry
}

const seenOf = ({ state, homeId, relation }: Pick<Entered, 'state' | 'homeId' | 'relation'>): Seen => ({
  ...{ state, home: homeId, relation },
})

test('any day, after any life', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 })), {
        minLength: 1,
        maxLength: 10,
      }),
      async (happened) => {
        let on = 3
        setClock(dayAt(on), '10:00')
        let entry = await worker.do(register.enter, {
          ...{ homeId: homes[0]!, class: 'floating', name: `柳史${++count}`, came: dayAt(on) },
        })
        const seen = new Map<string, Seen>([[dayAt(on), seenOf(entry)]])
        for (const [what, later] of happened) {
          on += later
          setClock(dayAt(on), '10:00')
          entry = await happen(what, entry, dayAt(on))
          seen.set(dayAt(on), seenOf(entry))
        }
        let last: Seen = null
        for (let n = 0; n <= on + 2; n++) {
          last = seen.get(dayAt(n)) ?? last
          const { entry: then } = await worker.do(register.asOf, { id: entry.id, day: dayAt(n) })
          expect([dayAt(n), then && seenOf(then)]).toEqual([dayAt(n), last])
        }
      },
    ),
    { numRuns: 12 },
  )
  expect(await street.linli.do(register.recount, {})).toEqual({ faults: [], mended: false })
}, 60_000)
