// Names of a district's areas in memory, from the district to the unit: seventy thousand in a city, asked in a few milliseconds.
import type { Span } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { type Grams, inSlices, openGrams } from './grams.ts'
import { openKept } from './kept.ts'
import { simpleAddress } from './simple.ts'
import { type AreaRow, areaNames } from './store.ts'

export type Place = Pick<AreaRow, 'id' | 'level' | 'name' | 'name_en' | 'area_pos'> & {
  /** Where in the list stands what it lies in; -1 for the district. */
  readonly up: number
}

export type Places = {
  /** In the order of the tree. */
  readonly areas: readonly Place[]
  /** What an area is called itself, its whole name first; what it lies in is asked there. */
  readonly own: readonly string[]
  /** Where the last of those stands that lie in an area: in the order of the tree they follow it. */
  readonly last: Uint32Array
  readonly grams: Grams
}

const MOST_KEPT = 4
const AGE_MS = 60 * 60_000
const kept = openKept<Places>(MOST_KEPT, AGE_MS)

function* above({ areas }: Places, area: Place): Generator<Place> {
  for (let up = areas[area.up]; up; up = areas[up.up]) yield up
}

/** From the subdistrict down to what the area lies in. */
export const pathOf = (places: Places, area: Place): string =>
  [...above(places, area)]
    .filter(({ level }) => ['subdistrict', 'community', 'grid', 'building'].includes(level))
    .map(({ name }) => name)
    .reverse()
    .join(' · ')

async function build(tx: Tx, tenant: string): Promise<Places> {
  const { areas: rows, aliases } = await areaNames(tx, tenant)
  const at = new Map(rows.map(({ id }, index) => [id, index]))
  const called = Map.groupBy(aliases, ({ area_id }) => area_id)
  const areas = await inSlices(rows, ({ id, parent_id, level, name, name_en, area_pos }) => ({
    ...{ id, level, name, name_en, area_pos },
    up: at.get(parent_id ?? '') ?? -1,
  }))
  const own = await inSlices(rows, ({ id, level, name, name_en, address, code }, index) => {
    // A unit continues the name of its building: 清荷苑3号楼 and its 2单元.
    const whole = level === 'unit' ? `${areas[areas[index]!.up]?.name ?? ''}${name}` : name
    const names = [whole, name_en, address, code ?? '', ...(called.get(id) ?? []).map((alias) => alias.name)]
    return names.filter(Boolean).map(simpleAddress).join('\n')
  })
  const last = Uint32Array.from(areas, (_, index) => index)
  for (let index = areas.length - 1; index >= 0; index--) {
    const { up } = areas[index]!
    if (up >= 0) last[up] = Math.max(last[up]!, last[index]!)
  }
  return { areas, own, last, grams: await openGrams(own) }
}

export const placesOf = (tx: Tx, tenant: string): Promise<Places> => kept.get(tenant, () => build(tx, tenant))

/** Among so many the likeliest are looked for; they come in the order of the tree. */
const CANDIDATES = 400

/** So many are compared without asking whether another word would leave fewer. */
const FEW = 5_000

/** Areas that can hold every word: of one word those called so, of several those that lie where the fewest lie. */
function* candidates({ last, grams }: Places, words: readonly string[]): Generator<number> {
  if (words.length === 1) return yield* grams.holding(words[0]!)
  let fewest: readonly number[] = []
  let least = Number.POSITIVE_INFINITY
  for (const word of [...words].sort((one, other) => grams.most(one) - grams.most(other))) {
    if (least <= FEW) break
    const called = [...grams.holding(word)]
    const below = called.reduce((sum, at) => sum + 1 + last[at]! - at, 0)
    if (below < least) [fewest, least] = [called, below]
  }
  let reached = -1
  for (const at of fewest)
    while (reached < last[at]!) {
      reached = Math.max(reached + 1, at)
      yield reached
    }
}

/** Areas that hold every word, at least one of them in what is their own; one's own area first, then the shorter name. */
export function searchPlaces(places: Places, words: readonly string[], near: readonly Span[], most: number): Place[] {
  const { areas, own } = places
  const isCalled = (at: number, word: string) => own[at]!.includes(word)
  const liesIn = (at: number, word: string): boolean => at >= 0 && (isCalled(at, word) || liesIn(areas[at]!.up, word))
  const [mine, others]: [number[], number[]] = [[], []]
  for (const at of candidates(places, words)) {
    const { area_pos } = areas[at]!
    const list = near.some(({ pos, end }) => pos <= area_pos && area_pos <= end) ? mine : others
    if (list.length >= CANDIDATES) continue
    if (words.some((word) => isCalled(at, word)) && words.every((word) => liesIn(at, word))) list.push(at)
    if (mine.length >= CANDIDATES) break
  }
  // Its own name is the first line; the shorter it is, the nearer what was typed is to all of it.
  const nameLength = (at: number) => `${own[at]}\n`.indexOf('\n')
  const likeliest = (list: number[]) => list.sort((one, other) => nameLength(one) - nameLength(other) || one - other)
  return [...likeliest(mine), ...likeliest(others)].slice(0, most).map((at) => areas[at]!)
}

export const placesChanged = (tenant: string): void => kept.forget((name) => name === tenant)
