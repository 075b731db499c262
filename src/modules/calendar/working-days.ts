// Days of the Shanghai calendar: which of them are worked, and how whole working days are counted.

export const DAY_MS = 86_400_000

/**
 * China keeps one offset and has had no daylight saving since 1991, so a local day is plain arithmetic on UTC:
 * no zone table can be missing or out of date, and a step costs nanoseconds where Intl costs more than a microsecond.
 */
export const SHANGHAI_MS = 8 * 3_600_000

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

/** A day unlike the plain week. `day` is YYYY-MM-DD in Asia/Shanghai; a `provisional` one may still change. */
export type CalendarDay = {
  readonly day: string
  readonly kind: DayKind
  readonly name?: { readonly zh: string; readonly en: string }
  readonly provisional: boolean
}

/** The days that differ from Monday to Friday, by their YYYY-MM-DD. Every other day follows the plain week. */
export type CalendarDays = ReadonlyMap<string, CalendarDay>

const texts = new Map<number, string>()

/** Days since 1970-01-01 of a YYYY-MM-DD. RangeError for anything that is not a day of the calendar. */
export function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  if (!Number.isInteger(number) || dayText(number) !== day) throw new RangeError(`not a day: ${day}`)
  return number
}

/** The YYYY-MM-DD of a day number. Remembered, since a deadline asks for the same few hundred days again and again. */
export function dayText(number: number): string {
  let text = texts.get(number)
  if (text === undefined) {
    text = new Date(number * DAY_MS).toISOString().slice(0, 10)
    texts.set(number, text)
  }
  return text
}

/** 0 for Monday … 6 for Sunday; day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}

/** What kind of day the plain week makes of a weekday (0 Monday … 6 Sunday). */
export function plainKind(weekday: number): 'workday' | 'weekend' {
  return weekday < 5 ? 'workday' : 'weekend'
}

/**
 * The first day number whose kind may still change when next year's holidays are announced. The New Year holiday
 * reaches back into December: 2007-12-29 and 2018-12-29 were make-up Saturdays ordered by the following year's notice,
 * and none since 2004 lay earlier.
 */
export function firstUnknown(announcedThrough: number): number {
  return dayNumber(`${announcedThrough}-12-29`)
}

/** The full entry of any day, rows and plain week together. RangeError when `day` is not a day. */
export function dayAt(time: { days: CalendarDays; announcedThrough: number }, day: string): CalendarDay {
  const number = dayNumber(day)
  const provisional = number >= firstUnknown(time.announcedThrough)
  return time.days.get(day) ?? { day, kind: plainKind(weekdayOf(number)), provisional }
}

/**
 * The nth working day after `day`, as statutory limits in working days are counted: the day on which the limit begins
 * is not counted (Civil Code art. 201, Civil Procedure Law art. 85), make-up days are. 0 gives `day` itself.
 * RangeError when `day` is not a day, `n` not a whole number from 0 to 10,000, or 400 days have no working day.
 */
export function addWorkdays(days: CalendarDays, day: string, n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 10_000) throw new RangeError(`not a number of working days: ${n}`)
  let number = dayNumber(day)
  let idle = 0
  for (let left = n; left > 0; ) {
    number += 1
    const kind = days.get(dayText(number))?.kind ?? plainKind(weekdayOf(number))
    const worked = kind === 'workday' || kind === 'makeup'
    idle = worked ? 0 : idle + 1
    if (worked) left -= 1
    if (idle > 400) throw new RangeError(`no working day within 400 days before ${dayText(number)}`)
  }
  return dayText(number)
}
