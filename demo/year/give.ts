// What is told where: every slot gets a thing of its season that nobody told before, and a grid that had little so far.
import { type BuildingProperties, demoGeography } from '../geography.ts'
import { kinds } from '../kinds.ts'
import { byAgency, contested, declined, team } from './agency-said.ts'
import { type CourseName, courses, MERGED } from './courses.ts'
import { oneOf, shuffled } from './dice.ts'
import { grid as gridSaid, lasting, waiting } from './grid-said.ts'
import type { Said, Sort, Thing } from './said.ts'
import type { Slot } from './slots.ts'
import { hall, legal, spot, winterHall } from './spot.ts'

const as = (sort: Sort, said: readonly Thing[]): Said[] => said.map((one) => ({ ...one, sort }))

/** All that the year can tell. */
export const everythingSaid: readonly Said[] = [
  ...as('spot', spot),
  ...as('counter', [...hall, ...winterHall]),
  ...as('legal', legal),
  ...as('grid', gridSaid),
  ...as('lasting', lasting),
  ...as('waiting', waiting),
  ...as('agency', byAgency),
  ...as('contested', contested),
  ...as('team', team),
  ...as('declined', declined),
]

export type Told = { said: Said; detail: string }

const STREET = '990101001'

const limitOf = (said: Said) => kinds.find((one) => one.code === said.kind)!.limit

/** Whether this can go that way. */
function fits(course: CourseName, said: Said): boolean {
  const { minutes, counting } = limitOf(said)
  if (course === 'finishedLate') return counting === 'work' && minutes <= 1260
  if (course === 'takenLate' || course === 'disputed' || course === 'sentBack') return counting === 'work'
  if (course === 'signedLate' || course === 'transferred') return counting === 'work' && minutes > 420
  return true
}

/** What may be told in few weeks or by few is given out first. */
const SCARCE: readonly CourseName[] = [
  'finishedLate',
  'signedLate',
  'transferred',
  'takenLate',
  'disputed',
  'sentBack',
  'extended',
]

/** Gives every slot something to tell that its course, its season and nobody before it has used. */
export function give(all: readonly Slot[]): Map<Slot, Told> {
  const given = new Map<Slot, Told>()
  const left = new Map<Sort, Told[]>()
  for (const said of everythingSaid)
    left.set(said.sort, [...(left.get(said.sort) ?? []), ...said.details.map((detail) => ({ said, detail }))])
  for (const [sort, told] of left) left.set(sort, shuffled(sort, told))
  const order = shuffled('slots', all).sort(
    (a, b) => Number(SCARCE.includes(b.course)) - Number(SCARCE.includes(a.course)),
  )
  for (const slot of order) {
    const pool = left.get(courses[slot.course].sort)!
    const month = Number(slot.day.slice(5, 7))
    const may = ({ said }: Told) => fits(slot.course, said) && (said.months?.includes(month) ?? true)
    // What belongs to the season is told while it lasts.
    const found = pool.find((one) => one.said.months && may(one)) ?? pool.find(may)
    if (!found) throw new Error(`nothing left to tell for ${slot.course} in month ${month}`)
    pool.splice(pool.indexOf(found), 1)
    given.set(slot, found)
  }
  return given
}

const [linli] = demoGeography().tenants
const grids = linli!.grids.features.map(({ properties }) => properties).filter(({ code }) => code.startsWith(STREET))
export const housesOf = new Map<string, BuildingProperties[]>(
  grids.map(({ code }) => [
    code,
    linli!.buildings.features.map(({ properties }) => properties).filter(({ grid }) => grid === code),
  ]),
)
/** Its worker is away now, and was last week. */
const AWAY = '990101001007002'

/** The grid with the fewest matters so far whose houses are high enough for what is told. */
export function places(all: readonly Slot[], given: ReadonlyMap<Slot, Told>): Map<Slot, string> {
  const used = new Map(grids.map(({ code }) => [code, 0]))
  const chosen = new Map<Slot, string>()
  const floorsFor = ({ said }: Told) => (said.kind === '0105' ? 11 : said.at === 'home' ? 5 : 0)
  const order = [...all].sort((a, b) => floorsFor(given.get(b)!) - floorsFor(given.get(a)!) || a.at - b.at)
  for (const slot of order) {
    const floors = floorsFor(given.get(slot)!)
    const may = grids.filter(
      ({ code }) =>
        (floors === 0 || housesOf.get(code)!.some((house) => house.floors >= floors)) &&
        !(code === AWAY && slot.weeksAgo <= 2),
    )
    const least = Math.min(...may.map(({ code }) => used.get(code)!))
    const { code } = oneOf(
      `grid ${slot.at}`,
      may.filter((one) => used.get(one.code) === least),
    )
    used.set(code, least + 1)
    chosen.set(slot, code)
  }
  return chosen
}

/** Host matters tell of the same thing as a second one that is merged into them. */
export function hosts(all: readonly Slot[], given: ReadonlyMap<Slot, Told>): Map<Slot, string> {
  const found = new Map<Slot, string>()
  const used = new Set<string>()
  for (const slot of all) {
    if (found.size === MERGED) break
    if (slot.course !== 'dispatched') continue
    const words = given.get(slot)!.said.also?.find((one) => !used.has(one))
    if (!words) continue
    used.add(words)
    found.set(slot, words)
  }
  if (found.size < MERGED) throw new Error(`only ${found.size} matters were told of twice`)
  return found
}

/** The grid that a house stands in. */
export const gridOf = (building: string): string =>
  linli!.buildings.features.find((one) => one.properties.name === building)!.properties.grid
