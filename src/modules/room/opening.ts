// Whether a room is open at a moment, until when, and when it opens next: weekly hours, days of their own, the public calendar.
import { type CalendarDays, type DayHours, dayNumber, dayText, weekdayOf } from '#modules/calendar/index.ts'

export type Opening = {
  /** Monday to Sunday. */
  readonly weekly: readonly DayHours[]
  /** Closed on public holidays, and on make-up workdays open as on a Monday. Otherwise the week alone counts. */
  readonly followsCalendar: boolean
  /** Days with hours of their own; empty is closed. They win over week and calendar. */
  readonly days: ReadonlyMap<string, DayHours>
}

export type State = {
  readonly open: boolean
  /** When it closes; `null` while closed, and for a room that does not close within the days looked ahead. */
  readonly until: Date | null
  /** When it opens; `null` while open, and when no opening is known. */
  readonly nextAt: Date | null
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
/** The longest holidays are nine days; a room closed for longer says so in words. */
const LOOK_AHEAD_DAYS = 62
const SHANGHAI_MINUTES = 480
const MONDAY = 0

/** The hours of one day, in minutes of it. */
export function hoursOn(opening: Opening, calendar: CalendarDays, day: string): DayHours {
  const own = opening.days.get(day)
  if (own) return own
  const kind = opening.followsCalendar ? calendar.get(day)?.kind : undefined
  if (kind === 'holiday' || kind === 'weekend') return []
  if (kind === 'makeup' || kind === 'workday') return opening.weekly[MONDAY]!
  return opening.weekly[weekdayOf(dayNumber(day))]!
}

/** Open at `at`? A span that ends at midnight goes on where the next day begins with one. */
export function stateAt(opening: Opening, calendar: CalendarDays, at: Date): State {
  const minute = Math.floor(at.getTime() / MINUTE_MS) + SHANGHAI_MINUTES
  const today = Math.floor(minute / DAY_MINUTES)
  const instant = (local: number) => new Date((local - SHANGHAI_MINUTES) * MINUTE_MS)
  let until: number | undefined
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day++) {
    for (const [from, to] of hoursOn(opening, calendar, dayText(day))) {
      const [start, end] = [day * DAY_MINUTES + from, day * DAY_MINUTES + to]
      if (end <= minute) continue
      if (until === undefined && start > minute) return { open: false, until: null, nextAt: instant(start) }
      if (until !== undefined && start > until) return { open: true, until: instant(until), nextAt: null }
      until = end
    }
    // The day did not reach midnight, or the next one may begin later: decided when its first span is seen.
    if (until !== undefined && until < (day + 1) * DAY_MINUTES)
      return { open: true, until: instant(until), nextAt: null }
  }
  return { open: until !== undefined, until: null, nextAt: null }
}
