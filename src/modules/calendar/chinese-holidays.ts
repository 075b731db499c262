// The holidays and make-up workdays that the State Council has announced, as rows of the calendar.

// The data file, not the library's functions: those read days in the zone of the machine, and under New York's zone
// getDayDetail('2026-10-10') answers for 2026-10-09.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { CalendarDay } from './working-days.ts'

/** Names as the regulation on holidays (全国年节及纪念日放假办法) writes them, where the data is shorter. */
const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

/**
 * The days of a calendar year that differ from the plain week, in order; a make-up day has the name of its holiday.
 * Empty for a year that was not announced when the data was made. Source: chinese-days, 2004 to 2026.
 */
export function holidayRows(year: number): CalendarDay[] {
  return [...rowsOf(announced.holidays, 'holiday', year), ...rowsOf(announced.workdays, 'makeup', year)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
}

/** The years whose holidays are known, ascending. A year counts once its National Day is there: a New Year's notice
 * reaches into the December before. */
export function announcedYears(): number[] {
  return Object.keys(announced.holidays)
    .filter((day) => day.endsWith('-10-01'))
    .map((day) => Number(day.slice(0, 4)))
    .sort((a, b) => a - b)
}

/** The data writes each name as "English,中文,days off". */
function rowsOf(days: Readonly<Record<string, string>>, kind: 'holiday' | 'makeup', year: number): CalendarDay[] {
  return Object.entries(days)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([day, entry]) => {
      const [en = '', zh = ''] = entry.split(',')
      return { day, kind, name: { zh: FULL_NAMES[zh] ?? zh, en }, provisional: false }
    })
}
