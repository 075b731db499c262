// Bands of age and kinds of households, and how cells that could be a person are joined with their neighbours.

/** The first age of each band; the last one is open. The last cell of all is of whom no year of birth is known. */
export const BAND_FROM = [0, 6, 18, 35, 60, 70, 80] as const
export const BANDS = BAND_FROM.length + 1
/** Columns of a band: men, women, not said (GB/T 2261.1: 1, 2, the rest). */
export const SEXES = 3

/** One who lives alone; one alone of sixty or more; two or more, all of sixty or more; with somebody under eighteen; others. */
export const HOUSEHOLDS = ['one', 'elder', 'elders', 'children', 'others'] as const
export type HouseholdKind = (typeof HOUSEHOLDS)[number]

export const ELDER = 60
export const CHILD = 18

/** A run of neighbouring cells told as one: from the first to the last of them. */
export type Cell = { readonly first: number; readonly last: number; readonly n: number }

/**
 * Joins neighbours until no cell but an empty one is below `least`: from a cell that is left out, or shown as "fewer",
 * whoever knows the sum could tell it (decided 26). `least` 0 joins nothing. Undefined when all together are too few to tell.
 */
export function joinSmall(counts: readonly number[], least: number): Cell[] | undefined {
  const cells: Cell[] = counts.map((n, at) => ({ first: at, last: at, n }))
  const small = () => cells.findIndex(({ n }) => n > 0 && n < least)
  for (let at = small(); at >= 0; at = small()) {
    if (cells.length === 1) return undefined
    // The neighbour that is smaller is joined, so that the rest stays as fine as it can be; an empty one gives nothing.
    const [before, after] = [cells[at - 1], cells[at + 1]]
    const left = after === undefined || (before !== undefined && before.n > 0 && (after.n === 0 || before.n <= after.n))
    const from = left ? at - 1 : at
    const [one, two] = [cells[from]!, cells[from + 1]!]
    cells.splice(from, 2, { first: one.first, last: two.last, n: one.n + two.n })
  }
  return cells
}

export const sums = (rows: readonly (readonly number[])[], length: number): number[] =>
  Array.from({ length }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))
