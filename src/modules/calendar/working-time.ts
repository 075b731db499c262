// The clock of a promise: when it runs out, how much of it has been used, and when it stands still.

import { instant, type Pause, type WorkingTime, walk } from './spans.ts'

export type { Pause, WorkingTime } from './spans.ts'

/** `at` is null while an open pause stands; `provisional` when the way there crosses days that may still change. */
export type Deadline = { readonly at: Date | null; readonly provisional: boolean }

const MINUTE_MS = 60_000
const CENTURY_MINUTES = 36_525 * 1440
/** Whole numbers, since 0.8 times a limit can miss the millisecond. */
const WARNING_PERCENT = 80

/**
 * The instant at which `limitMinutes` of counted time have passed since `startedAt`, to the millisecond. A limit that
 * is used up at closing time ends at closing time, not at the next opening; one used up when a pause begins ends there.
 * RangeError for a limit that is not above 0 or longer than a hundred years, an invalid date, a pause that ends before
 * it begins, or hours without a counted minute within 400 days.
 */
export function dueAt(
  time: WorkingTime | 'always',
  startedAt: Date,
  limitMinutes: number,
  pauses: readonly Pause[] = [],
): Deadline {
  return reach(time, startedAt, limitMs(limitMinutes), pauses)
}

/** The instant at which 80 % of the limit is counted and those who answer for it are warned. Errors as `dueAt`. */
export function warnAt(
  time: WorkingTime | 'always',
  startedAt: Date,
  limitMinutes: number,
  pauses: readonly Pause[] = [],
): Deadline {
  return reach(time, startedAt, Math.ceil((limitMs(limitMinutes) * WARNING_PERCENT) / 100), pauses)
}

/** Counted milliseconds in [from, to); 0 when `to` is not after `from`. RangeError for bad dates, pauses or hours. */
export function countedMs(time: WorkingTime | 'always', from: Date, to: Date, pauses: readonly Pause[] = []): number {
  let total = 0
  walk(time, instant(from), instant(to), pauses, (span) => {
    if (span.counted) total += span.to - span.from
    return true
  })
  return total
}

/** Whether the clock runs at this instant: true at the opening minute, false at the closing one. */
export function isCounting(time: WorkingTime | 'always', at: Date, pauses: readonly Pause[] = []): boolean {
  const start = instant(at)
  let counting = false
  walk(time, start, start + 1, pauses, (span) => {
    counting = span.counted
    return false
  })
  return counting
}

/** The first instant from `at` on that counts: `at` itself during duty. RangeError when none comes within 400 days. */
export function nextStart(time: WorkingTime | 'always', at: Date): Date {
  let start = Number.NaN
  walk(time, instant(at), Number.POSITIVE_INFINITY, [], (span) => {
    start = span.from
    return !span.counted
  })
  return new Date(start)
}

function reach(time: WorkingTime | 'always', startedAt: Date, limit: number, pauses: readonly Pause[]): Deadline {
  let left = limit
  let at: Date | null = null
  let provisional = false
  walk(time, instant(startedAt), Number.POSITIVE_INFINITY, pauses, (span) => {
    provisional ||= span.provisional
    if (!span.counted) return true
    const length = span.to - span.from
    if (length >= left) at = new Date(span.from + left)
    else left -= length
    return at === null
  })
  return { at, provisional: provisional && at !== null }
}

/** A limit in whole milliseconds, rounded up so that no promise is shortened by rounding. */
function limitMs(minutes: number): number {
  if (!(minutes > 0 && minutes <= CENTURY_MINUTES)) throw new RangeError(`not a limit in minutes: ${minutes}`)
  return Math.ceil(minutes * MINUTE_MS)
}
