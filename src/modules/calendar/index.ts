// The face of the calendar module: its operations, its tables, and working time for clocks.
import * as operations from './operations.ts'

export { announcedYears, holidayRows } from './chinese-holidays.ts'
export { Weekly } from './contract.ts'
export { explain, type Interval } from './explanation.ts'
export type { DayHours } from './office-hours.ts'
export { forgetTimes, timeAt } from './times.ts'
export { addWorkdays, type CalendarDays, dayNumber, dayText, weekdayOf } from './working-days.ts'
export { countedMs, dueAt, isCounting, nextStart, type Pause, type WorkingTime, warnAt } from './working-time.ts'

export const calendarModule = {
  name: 'calendar',
  operations: Object.values(operations),
  look: operations.year,
  tables: ['calendar_day', 'calendar_year', 'office_hours'],
} as const
