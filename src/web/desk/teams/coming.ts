// The shifts of the coming days, as one may swap them.
import type { Rostered } from './TeamRecord.tsx'

const DAY_MS = 86_400_000
const DAYS = 14

export type Coming = { readonly shift: Rostered['shifts'][number]; readonly day: string }

/** From today on, in order; `today` is YYYY-MM-DD. */
export function comingShifts(shifts: Rostered['shifts'], today: string): Coming[] {
  const first = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: DAYS }, (_, at) => new Date(first + at * DAY_MS)).flatMap((date) => {
    const weekday = (date.getUTCDay() + 6) % 7
    return shifts
      .filter((shift) => shift.weekday === weekday)
      .map((shift) => ({ shift, day: date.toISOString().slice(0, 10) }))
  })
}
