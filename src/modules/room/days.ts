// When rooms are open on days to come, for those who plan in them.
import type { Tx } from '#kernel/database.ts'
import type { DayHours } from '#modules/calendar/index.ts'
import { hoursOn } from './opening.ts'
import { ownDays, type RoomRow, roomsWithin } from './store.ts'
import { calendarOf, openingOf } from './view.ts'

export type RoomDays = {
  readonly rooms: ReadonlyMap<string, RoomRow>
  /** The hours of a room on a day, in minutes; none for a room that is not there. */
  readonly hours: (room: string, day: string) => DayHours
}

/** All rooms of a district, from a day on. */
export async function roomDays(tx: Tx, tenant: string, from: string): Promise<RoomDays> {
  const rows = await roomsWithin(tx, tenant, { pos: 0, end: Number.MAX_SAFE_INTEGER })
  const rooms = new Map(rows.map((row) => [row.id, row]))
  const [days, calendar] = await Promise.all([ownDays(tx, tenant, [...rooms.keys()], from), calendarOf(tx, tenant)])
  return {
    rooms,
    hours: (room, day) => (rooms.has(room) ? hoursOn(openingOf(rooms.get(room)!, days), calendar, day) : []),
  }
}
