// All SQL of homes, of letting them, and of visits.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { HomeTable, HomeVisitTable, RentalTable } from '#kernel/schema/tables.ts'

export type HomeRow = Selectable<HomeTable>
export type RentalRow = Selectable<RentalTable>
export type VisitRow = Selectable<HomeVisitTable>
type Span = { readonly pos: number; readonly end: number }

const of = (tenant: string) => k.selectFrom('home').selectAll().where('tenant_id', '=', tenant)

export const homeById = (tx: Tx, tenant: string, id: string): Promise<HomeRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id))

export const lockHome = (tx: Tx, tenant: string, id: string): Promise<HomeRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id).forUpdate())

export const homeByAddress = (tx: Tx, tenant: string, key: string): Promise<HomeRow | undefined> =>
  tx.first(of(tenant).where('address_key', '=', key).where('ended_on', 'is', null).limit(1))

/** Homes of an interval of the tree, by position and id, those after one of them. */
export function homesWithin(
  tx: Tx,
  tenant: string,
  span: Span,
  after: HomeRow | undefined,
  limit: number,
): Promise<HomeRow[]> {
  let query = of(tenant)
    .where('area_pos', '>=', Math.max(span.pos, after?.area_pos ?? 0))
    .where('area_pos', '<=', span.end)
    .where('ended_on', 'is', null)
  if (after) query = query.where(sql<boolean>`(area_pos > ${after.area_pos} or id > ${after.id}::uuid)`)
  return tx.all(query.orderBy('area_pos').orderBy('id').limit(limit))
}

/** How many people are entered in each of these homes. */
export const peopleIn = (tx: Tx, tenant: string, homes: readonly string[]): Promise<{ home_id: string; n: number }[]> =>
  tx.all(
    k
      .selectFrom('person')
      .select([sql<string>`home_id`.as('home_id'), sql<number>`count(*)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`home_id = any(${homes}::uuid[])`)
      .where('state', '=', 'here')
      .groupBy('home_id'),
  )

/** Which of these homes are let. */
export const letAmong = (tx: Tx, tenant: string, homes: readonly string[]): Promise<{ home_id: string }[]> =>
  tx.all(
    k
      .selectFrom('rental')
      .select('home_id')
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`home_id = any(${homes}::uuid[])`)
      .where('to_day', 'is', null),
  )

export const rentalsOf = (tx: Tx, tenant: string, home: string): Promise<RentalRow[]> =>
  tx.all(
    k
      .selectFrom('rental')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('home_id', '=', home)
      .orderBy('from_day', 'desc')
      .limit(50),
  )

export const lockRental = (tx: Tx, tenant: string, id: string): Promise<RentalRow | undefined> =>
  tx.first(k.selectFrom('rental').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())

export const visitsOf = (tx: Tx, tenant: string, home: string): Promise<VisitRow[]> =>
  tx.all(
    k
      .selectFrom('home_visit')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('home_id', '=', home)
      .orderBy('begun_at', 'desc')
      .limit(10),
  )

export const lockVisit = (tx: Tx, tenant: string, id: string): Promise<VisitRow | undefined> =>
  tx.first(k.selectFrom('home_visit').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())
