// All SQL of the working calendar.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'

/** Monday to Friday, as most offices; a place sets its own at the desk. */
export const USUAL_WEEK: Weekly = [
  ...Array(5).fill([
    [510, 720],
    [840, 1050],
  ]),
  [],
  [],
]

export type Weekly = (readonly [number, number])[][]
export type HoursRow = {
  area_id: string
  area_name: string
  purpose: 'work' | 'duty'
  weekly: Weekly
  version: number
  area_pos: number
}

export const specialDays = (tx: Tx, tenant: string) =>
  tx.all(
    k.selectFrom('calendar_day').select(['day', 'kind', 'zh', 'en']).where('tenant_id', '=', tenant).orderBy('day'),
  )

export const announcedYears = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('calendar_year').select(['year', 'source']).where('tenant_id', '=', tenant).orderBy('year'))

/** Hours set for areas around a position, the nearest last. */
export const hoursAround = (tx: Tx, tenant: string, pos: number) =>
  tx.all(
    k
      .selectFrom('office_hours as h')
      .innerJoin('area', (join) => join.onRef('area.id', '=', 'h.area_id').on('area.tenant_id', '=', tenant))
      .select(['h.area_id', 'area.name as area_name', 'h.purpose', 'h.weekly', 'h.version', 'area.area_pos'])
      .where('h.tenant_id', '=', tenant)
      .where('area.area_pos', '<=', pos)
      .where('area.area_end', '>=', pos)
      .orderBy('area.area_pos'),
  ) as Promise<HoursRow[]>

export const allHours = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('office_hours as h')
      .innerJoin('area', (join) => join.onRef('area.id', '=', 'h.area_id').on('area.tenant_id', '=', tenant))
      .select(['h.purpose', 'h.weekly', 'area.area_pos', 'area.area_end'])
      .where('h.tenant_id', '=', tenant)
      .orderBy('area.area_pos'),
  )

export const putHours = (
  tenant: string,
  id: string,
  row: { area_id: string; purpose: 'work' | 'duty'; weekly: Weekly; version: number; changed_at: Date },
) =>
  k
    .insertInto('office_hours')
    .values({ tenant_id: tenant, id, ...row, weekly: JSON.stringify(row.weekly) })
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'area_id', 'purpose']).doUpdateSet({
        weekly: sql`excluded.weekly`,
        version: sql`office_hours.version + 1`,
        changed_at: sql`excluded.changed_at`,
      }),
    )
