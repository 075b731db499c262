// Counts of kinds and places for a reader who may not open the files: none that is told could be somebody's own dispute.

/** Inside the system a figure below this could be a person (decided 26). */
export const SMALL = 5

export type Cell = { readonly key: string; readonly n: number }
export type Joined = { readonly keys: readonly string[]; readonly n: number }

/**
 * Joins the small ones into one cell, and takes the next smallest in while that one is small itself: from a sum told
 * elsewhere nothing is left to subtract. Empty when all together are too few. `least` 0 joins nothing.
 */
export function joinFew(cells: readonly Cell[], least: number): Joined[] {
  const rising = cells.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n)
  const few: Cell[] = []
  let sum = 0
  while (rising.length > 0 && (rising[0]!.n < least || (sum > 0 && sum < least))) {
    const next = rising.shift()!
    few.push(next)
    sum += next.n
  }
  const told = rising.reverse().map(({ key, n }) => ({ keys: [key], n }))
  if (sum === 0) return told
  return sum < least ? [] : [...told, { keys: few.map(({ key }) => key), n: sum }]
}
