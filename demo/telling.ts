// What loading the demo needs to tell its stories: the street's ids, the clock at their moments, the working calendar.
import { clock } from '#kernel/clock.ts'
import { announcedYears, holidayRows } from '#modules/calendar/index.ts'
import type { AgencyKey } from './agencies.ts'

export type Street = {
  readonly tenant: string
  /** Area ids by official code, and buildings and units as `清荷苑3号楼` and `清荷苑3号楼 2`. */
  readonly areas: ReadonlyMap<string, string>
  /** Account ids by login. */
  readonly people: ReadonlyMap<string, string>
  /** Agency ids by their keys. */
  readonly agencies: ReadonlyMap<AgencyKey, string>
}

/** Sets the clock of this process; the machine's own time comes back with `backToNow`. */
export const goTo = (at: Date): void => clock.stand(at)
export const backToNow = (): void => clock.stand(undefined)

/** Weekdays and make-up days of the announced years, for laying the stories on the calendar. */
export function workdayTest(): (day: string) => boolean {
  const special = new Map(
    announcedYears()
      .flatMap((year) => holidayRows(year))
      .map((row) => [row.day, row.kind]),
  )
  return (day) => {
    const kind = special.get(day)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return kind === 'makeup' || (kind !== 'holiday' && weekday !== 0 && weekday !== 6)
  }
}
