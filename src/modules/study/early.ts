// Early signs: what rises against its own season. Kinds and places are looked at, never people.
// With x files in the last four weeks and y in the weeks they are compared with, if nothing had changed x of the x+y would
// fall into the four weeks by chance: x ~ Bin(x + y, 4 / (4 + W)). A sign is P(X ≥ x) · (number of series looked at) < 0.05
// and x ≥ 5, so that looking at many series finds no more by chance (Bonferroni), and no few files make a sign.

export const RECENT_WEEKS = 4
const COMPARED_WEEKS = 48
/** The same season a year before: four weeks with four before and four after them. */
const SEASON = { from: 48, to: 60 } as const
const SURE = 0.05
const FEWEST = 5
const DAY_MS = 86_400_000

/** P(X ≥ x) of a binomial with n throws and chance p; from the greatest term, so that nothing runs over. */
export function atLeast(x: number, n: number, p: number): number {
  if (x <= 0) return 1
  if (x > n) return 0
  let log = 0
  for (let i = 0; i < x; i++) log += Math.log((n - i) / (i + 1))
  let term = Math.exp(log + x * Math.log(p) + (n - x) * Math.log(1 - p))
  let sum = term
  for (let k = x; k < n; k++) {
    term *= ((n - k) / (k + 1)) * (p / (1 - p))
    sum += term
  }
  return Math.min(1, sum)
}

export type Series = { readonly key: string; readonly days: readonly string[] }
export type Sign = {
  readonly key: string
  readonly recent: number
  /** What four weeks would hold at the pace of the weeks compared. */
  readonly usual: number
  /** Whether it was compared with the same season a year before; else with the 48 weeks before. */
  readonly season: boolean
  /** Files of each of the last 52 weeks, oldest first. */
  readonly weeks: readonly number[]
}

/** How many whole weeks before the day it lies: 0 for the last seven days. */
const weekOf = (day: string, today: string): number => Math.floor((Date.parse(today) - Date.parse(day)) / DAY_MS / 7)

/** `since`: the first day of which there are files at all; a season that was not yet recorded is no measure. */
export function earlySigns(series: readonly Series[], today: string, since: string): Sign[] {
  const hasSeason = weekOf(since, today) >= SEASON.to
  const compared = hasSeason ? SEASON.to - SEASON.from : Math.min(COMPARED_WEEKS, weekOf(since, today) - RECENT_WEEKS)
  if (compared < RECENT_WEEKS) return []
  const [from, to] = hasSeason ? [SEASON.from, SEASON.to] : [RECENT_WEEKS, RECENT_WEEKS + compared]
  return series.flatMap(({ key, days }) => {
    const ago = days.map((day) => weekOf(day, today))
    const recent = ago.filter((week) => week >= 0 && week < RECENT_WEEKS).length
    const before = ago.filter((week) => week >= from && week < to).length
    const chance = atLeast(recent, recent + before, RECENT_WEEKS / (RECENT_WEEKS + compared))
    if (recent < FEWEST || chance * series.length >= SURE) return []
    const weeks = Array.from({ length: 52 }, (_, at) => ago.filter((week) => week === 51 - at).length)
    const usual = Math.round((before / compared) * RECENT_WEEKS * 10) / 10
    return [{ key, recent, usual, season: hasSeason, weeks }]
  })
}
