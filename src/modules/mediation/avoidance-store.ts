// All SQL of disclosures and of requests that a mediator step out.
import type { Insertable, Selectable, Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type * as tables from '#kernel/schema/tables.ts'

export type DisclosureRow = Selectable<tables.MediationDisclosureTable>
export type AvoidanceRow = Selectable<tables.MediationAvoidanceTable>

type One = { readonly tenant_id: string; readonly id: string }

export const keptTies = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('tie_kind').selectAll().where('tenant_id', '=', tenant).orderBy('code'))

/** Of a file, the oldest first. */
export const disclosuresOf = (tx: Tx, { tenant_id, id }: One): Promise<DisclosureRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_disclosure')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('made_at')
      .orderBy('id'),
  )

export const avoidancesOf = (tx: Tx, { tenant_id, id }: One): Promise<AvoidanceRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_avoidance')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('made_at')
      .orderBy('id'),
  )

export const insertDisclosure = (row: Insertable<tables.MediationDisclosureTable>): Statement<unknown> =>
  k.insertInto('mediation_disclosure').values(row)

export const insertAvoidance = (row: Insertable<tables.MediationAvoidanceTable>): Statement<unknown> =>
  k.insertInto('mediation_avoidance').values(row)

/** The parties were told of every tie that was not told yet. */
export const toldTies = ({ tenant_id, id }: One, on: string): Statement<unknown> =>
  k
    .updateTable('mediation_disclosure')
    .set({ told_on: on })
    .where('tenant_id', '=', tenant_id)
    .where('mediation_id', '=', id)
    .where('tied', '=', true)
    .where('told_on', 'is', null)

export const changeAvoidance = (
  { tenant_id, id }: One,
  set: Updateable<tables.MediationAvoidanceTable>,
): Statement<unknown> =>
  k.updateTable('mediation_avoidance').set(set).where('tenant_id', '=', tenant_id).where('id', '=', id)

type TieWords = Omit<Insertable<tables.TieKindTable>, 'tenant_id' | 'version'>

/** The two ways to keep a kind of tie, new or read at a version. */
export const keepTieKind = (tenant: string, row: TieWords, read: number) => ({
  add: k
    .insertInto('tie_kind')
    .values({ tenant_id: tenant, ...row })
    .onConflict((clash) => clash.columns(['tenant_id', 'code']).doNothing())
    .returning('version'),
  change: k
    .updateTable('tie_kind')
    .set({ ...row, version: read + 1 })
    .where('tenant_id', '=', tenant)
    .where('code', '=', row.code)
    .where('version', '=', read)
    .returning('version'),
})
