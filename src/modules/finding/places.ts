// Names of a district's areas in memory, from the district to the unit: seventy thousand in a city, asked in a millisecond.
import type { Span } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { type Grams, openGrams } from './grams.ts'
import { openKept } from './kept.ts'
import { simpleAddress } from './simple.ts'
import { type AreaRow, areaNames } from './store.ts'

export type Places = {
  readonly areas: readonly AreaRow[]
  readonly byId: ReadonlyMap<string, AreaRow>
  /** What is an area's own, and behind it what it lies in. */
  readonly own: readonly string[]
  readonly grams: Grams
}

const MOST_KEPT = 4
const AGE_MS = 60 * 60_000
const kept = openKept<Places>(MOST_KEPT, AGE_MS)

function* above(byId: ReadonlyMap<string, AreaRow>, area: AreaRow): Generator<AreaRow> {
  for (let up = area.parent_id && byId.get(area.parent_id); up; up = up.parent_id && byId.get(up.parent_id)) yield up
}

/** From the subdistrict down to what the area lies in. */
export const pathOf = ({ byId }: Places, area: AreaRow): string =>
  [...above(byId, area)]
    .filter(({ level }) => ['subdistrict', 'community', 'grid', 'building'].includes(level))
    .map(({ name }) => name)
    .reverse()
    .join(' · ')

async function build(tx: Tx, tenant: string): Promise<Places> {
  const { areas, aliases } = await areaNames(tx, tenant)
  const byId = new Map(areas.map((area) => [area.id, area]))
  const called = new Map<string, string[]>()
  for (const { area_id, name } of aliases) called.set(area_id, [...(called.get(area_id) ?? []), name])
  const own = areas.map((area) => {
    const up = area.parent_id ? byId.get(area.parent_id) : undefined
    // A unit continues the name of its building: 清荷苑3号楼 and its 2单元.
    const whole = area.level === 'unit' ? `${up?.name ?? ''}${area.name}` : area.name
    const names = [whole, area.name_en, area.address, area.code ?? '', ...(called.get(area.id) ?? [])]
    return names.filter(Boolean).map(simpleAddress).join('\n')
  })
  const texts = areas.map(
    (area, at) => `${own[at]}\n${[...above(byId, area)].map((up) => simpleAddress(up.name)).join('\n')}`,
  )
  return { areas, byId, own, grams: await openGrams(texts) }
}

export const placesOf = (tx: Tx, tenant: string): Promise<Places> => kept.get(tenant, () => build(tx, tenant))

/** Among so many the likeliest are looked for; they come in the order of the tree. */
const CANDIDATES = 400

/** Areas that hold every word, at least one of them in what is their own; one's own area first, then the shorter name. */
export function searchPlaces(places: Places, words: readonly string[], near: readonly Span[], most: number): AreaRow[] {
  if (words.length === 0) return []
  const inside = (at: number) => {
    const { area_pos } = places.areas[at]!
    return near.some(({ pos, end }) => pos <= area_pos && area_pos <= end)
  }
  const isOwn = (at: number) => words.some((word) => places.own[at]!.includes(word))
  const mine = places.grams.find(words, CANDIDATES, (at) => isOwn(at) && inside(at))
  const others = mine.length < most ? places.grams.find(words, CANDIDATES, (at) => isOwn(at) && !inside(at)) : []
  // Its own name is the first line; the shorter it is, the nearer what was typed is to all of it.
  const nameLength = (at: number) => `${places.own[at]}\n`.indexOf('\n')
  const likeliest = (list: readonly number[]) =>
    [...list].sort((one, other) => nameLength(one) - nameLength(other) || one - other)
  return [...likeliest(mine), ...likeliest(others)].slice(0, most).map((at) => places.areas[at]!)
}

export const placesChanged = (tenant: string): void => kept.forget((name) => name === tenant)
