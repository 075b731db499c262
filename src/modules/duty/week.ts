// The next seven days of a team: who is on duty on each, swaps counted in, and what nobody covers.
import { type CalendarDays, dayNumber, dayText, weekdayOf } from '#modules/calendar/index.ts'
import { missing, onDay, type ShiftLine, type Span, type SwapLine } from './roster.ts'

const DAYS = 7

export type RosterOf = {
  readonly cover: readonly (readonly Span[])[]
  readonly shifts: readonly ShiftLine[]
  readonly swaps: readonly SwapLine[]
}

/** From `today` (YYYY-MM-DD) on. A holiday keeps the roster of its weekday and says its name: whoever sets it decides. */
export function weekFrom(today: string, { cover, shifts, swaps }: RosterOf, calendar: CalendarDays) {
  const first = dayNumber(today)
  return Array.from({ length: DAYS }, (_, at) => {
    const day = dayText(first + at)
    const weekday = weekdayOf(first + at)
    const on = onDay(shifts, swaps, day, weekday)
    const had = on.map(({ from, to }): Span => [from, to])
    const name = calendar.get(day)?.name
    return {
      day,
      on,
      gaps: missing(cover[weekday] ?? [], had).map(([from, to]): [number, number] => [from, to]),
      zh: name?.zh ?? '',
      en: name?.en ?? '',
    }
  })
}
