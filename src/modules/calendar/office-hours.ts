// The hours of an office or a duty roster, cut into the parts of a day.

import { type DayKind, plainKind } from './working-days.ts'

/** Intervals [from, to) in minutes of the local day, 0 to 1440, in order and not overlapping. */
export type DayHours = readonly (readonly [from: number, to: number])[]

/**
 * `weekly` has seven entries, Monday to Sunday. A make-up workday keeps Monday's hours unless `makeup` says otherwise;
 * a holiday has none unless `holiday` gives some. Never changed in place: an edit makes a new object.
 */
export type OfficeHours = {
  readonly weekly: readonly DayHours[]
  readonly makeup?: DayHours | undefined
  readonly holiday?: DayHours | undefined
}

/** A stretch of one day, in milliseconds after local midnight. */
export type DayPart = {
  readonly from: number
  readonly to: number
  readonly reason: 'work' | 'break' | 'offHours' | 'weekend' | 'holiday'
}

const MINUTE_MS = 60_000
const MAKEUP = 7
const HOLIDAY = 8
const known = new WeakMap<OfficeHours, readonly (readonly DayPart[])[]>()

/**
 * The parts of a day of this kind and weekday (0 Monday … 6 Sunday), from midnight to midnight without a gap.
 * RangeError when the hours are not seven days of sorted, separate intervals of whole minutes.
 */
export function partsOf(hours: OfficeHours, kind: DayKind, weekday: number): readonly DayPart[] {
  let days = known.get(hours)
  if (!days) {
    days = cut(hours)
    known.set(hours, days)
  }
  return days[slot(kind, weekday)]!
}

/** A row may also turn a Saturday into a workday or a Wednesday into a weekend; those borrow the hours that fit. */
function slot(kind: DayKind, weekday: number): number {
  if (kind === 'makeup') return MAKEUP
  if (kind === 'holiday') return HOLIDAY
  if (kind === plainKind(weekday)) return weekday
  return kind === 'workday' ? MAKEUP : 6
}

function cut(hours: OfficeHours): readonly (readonly DayPart[])[] {
  if (hours.weekly.length !== 7) throw new RangeError(`hours need 7 days, not ${hours.weekly.length}`)
  const days: DayPart[][] = hours.weekly.map((day, weekday) => parts(day, weekday < 5 ? 'offHours' : 'weekend'))
  days[MAKEUP] = parts(hours.makeup ?? hours.weekly[0]!, 'offHours')
  days[HOLIDAY] = parts(hours.holiday ?? [], 'holiday')
  return days
}

function parts(day: DayHours, whenClosed: 'offHours' | 'weekend' | 'holiday'): DayPart[] {
  if (day.length === 0) return [{ from: 0, to: 1440 * MINUTE_MS, reason: whenClosed }]
  const found: DayPart[] = []
  let at = 0
  for (const [from, to] of day) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < at || to <= from || to > 1440) {
      throw new RangeError(`not office hours: ${JSON.stringify(day)}`)
    }
    if (from > at) found.push({ from: at * MINUTE_MS, to: from * MINUTE_MS, reason: at === 0 ? 'offHours' : 'break' })
    found.push({ from: from * MINUTE_MS, to: to * MINUTE_MS, reason: 'work' })
    at = to
  }
  if (at < 1440) found.push({ from: at * MINUTE_MS, to: 1440 * MINUTE_MS, reason: 'offHours' })
  return found
}
