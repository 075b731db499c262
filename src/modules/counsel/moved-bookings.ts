// What becomes of bookings when their session is moved or cancelled: kept in their order, or lost; and who is to be told.
import type { Tx } from '#kernel/database.ts'
import { slotsOf } from './slots.ts'
import { type BookingRow, bookingsOf, type ClinicRow, change } from './store.ts'

type Times = { readonly from: number; readonly to: number }

/** The begin of the same talk in the moved session; undefined when it ends before its turn. */
export function movedTo(row: Pick<ClinicRow, 'from_minute' | 'slot_minutes'>, to: Times, booked: number) {
  const slots = slotsOf({ from_minute: to.from, to_minute: to.to, slot_minutes: row.slot_minutes })
  const begin = booked - row.from_minute + to.from
  return slots.includes(begin) ? begin : undefined
}

/** Whoever shifts later begins with the last, so that no slot is ever held twice. */
const inTurn = (rows: readonly BookingRow[], later: boolean) =>
  [...rows].sort((a, b) => (later ? b.from_minute - a.from_minute : a.from_minute - b.from_minute))

/** The session is locked. */
export async function moveBookings(tx: Tx, row: ClinicRow, to: Times, now: Date): Promise<void> {
  const bookings = await bookingsOf(tx, row.tenant_id, [row.id])
  for (const one of inTurn(bookings, to.from > row.from_minute)) {
    const from_minute = movedTo(row, to, one.from_minute)
    const set = from_minute === undefined ? { state: 'dropped', lost: true } : { from_minute }
    await change(tx, row.tenant_id, 'clinic_booking', one, { ...set, to_tell: one.phone !== null }, now)
  }
}

export async function cancelBookings(tx: Tx, row: ClinicRow, now: Date): Promise<void> {
  for (const one of await bookingsOf(tx, row.tenant_id, [row.id]))
    await change(tx, row.tenant_id, 'clinic_booking', one, { to_tell: one.phone !== null }, now)
}
