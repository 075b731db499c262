// Periods of the law in days: the first day does not count, and one that would end on a holiday ends on the next working day.
// Sources: 民法典 arts. 201, 203; 人民调解法 art. 33.
import { addWorkdays, type CalendarDays, dayNumber, dayText } from '#modules/calendar/index.ts'

/** The last day of a period of `count` days that begins on `from` (YYYY-MM-DD). */
export function lastDay(days: CalendarDays, from: string, count: number): string {
  const end = dayText(dayNumber(from) + count)
  // The working day after the day before: the day itself where one works on it.
  return addWorkdays(days, dayText(dayNumber(end) - 1), 1)
}

/** Days left of a window on `today`; negative when it is over. */
export const daysLeft = (until: string, today: string): number => dayNumber(until) - dayNumber(today)

/**
 * Follow-ups of an agreement: so many weekly, then so many monthly from the second month on (mission M16). Days in order,
 * none twice: months that lie within the weeks are left out.
 */
export function followUpDays(effective: string, weeks: number, months: number): string[] {
  const start = dayNumber(effective)
  const weekly = Array.from({ length: weeks }, (_, at) => dayText(start + 7 * (at + 1)))
  const first = weeks > 0 ? 2 : 1
  const monthly = Array.from({ length: months }, (_, at) => monthsAfter(effective, at + first))
  return [...weekly, ...monthly.filter((day) => day > (weekly.at(-1) ?? effective))]
}

/** The same day so many months on; the last of the month where it has none of that number. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
