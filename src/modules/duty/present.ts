// Who of several teams is on duty at a moment, read once for all of them.
import { localDay, SHANGHAI_MS } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { dayNumber, timeAt, weekdayOf } from '#modules/calendar/index.ts'
import { type OnDay, onDay } from './roster.ts'
import {
  coverOf,
  type MemberRow,
  membersIn,
  shiftsOf,
  swapsFrom,
  type TeamRow,
  type TeamShift,
  type TeamSwap,
} from './team-store.ts'
import { weekFrom } from './week.ts'

const MINUTE_MS = 60_000

export type Present = {
  readonly members: readonly MemberRow[]
  readonly shifts: readonly TeamShift[]
  readonly swaps: readonly TeamSwap[]
  /** Everybody on duty today, by team. */
  readonly today: (team: string) => OnDay[]
  /** Ids of the members on duty at the moment. */
  readonly onDuty: (team: string) => string[]
  /** The next seven days, gaps counted. */
  readonly week: (team: TeamRow) => ReturnType<typeof weekFrom>
}

/** The minute of the local day, 0 to 1439. */
export const minuteOf = (now: Date): number => Math.floor(((now.getTime() + SHANGHAI_MS) / MINUTE_MS) % 1440)

export async function presentIn(tx: Tx, tenant: string, teams: readonly string[], now: Date): Promise<Present> {
  const day = localDay(now)
  const weekday = weekdayOf(dayNumber(day))
  const [members, shifts, swaps, { days }] = await Promise.all([
    membersIn(tx, tenant, teams),
    shiftsOf(tx, tenant, teams),
    swapsFrom(tx, tenant, teams, day),
    // The public calendar is the same at every place.
    timeAt(tx, tenant, 0, 'work'),
  ])
  const today = (team: string) =>
    onDay(
      shifts.filter((one) => one.teamId === team),
      swaps,
      day,
      weekday,
    )
  const minute = minuteOf(now)
  const onDuty = (team: string) => [
    ...new Set(
      today(team)
        .filter(({ from, to }) => from <= minute && minute < to)
        .map(({ memberId }) => memberId),
    ),
  ]
  const week = (row: TeamRow) => {
    const own = shifts.filter((one) => one.teamId === row.id)
    return weekFrom(day, { cover: coverOf(row), shifts: own, swaps }, days)
  }
  return { members, shifts, swaps, today, onDuty, week }
}
