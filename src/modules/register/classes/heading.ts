// Which column a heading means, and which headings lead nowhere because nothing may be kept under them.
import { refusedIn } from '#kernel/refused-words.ts'
import { classes, notNeeded } from './classes.ts'
import type { ClassCode, Column } from './column.ts'
import type { MapHeadings, MappedHeading } from './entry.ts'
import { halfWidth, simplified } from './plain-text.ts'

/** As headings are compared: without spaces, stars, and what stands in brackets: `＊姓名（必填）` is 姓名. */
export const bareHeading = (heading: string): string =>
  simplified(halfWidth(heading))
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[\s*★☆:：、，,."“”]/g, '')
    .toLowerCase()

/**
 * Why nothing is kept under a heading: the reason, as a key of neverWords, with the concept; undefined where something may.
 * The same list stands behind headings, tags and names of fields that people make up themselves.
 */
export function neverKept(heading: string): { why: 'refused' | 'notNeeded'; concept: string } | undefined {
  const bare = bareHeading(heading)
  const refused = refusedIn(simplified(halfWidth(heading)), 'name') ?? refusedIn(bare, 'name')
  if (refused) return { why: 'refused', concept: refused.word }
  return bareSet().has(bare) ? { why: 'notNeeded', concept: bare } : undefined
}

let bareNotNeeded: ReadonlySet<string> | undefined
const bareSet = (): ReadonlySet<string> => (bareNotNeeded ??= new Set([...notNeeded].map(bareHeading)))

const namesOf = (column: Column): readonly string[] => [
  bareHeading(column.zh),
  ...column.aliases.map(bareHeading),
  bareHeading(column.en),
  column.code.toLowerCase(),
]

/** The heading that names a column best, among those that no column before it took. */
function bestFor(column: Column, free: ReadonlyMap<number, string>, isHeadOnly: boolean): number | undefined {
  const names = namesOf(column)
  let best: number | undefined
  let rank = names.length
  for (const [index, bare] of free) {
    // The head's number beside somebody's own name is not that person's number.
    if (column.code === 'number' && !isHeadOnly && bare.startsWith('户主')) continue
    const at = names.indexOf(bare)
    if (at >= 0 && at < rank) [best, rank] = [index, at]
  }
  return best
}

/** Codes without which a row of the class cannot be entered; an address may come in pieces. */
function missingOf(code: ClassCode, found: ReadonlySet<string>): string[] {
  const isThere = (column: Column) =>
    found.has(column.code) || (column.code === 'address' && found.has('building') && found.has('room'))
  const needed = classes[code].columns.filter(
    (column) => column.required || (column.kind === 'address' && code !== 'special'),
  )
  const missing = needed.filter((column) => !isThere(column)).map((column) => column.code)
  const tellsWho = code === 'registered' || code === 'floating' || code === 'special'
  return tellsWho && !found.has('number') && !found.has('birth') ? [...missing, 'number'] : missing
}

export const mapHeadings: MapHeadings = (code, headings, remembered = {}) => {
  const mapped: MappedHeading[] = headings.map((heading, index) => {
    const never = heading.trim() === '' ? undefined : neverKept(heading)
    return { index, heading, column: never ? 'never' : 'unknown', why: never ? never.why : '' }
  })
  const { columns } = classes[code]
  const known = new Set(columns.map((column) => column.code))
  const found = new Set<string>()
  const take = (index: number, column: string) => {
    mapped[index] = { ...mapped[index]!, column, why: '' }
    found.add(column)
  }
  for (const { index, heading, why } of mapped) {
    const chosen = remembered[heading]
    // What is refused stays refused, whoever remembers otherwise.
    if (why === 'refused' || chosen === undefined) continue
    if (known.has(chosen) && !found.has(chosen)) take(index, chosen)
    else if (chosen === 'unknown') mapped[index] = { index, heading, column: 'unknown', why: 'chosen' }
  }
  const free = new Map(
    mapped.flatMap(({ index, heading, column, why }) =>
      column === 'unknown' && why === '' && heading.trim() !== '' ? [[index, bareHeading(heading)] as const] : [],
    ),
  )
  const isHeadOnly = ![...free.values()].some((bare) => bare === '姓名')
  for (const column of columns) {
    if (found.has(column.code)) continue
    const best = bestFor(column, free, isHeadOnly)
    if (best === undefined) continue
    take(best, column.code)
    free.delete(best)
  }
  const headed = mapped.map((one) => (one.why === 'chosen' ? { ...one, why: '' } : one))
  return { class: code, headings: headed, missing: missingOf(code, found) }
}
