// All SQL of rooms.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { RoomTable } from '#kernel/schema/tables.ts'
import type { DayHours } from '#modules/calendar/index.ts'

export type RoomRow = Selectable<RoomTable> & {
  kind: string
  kind_zh: string
  kind_en: string
  name: string
  name_en: string
  label: string
  code: string
  lon: number | null
  lat: number | null
  area_id: string
  area_pos: number
  area_name: string
  area_name_en: string
  area_address: string
  place_version: number
}
export type DayRow = { room_id: string; day: string; spans: DayHours; zh: string; en: string }
export type ToolRow = { id: string; room_id: string; zh: string; en: string; total: number }
export type LoanRow = { id: string; room_id: string; tool_id: string; tag: number; lent_on: string; back_by: string }
export type Span = { readonly pos: number; readonly end: number }

const named = (tenant: string) =>
  k
    .selectFrom('room')
    .innerJoin('place', (join) => join.onRef('place.id', '=', 'room.id').on('place.tenant_id', '=', tenant))
    .innerJoin('place_kind as kind', (join) =>
      join.onRef('kind.code', '=', 'place.kind').on('kind.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'place.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('room')
    .select([
      'place.kind',
      'place.name',
      'place.name_en',
      'place.label',
      'place.code',
      'place.lon',
      'place.lat',
      'place.area_id',
      'place.area_pos',
      'place.version as place_version',
      'kind.zh as kind_zh',
      'kind.en as kind_en',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.address as area_address',
    ])
    .where('room.tenant_id', '=', tenant)
    .where('room.closed_at', 'is', null)

export const roomById = (tx: Tx, tenant: string, id: string): Promise<RoomRow | undefined> =>
  tx.first(named(tenant).where('room.id', '=', id))

export const lockRoom = (tx: Tx, tenant: string, id: string): Promise<RoomRow | undefined> =>
  tx.first(named(tenant).where('room.id', '=', id).forUpdate('room'))

export const roomsWithin = (tx: Tx, tenant: string, span: Span): Promise<RoomRow[]> =>
  tx.all(
    named(tenant)
      .where('place.area_pos', '>=', span.pos)
      .where('place.area_pos', '<=', span.end)
      .orderBy('place.area_pos')
      .orderBy('kind.sort')
      .orderBy('room.id')
      .limit(500),
  )

/** Days with hours of their own, from a day on. */
export const ownDays = (tx: Tx, tenant: string, rooms: readonly string[], from: string): Promise<DayRow[]> =>
  rooms.length
    ? (tx.all(
        k
          .selectFrom('room_day')
          .select(['room_id', 'day', 'spans', 'zh', 'en'])
          .where('tenant_id', '=', tenant)
          .where('room_id', 'in', rooms)
          .where('day', '>=', from)
          .orderBy('day'),
      ) as Promise<DayRow[]>)
    : Promise.resolve([])

export const servicesOf = (tx: Tx, tenant: string, room: string) =>
  tx.all(
    k
      .selectFrom('room_service')
      .select(['id', 'zh', 'en'])
      .where('tenant_id', '=', tenant)
      .where('room_id', '=', room)
      .orderBy('sort'),
  )

export const serviceCounts = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('room_service')
      .select(['room_id', sql<number>`count(*)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .groupBy('room_id'),
  )

export const toolsOf = (tx: Tx, tenant: string, room: string): Promise<ToolRow[]> =>
  tx.all(
    k
      .selectFrom('room_tool')
      .select(['id', 'room_id', 'zh', 'en', 'total'])
      .where('tenant_id', '=', tenant)
      .where('room_id', '=', room)
      .where('ended_at', 'is', null)
      .orderBy('sort'),
  )

/** What is out of the given rooms now. */
export const loansOut = (tx: Tx, tenant: string, rooms: readonly string[]): Promise<LoanRow[]> =>
  rooms.length
    ? tx.all(
        k
          .selectFrom('tool_loan')
          .select(['id', 'room_id', 'tool_id', 'tag', 'lent_on', 'back_by'])
          .where('tenant_id', '=', tenant)
          .where('room_id', 'in', rooms)
          .where('back_on', 'is', null)
          .orderBy('back_by')
          .orderBy('tag'),
      )
    : Promise.resolve([])

/** Teams that are found in the given rooms: `id` of the team, `room` of the place. */
export const teamsIn = (tx: Tx, tenant: string, rooms: readonly string[]) =>
  rooms.length
    ? tx.all(
        k
          .selectFrom('team')
          .select(['id', 'place_id as room'])
          .where('tenant_id', '=', tenant)
          .where('place_id', 'in', rooms)
          .where('ended_at', 'is', null),
      )
    : Promise.resolve([])

/** Areas of a level within an interval, by their position. */
export const areasOf = (tx: Tx, tenant: string, level: 'subdistrict' | 'community', span: Span) =>
  tx.all(
    k
      .selectFrom('area')
      .select(['id', 'name', 'name_en', 'area_pos', 'area_end'])
      .where('tenant_id', '=', tenant)
      .where('level', '=', level)
      .where('valid_to', 'is', null)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .orderBy('area_pos')
      .limit(1000),
  )
