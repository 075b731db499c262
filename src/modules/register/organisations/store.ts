// All SQL of organisations.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { OrganisationTable } from '#kernel/schema/tables.ts'

export type OrganisationRow = Selectable<OrganisationTable>

const of = (tenant: string) => k.selectFrom('organisation').selectAll().where('tenant_id', '=', tenant)

export const organisationById = (tx: Tx, tenant: string, id: string): Promise<OrganisationRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id))

export const lockOrganisation = (tx: Tx, tenant: string, id: string): Promise<OrganisationRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id).forUpdate())

export const organisationByCode = (tx: Tx, tenant: string, code: string): Promise<OrganisationRow | undefined> =>
  tx.first(of(tenant).where('code', '=', code).where('ended_on', 'is', null).limit(1))

/** Organisations of an interval of the tree, by position and id, those after one of them. */
export function organisationsWithin(
  tx: Tx,
  tenant: string,
  span: { pos: number; end: number },
  sort: OrganisationRow['class'] | undefined,
  after: OrganisationRow | undefined,
  limit: number,
): Promise<OrganisationRow[]> {
  let query = of(tenant)
    .where('area_pos', '>=', Math.max(span.pos, after?.area_pos ?? 0))
    .where('area_pos', '<=', span.end)
    .where('ended_on', 'is', null)
  if (sort) query = query.where('class', '=', sort)
  if (after) query = query.where(sql<boolean>`(area_pos > ${after.area_pos} or id > ${after.id}::uuid)`)
  return tx.all(query.orderBy('area_pos').orderBy('id').limit(limit))
}
