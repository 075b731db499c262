// A portrait as its reader may see it: bands and kinds joined until none could be a person, for whoever may not see people.
import type { Role } from '#kernel/access.ts'
import { COUNTED } from '../counts/store.ts'
import { BAND_FROM, BANDS, HOUSEHOLDS, joinSmall, SEXES, sums } from './bands.ts'
import type { Below, Figures, Held, Month } from './store.ts'

/** Below this a figure could be a person (decided 26: inside the system five). */
export const SMALL = 5

/** Those who work in an area, as a portrait counts them. */
export const WORKING: readonly Role[] = [
  ...(['subdistrict_leader', 'subdistrict_staff', 'community_head', 'community_staff'] as const),
  ...(['grid_worker', 'building_head', 'volunteer', 'patrol_member', 'mediator'] as const),
]
/** Who answers for an area of the level. */
export const LEADING: readonly Role[] = ['subdistrict_leader', 'community_head', 'grid_worker']

const BANDED = BANDS - 1

/** People by age and sex. */
export function agesOf(figures: readonly Figures[], clear: boolean) {
  const cells = sums(
    figures.map((one) => one.people),
    BANDS * SEXES,
  )
  const of = (band: number, sex: number) => cells[band * SEXES + sex]!
  const all = (band: number) => of(band, 0) + of(band, 1) + of(band, 2)
  const least = clear ? 0 : SMALL
  const joined = joinSmall(
    Array.from({ length: BANDED }, (_, band) => all(band)),
    least,
  )
  const unknown = all(BANDED)
  return {
    ageUnknown: unknown === 0 || unknown >= least ? unknown : null,
    ages:
      joined?.map(({ first, last, n }) => {
        const part = (sex: number) => {
          let sum = 0
          for (let band = first; band <= last; band++) sum += of(band, sex)
          return sum
        }
        const [men, women, rest] = [part(0), part(1), part(2)]
        const tellable = [men, women, rest].every((one) => one === 0 || one >= least)
        const to = BAND_FROM[last + 1]
        return {
          ...{ from: BAND_FROM[first]!, to: to === undefined ? null : to - 1, n },
          ...{ men: tellable ? men : null, women: tellable ? women : null },
        }
      }) ?? null,
  }
}

/** Households by kind. */
export function householdsOf(figures: readonly Figures[], clear: boolean) {
  const counts = sums(
    figures.map((one) => one.households),
    HOUSEHOLDS.length,
  )
  const joined = joinSmall(counts, clear ? 0 : SMALL)
  return joined?.map(({ first, last, n }) => ({ kinds: HOUSEHOLDS.slice(first, last + 1), n })) ?? null
}

type Told = (n: number) => number | null

/** Entries by class. With the sum of people told, one of the two that make it up would tell the other. */
export function countsOf(kept: readonly { class: string; n: number }[], told: Told) {
  const sum = new Map<string, number>()
  for (const one of kept) sum.set(one.class, (sum.get(one.class) ?? 0) + one.n)
  const of = (code: string) => sum.get(code) ?? 0
  const parts = [of('registered'), of('floating')]
  const tellable = parts.every((n) => told(n) !== null)
  const isPerson = (code: string) => code === 'registered' || code === 'floating'
  return {
    people: told(of('registered') + of('floating')),
    counts: COUNTED.map((code) => ({ class: code, n: isPerson(code) && !tellable ? null : told(of(code)) })),
  }
}

type Lead = { name: string; role: string; area_id: string }
const LEAD_OF: Readonly<Record<string, Role>> = {
  subdistrict: 'subdistrict_leader',
  community: 'community_head',
  grid: 'grid_worker',
}

/** Where one alone is too small to be told, the next smallest is not told either: the sum of all is told elsewhere. */
export function toldTogether(counts: readonly number[], told: Told): (number | null)[] {
  const hidden = counts.filter((n) => told(n) === null)
  const least = hidden.length === 1 ? Math.min(...counts.filter((n) => n > 0 && told(n) !== null)) : undefined
  const also = least === undefined ? -1 : counts.indexOf(least)
  return counts.map((n, at) => (at === also ? null : told(n)))
}

/** The next level of the tree with what each holds and who answers for it. */
export function belowOf(below: readonly Below[], held: readonly Held[], leads: readonly Lead[], told: Told) {
  const peopleIn = ({ pos, end }: Below) =>
    held
      .filter((one) => one.pos >= pos && one.pos <= end && ['registered', 'floating'].includes(one.class))
      .reduce((all, { n }) => all + n, 0)
  const people = toldTogether(below.map(peopleIn), told)
  return below.map((area, at) => {
    const mine = held.filter(({ pos }) => pos >= area.pos && pos <= area.end)
    const sum = (...classes: string[]) =>
      mine.reduce((all, one) => (classes.includes(one.class) ? all + one.n : all), 0)
    const lead = leads.find((one) => one.area_id === area.id && one.role === LEAD_OF[area.level])
    return {
      ...{ id: area.id, name: area.name, nameEn: area.name_en, level: area.level },
      people: people[at] ?? null,
      homes: sum('home'),
      organisations: sum('organisation', 'school', 'property'),
      lead: lead?.name ?? null,
    }
  })
}

/** Thirteen months of comings and goings: the one of a year ago, so that this one can be compared, up to now. */
export function monthsOf(moved: readonly Month[], from: string, told: Told) {
  const [year, month] = from.split('-').map(Number) as [number, number]
  const names = Array.from({ length: 13 }, (_, at) =>
    new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7),
  )
  // The sum of a year is told beside the counts of an area.
  const ofWay = (way: 'in' | 'out') =>
    toldTogether(
      names.map((name) => moved.find((one) => one.month === name && one.way === way)?.n ?? 0),
      told,
    )
  const [came, went] = [ofWay('in'), ofWay('out')]
  return names.map((name, at) => ({ month: name, came: came[at]!, went: went[at]! }))
}
