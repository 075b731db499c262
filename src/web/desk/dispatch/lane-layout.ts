// Where a deadline stands on the board's axis: what is late at the left, then today, tomorrow, and the days after.
import { localDay, localInstant } from '#kernel/clock.ts'

/** Per cent of the axis. The next hours get the most room: there something can still be done. */
export const AXIS = { now: 22, tomorrow: 56, later: 78, end: 98 } as const
const DAY_MS = 86_400_000
const LATER_DAYS = 7

/** Per cent from the left for a deadline, 0 to 98. */
export function placeOf(dueAt: number, now: number): number {
  if (dueAt <= now) return 1
  const tomorrow = localInstant(localDay(new Date(now))).getTime() + DAY_MS
  const between = (from: number, to: number, start: number, end: number) =>
    start + (end - start) * Math.min(1, (dueAt - from) / Math.max(1, to - from))
  if (dueAt < tomorrow) return between(now, tomorrow, AXIS.now + 1, AXIS.tomorrow)
  if (dueAt < tomorrow + DAY_MS) return between(tomorrow, tomorrow + DAY_MS, AXIS.tomorrow + 1, AXIS.later)
  return between(tomorrow + DAY_MS, tomorrow + (LATER_DAYS + 1) * DAY_MS, AXIS.later + 1, AXIS.end)
}

export type Placed<T> = { readonly item: T; readonly left: number }

/** Marks that would lie on each other move to the right, as far as there is room. `gap` in per cent. */
export function spreadOut<T>(items: readonly Placed<T>[], gap: number): Placed<T>[] {
  let before = Number.NEGATIVE_INFINITY
  return items
    .toSorted((a, b) => a.left - b.left)
    .map(({ item, left }) => {
      const place = Math.min(AXIS.end, Math.max(left, before + gap))
      before = place
      return { item, left: place }
    })
}
