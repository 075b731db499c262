// All SQL of sessions: who sits, patterns, sessions, bookings, numbers.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type {
  ClinicBookingTable,
  ClinicTable,
  ClinicTicketTable,
  RotationTable,
  SitterTable,
} from '#kernel/schema/tables.ts'

export type SitterRow = Selectable<SitterTable>
export type RotationRow = Selectable<RotationTable> & { from_on: string }
export type ClinicRow = Selectable<ClinicTable> & { day: string; area_name: string; area_name_en: string }
export type BookingRow = Selectable<ClinicBookingTable>
/** With the place and day of its session. */
export type TicketRow = Selectable<ClinicTicketTable> & { area_pos: number; day: string }
export type SeatRow = { clinic_id: string; id: string; name: string; name_en: string; kind: string; firm: string }
export type Span = { readonly pos: number; readonly end: number }

export const sittersWithin = (tx: Tx, tenant: string, span: Span): Promise<SitterRow[]> =>
  tx.all(
    k
      .selectFrom('sitter')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .where('ended_at', 'is', null)
      .orderBy('kind')
      .orderBy('id')
      .limit(500),
  )

/** Locked in the order of their ids: two who plan the same people at once wait for each other and do not deadlock. */
export const lockSitters = (tx: Tx, tenant: string, ids: readonly string[]): Promise<SitterRow[]> =>
  tx.all(
    k
      .selectFrom('sitter')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .forUpdate(),
  )

/** Also those who sit no longer: their names stand in a pattern until it ends. */
export const sittersById = (tx: Tx, tenant: string, ids: readonly string[]) =>
  tx.all(
    k
      .selectFrom('sitter')
      .select(['id', 'name', 'name_en'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`),
  )

export const lockSitter = async (tx: Tx, tenant: string, id: string): Promise<SitterRow | undefined> =>
  (await lockSitters(tx, tenant, [id]))[0]

/** Sessions that are not cancelled and in which one of them sits at that time of that day. */
export const seatsAt = (
  tx: Tx,
  tenant: string,
  sitters: readonly string[],
  when: { readonly day: string; readonly from: number; readonly to: number },
  but: string | null,
): Promise<{ sitter_id: string }[]> =>
  tx.all(sql<{ sitter_id: string }>`
    select seat.sitter_id from clinic_seat seat
    join clinic on clinic.tenant_id = ${tenant} and clinic.id = seat.clinic_id
    where seat.tenant_id = ${tenant} and seat.sitter_id = any(${[...sitters]}::uuid[])
      and clinic.state <> 'cancelled' and clinic.day = ${when.day}::date
      and clinic.from_minute < ${when.to} and clinic.to_minute > ${when.from}
      and (${but}::uuid is null or clinic.id <> ${but}::uuid)`)

const clinics = (tenant: string) =>
  k
    .selectFrom('clinic')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'clinic.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('clinic')
    .select(['area.name as area_name', 'area.name_en as area_name_en'])
    .where('clinic.tenant_id', '=', tenant)

export const clinicById = (tx: Tx, tenant: string, id: string) =>
  tx.first(clinics(tenant).where('clinic.id', '=', id)) as Promise<ClinicRow | undefined>

export const lockClinic = (tx: Tx, tenant: string, id: string) =>
  tx.first(clinics(tenant).where('clinic.id', '=', id).forUpdate('clinic')) as Promise<ClinicRow | undefined>

/** From one day to another, both among them. */
export const clinicsBetween = (tx: Tx, tenant: string, span: Span, from: string, to: string) =>
  tx.all(
    clinics(tenant)
      .where('clinic.day', '>=', from)
      .where('clinic.day', '<=', to)
      .where('clinic.area_pos', '>=', span.pos)
      .where('clinic.area_pos', '<=', span.end)
      .orderBy('clinic.day')
      .orderBy('clinic.from_minute')
      .orderBy('clinic.id')
      .limit(500),
  ) as Promise<ClinicRow[]>

export const seatsOf = (tx: Tx, tenant: string, ids: readonly string[]): Promise<SeatRow[]> =>
  tx.all(sql<SeatRow>`
    select seat.clinic_id, sitter.id, sitter.name, sitter.name_en, sitter.kind, sitter.firm from clinic_seat seat
    join sitter on sitter.tenant_id = ${tenant} and sitter.id = seat.sitter_id
    where seat.tenant_id = ${tenant} and seat.clinic_id = any(${[...ids]}::uuid[]) order by sitter.kind, sitter.id`)

export const bookingsOf = (tx: Tx, tenant: string, ids: readonly string[]): Promise<BookingRow[]> =>
  tx.all(
    k
      .selectFrom('clinic_booking')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`clinic_id = any(${[...ids]}::uuid[])`)
      .where('state', '=', 'booked')
      .orderBy('from_minute'),
  )

/** With those that their session's move or end is still to be told of. */
export const bookingsShown = (tx: Tx, tenant: string, clinic: string): Promise<BookingRow[]> =>
  tx.all(
    k
      .selectFrom('clinic_booking')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('clinic_id', '=', clinic)
      .where(sql<boolean>`(state = 'booked' or to_tell)`)
      .orderBy('from_minute')
      .orderBy('id'),
  )

export const bookingById = (tx: Tx, tenant: string, id: string): Promise<BookingRow | undefined> =>
  tx.first(k.selectFrom('clinic_booking').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

const tickets = (tenant: string) =>
  k
    .selectFrom('clinic_ticket')
    .innerJoin('clinic', (join) =>
      join.onRef('clinic.id', '=', 'clinic_ticket.clinic_id').on('clinic.tenant_id', '=', tenant),
    )
    .selectAll('clinic_ticket')
    .select(['clinic.area_pos', 'clinic.day'])
    .where('clinic_ticket.tenant_id', '=', tenant)

export const ticketsOf = (tx: Tx, tenant: string, ids: readonly string[]) =>
  tx.all(
    tickets(tenant)
      .where(sql<boolean>`clinic_ticket.clinic_id = any(${[...ids]}::uuid[])`)
      .orderBy('clinic_ticket.no'),
  ) as unknown as Promise<TicketRow[]>

export const lockTicket = (tx: Tx, tenant: string, id: string) =>
  tx.first(tickets(tenant).where('clinic_ticket.id', '=', id).forUpdate('clinic_ticket')) as unknown as Promise<
    TicketRow | undefined
  >

export const rotationsWithin = (tx: Tx, tenant: string, span: Span) =>
  tx.all(
    k
      .selectFrom('rotation')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .where('ended_at', 'is', null)
      .orderBy('weekday')
      .orderBy('from_minute')
      .orderBy('id')
      .limit(200),
  ) as unknown as Promise<RotationRow[]>

/** By the id of the pattern: the last day with a session of it. */
export async function filledTo(tx: Tx, tenant: string, rotations: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.all(sql<{ rotation_id: string; day: string }>`
    select rotation_id, to_char(max(day), 'YYYY-MM-DD') as day from clinic
    where tenant_id = ${tenant} and rotation_id = any(${[...rotations]}::uuid[]) and state <> 'cancelled'
    group by rotation_id`)
  return new Map(rows.map((row) => [row.rotation_id, row.day]))
}

export const lockRotation = (tx: Tx, tenant: string, id: string) =>
  tx.first(
    k
      .selectFrom('rotation')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .forUpdate(),
  ) as unknown as Promise<RotationRow | undefined>

/** Days a pattern has already been filled in for, wherever their sessions were moved. */
export const filledDays = (tx: Tx, tenant: string, rotation: string): Promise<{ day: string }[]> =>
  tx.all(
    sql<{
      day: string
    }>`select pattern_day as day from clinic where tenant_id = ${tenant} and rotation_id = ${rotation}`,
  )

/** Communities within an interval. */
export const communitiesWithin = (tx: Tx, tenant: string, span: Span) =>
  tx.all(
    k
      .selectFrom('area')
      .select(['id', 'name', 'name_en', 'area_pos', 'area_end'])
      .where('tenant_id', '=', tenant)
      .where('level', '=', 'community')
      .where('valid_to', 'is', null)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .orderBy('area_pos')
      .limit(500),
  )

const UPDATES = {
  sitter: k.updateTable('sitter'),
  rotation: k.updateTable('rotation'),
  clinic: k.updateTable('clinic'),
  clinic_booking: k.updateTable('clinic_booking'),
  clinic_ticket: k.updateTable('clinic_ticket'),
  law_answer: k.updateTable('law_answer'),
} as const

/** A row is changed as it was read: what its version was then is looked at before. */
export const change = (
  tx: Tx,
  tenant: string,
  table: keyof typeof UPDATES,
  row: { readonly id: string; readonly version: number },
  set: Readonly<Record<string, unknown>>,
  now: Date,
) =>
  tx.all(
    // All of them have the columns that are named here.
    (UPDATES[table] as typeof UPDATES.clinic)
      .set({ ...set, version: row.version + 1, changed_at: now })
      .where('tenant_id', '=', tenant)
      .where('id', '=', row.id),
  )
