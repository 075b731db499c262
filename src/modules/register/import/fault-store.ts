// All SQL of rows that were broken, and of people who are offered for merging, as they are looked at.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { ImportOfferTable } from '#kernel/schema/tables.ts'
import type { ToldFault } from './task.ts'

export type FaultRow = { sheet: string; line: number; faults: ToldFault[] }

export const faultsAfter = (tx: Tx, tenant: string, batch: string, after: number, limit: number): Promise<FaultRow[]> =>
  tx.all(
    k
      .selectFrom('import_fault')
      .select(['sheet', 'line', 'faults'])
      .where('tenant_id', '=', tenant)
      .where('batch_id', '=', batch)
      .orderBy('sheet')
      .orderBy('line')
      .offset(after)
      .limit(limit),
  ) as Promise<FaultRow[]>

export const reasonsOf = (tx: Tx, tenant: string, batch: string): Promise<{ reason: string; rows: number }[]> =>
  tx.text(
    `select one ->> 'reason' as reason, count(*)::int as rows
     from import_fault, lateral jsonb_array_elements(faults) as one
     where tenant_id = $1 and batch_id = $2 group by 1 order by 2 desc, 1`,
    [tenant, batch],
  )

/** Whole rows to correct, in the order of their file. */
export const brokenRows = (tx: Tx, tenant: string, batch: string, limit: number) =>
  tx.all(
    k
      .selectFrom('import_fault')
      .select(['id', 'sheet', 'line', 'faults', 'cells'])
      .where('tenant_id', '=', tenant)
      .where('batch_id', '=', batch)
      .where('cells', 'is not', null)
      .orderBy('sheet')
      .orderBy('line')
      .limit(limit),
  )

export const openOffers = async (tx: Tx, tenant: string, batch: string): Promise<number> =>
  (
    await tx.first(
      k
        .selectFrom('import_offer')
        .select(sql<number>`count(*)::int`.as('n'))
        .where('tenant_id', '=', tenant)
        .where('batch_id', '=', batch)
        .where('settled', '=', 'open'),
    )
  )?.n ?? 0

export type OfferRow = Selectable<ImportOfferTable> & { address: string | null }

const offered = (tenant: string) =>
  k
    .selectFrom('import_offer')
    .leftJoin('home', (join) => join.onRef('home.id', '=', 'import_offer.home_id').on('home.tenant_id', '=', tenant))
    .selectAll('import_offer')
    .select('home.address')
    .where('import_offer.tenant_id', '=', tenant)

export const offersAfter = (
  tx: Tx,
  tenant: string,
  batch: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<OfferRow[]> => {
  let query = offered(tenant).where('import_offer.settled', '=', 'open')
  if (batch) query = query.where('import_offer.batch_id', '=', batch)
  if (after) query = query.where('import_offer.id', '>', after)
  return tx.all(query.orderBy('import_offer.id').limit(limit))
}

export const lockOffer = (tx: Tx, tenant: string, id: string): Promise<OfferRow | undefined> =>
  tx.first(offered(tenant).where('import_offer.id', '=', id).forUpdate('import_offer'))

export const settle = (row: OfferRow, way: 'taken' | 'apart' | 'left', by: string, at: Date) =>
  k
    .updateTable('import_offer')
    .set({ settled: way, settled_by: by, settled_at: at, changed_at: at, version: row.version + 1 })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

/** The offer becomes an entry of its own, under its own id: what is sealed for that row opens there. */
export const enterOffer = (tx: Tx, row: OfferRow, day: string, at: Date): Promise<unknown> =>
  tx.text(
    `insert into person (tenant_id, id, class, home_id, household_id, relation, grid_id, area_pos, name, phone, birth, birth_year, sex, home_place, need,
       lives_here, paper, number_mac, phone_mac, same_mac, number, said_mac, seal_no, key_version, source, as_of, batch_id, made_at, changed_at)
     select o.tenant_id, o.id, o.class, o.home_id, o.household_id, o.relation, o.grid_id, o.area_pos, o.name, o.phone, o.birth, o.birth_year, o.sex, o.home_place, o.need,
       o.lives_here, o.paper, o.number_mac, o.phone_mac, o.same_mac, o.number, o.said_mac, o.seal_no, o.key_version, 'import', $3::date, o.batch_id, $4, $4
     from import_offer o where o.tenant_id = $1 and o.id = $2`,
    [row.tenant_id, row.id, day, at],
  )
