// What a heap of figures says: where most of them lie, and whether two heaps could be one.

/** The value below which that share lies; NaN of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The share of a normal distribution above `z`, for z ≥ 0 (Abramowitz & Stegun 26.2.17; off by less than 1e-7). */
function above(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153].reduce((at, one) => (at + one) * t, 0)
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}

/**
 * Mann-Whitney's U by its normal approximation, corrected for ties and continuity: the two-sided probability that two
 * samples of one and the same source differ as much as these. Small where they come from different sources.
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, mine: 1 })), ...other.map((value) => ({ value, mine: 0 }))]
  all.sort((a, b) => a.value - b.value)
  let [ranks, ties] = [0, 0]
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to]!.value === all[from]!.value) to++
    const rank = (from + 1 + to) / 2
    for (const { mine } of all.slice(from, to)) ranks += mine * rank
    ties += (to - from) ** 3 - (to - from)
  }
  const [n, m, both] = [one.length, other.length, all.length]
  const u = ranks - (n * (n + 1)) / 2
  const spread = Math.sqrt(((n * m) / 12) * (both + 1 - ties / (both * (both - 1))))
  return spread === 0 ? 1 : Math.min(1, 2 * above(Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / spread))
}
