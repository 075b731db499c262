// All SQL of follow-ups.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { FollowUpTable } from '#kernel/schema/tables.ts'

export type FollowUpRow = Selectable<FollowUpTable>
type One = { readonly tenant_id: string; readonly id: string }

const of = (tenant: string) => k.selectFrom('follow_up').selectAll().where('tenant_id', '=', tenant)

export const followUpsOf = (tx: Tx, { tenant_id, id }: One): Promise<FollowUpRow[]> =>
  tx.all(of(tenant_id).where('mediation_id', '=', id).orderBy('due_on').orderBy('id'))

/** Planned for the same home by other files of the same owner, up to a day: one visit does for all of them. */
export const plannedAt = (tx: Tx, tenant: string, home: string, owner: string, until: string): Promise<FollowUpRow[]> =>
  tx.all(
    of(tenant)
      .where('home_id', '=', home)
      .where('state', '=', 'planned')
      .where('owner_id', '=', owner)
      .where('due_on', '<=', until)
      .orderBy('due_on')
      .forUpdate(),
  )

/** What somebody has to make until a day, with what it is about; the longest overdue first. */
export const dueFor = (tx: Tx, tenant: string, owner: string, until: string) =>
  tx.all(
    k
      .selectFrom('follow_up')
      .innerJoin('mediation', (on) =>
        on.onRef('mediation.id', '=', 'follow_up.mediation_id').on('mediation.tenant_id', '=', tenant),
      )
      .selectAll('follow_up')
      .select(['mediation.title', 'mediation.address'])
      .where('follow_up.tenant_id', '=', tenant)
      .where('follow_up.owner_id', '=', owner)
      .where('follow_up.state', '=', 'planned')
      .where('follow_up.due_on', '<=', until)
      .orderBy('follow_up.due_on')
      .limit(200),
  )

/** A day that is planned already stays as it is: planning anew adds nothing twice. */
export const planFollowUp = (row: Insertable<FollowUpTable>): Statement<unknown> =>
  k
    .insertInto('follow_up')
    .values(row)
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'mediation_id', 'due_on']).where(sql<boolean>`state <> 'dropped'`).doNothing(),
    )

export const changeFollowUp = (
  { tenant_id, id, version }: FollowUpRow,
  set: Updateable<FollowUpTable>,
): Statement<unknown> =>
  k
    .updateTable('follow_up')
    .set({ ...set, version: version + 1 })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)

/** Whatever is still planned is dropped: the plan has ended, or begins anew. */
export const dropPlanned = ({ tenant_id, id }: One): Statement<unknown> =>
  k
    .updateTable('follow_up')
    .set({ state: 'dropped', version: sql`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('mediation_id', '=', id)
    .where('state', '=', 'planned')
