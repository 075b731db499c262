// Sessions as they are told: at the desk and to residents.
import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import { localDay, SHANGHAI_MS } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { roomDays } from '#modules/room/index.ts'
import { keeps, sitsThere } from './rights.ts'
import type { Clinic, ClinicLine } from './shapes.ts'
import { freeSlots } from './slots.ts'
import { bookingsOf, type ClinicRow, seatsOf, ticketsOf } from './store.ts'

type Told = z.input<typeof Clinic>
const DAY_MINUTES = 1440
const MINUTE_MS = 60_000

export const minuteNow = (now: Date): number => Math.floor((now.getTime() + SHANGHAI_MS) / MINUTE_MS) % DAY_MINUTES

/** Up to which minute of its day a session is over: all of it, once the day has passed. */
export function overUntil(day: string, now: Date): number {
  const today = localDay(now)
  if (day > today) return -1
  return day < today ? DAY_MINUTES : minuteNow(now)
}

/** With the rows they were told from, for those who say more. */
export async function tellClinics(tx: Tx, tenant: string, rows: readonly ClinicRow[], now: Date) {
  const ids = rows.map((row) => row.id)
  const [seats, bookings, { rooms }] = await Promise.all([
    seatsOf(tx, tenant, ids),
    bookingsOf(tx, tenant, ids),
    roomDays(tx, tenant, localDay(now)),
  ])
  const told = rows.map((row): Told => {
    const room = row.room_id ? rooms.get(row.room_id) : undefined
    const taken = bookings.filter((one) => one.clinic_id === row.id).map((one) => one.from_minute)
    return {
      id: row.id,
      kind: row.kind,
      areaId: row.area_id,
      areaName: row.area_name,
      areaNameEn: row.area_name_en,
      roomId: row.room_id,
      where: { zh: room?.name ?? row.spot_zh, en: (room ? room.name_en : row.spot_en) || (room?.name ?? row.spot_zh) },
      day: row.day,
      from: row.from_minute,
      to: row.to_minute,
      slotMinutes: row.slot_minutes,
      offers: { zh: row.offers_zh, en: row.offers_en },
      state: row.state,
      why: { zh: row.why_zh, en: row.why_en },
      sitters: seats
        .filter((seat) => seat.clinic_id === row.id)
        .map(({ id, name, name_en, kind, firm }) => ({
          ...{ id, name, nameEn: name_en, firm },
          kind: kind as Told['sitters'][number]['kind'],
        })),
      free: row.state === 'planned' ? freeSlots(row, taken, overUntil(row.day, now)) : [],
    }
  })
  return { told, bookings }
}

export async function clinicLines(
  tx: Tx,
  actor: Actor,
  rows: readonly ClinicRow[],
  now: Date,
): Promise<z.input<typeof ClinicLine>[]> {
  const ids = rows.map((row) => row.id)
  const { told, bookings } = await tellClinics(tx, actor.tenant, rows, now)
  const tickets = await ticketsOf(tx, actor.tenant, ids)
  return rows.map((row, at) => ({
    ...told[at]!,
    booked: bookings.filter((one) => one.clinic_id === row.id).length,
    waiting: tickets.filter((one) => one.clinic_id === row.id && one.state === 'waiting').length,
    version: row.version,
    can: canOf(actor, row, now),
  }))
}

export function canOf(actor: Actor, row: ClinicRow, now: Date): string[] {
  const kept = keeps.allows(actor, row)
  if (row.state !== 'planned' || !(kept || sitsThere.allows(actor, row))) return []
  const today = localDay(now)
  return [
    ...(kept && row.day >= today ? ['moveClinic', 'cancelClinic'] : []),
    ...(row.day <= today ? ['holdClinic'] : []),
    ...(row.day === today ? ['giveNumber'] : []),
  ]
}
