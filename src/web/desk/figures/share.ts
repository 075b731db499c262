// Shares as they are shown: never rounded up to all or down to nothing, and none where a few matters would pretend to be a rate.
/** Below so many a rate says more than there is (decided 26: five inside the office). */
export const FEW = 5

/** “98 %”, “97.8 %”; undefined where there are too few. */
export function share(count: number, of: number): string | undefined {
  if (of < FEW) return undefined
  const tenths = Math.round((count / of) * 1000)
  const shown = count < of && tenths === 1000 ? 999 : count > 0 && tenths === 0 ? 1 : tenths
  return `${shown % 10 === 0 ? shown / 10 : (shown / 10).toFixed(1)}\u00a0%`
}
