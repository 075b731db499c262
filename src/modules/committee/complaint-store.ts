// All SQL of complaints against mediators.
import type { Insertable, Selectable, Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { MediatorComplaintTable } from '#kernel/schema/tables.ts'

export type ComplaintRow = Selectable<MediatorComplaintTable> & {
  readonly account_id: string | null
  readonly committee_id: string | null
  readonly mediator_name: string | null
}

const complained = (tenant: string) =>
  k
    .selectFrom('mediator_complaint as c')
    .leftJoin('mediator as m', (join) => join.onRef('m.id', '=', 'c.mediator_id').on('m.tenant_id', '=', tenant))
    .leftJoin('account', (join) => join.onRef('account.id', '=', 'm.account_id').on('account.tenant_id', '=', tenant))
    .selectAll('c')
    .select(['m.account_id', 'm.committee_id', 'account.name as mediator_name'])
    .where('c.tenant_id', '=', tenant)

export const lockComplaint = (tx: Tx, tenant: string, id: string): Promise<ComplaintRow | undefined> =>
  tx.first(complained(tenant).where('c.id', '=', id).forUpdate('c'))

export const complaintsOf = (tx: Tx, tenant: string, committee: string): Promise<ComplaintRow[]> =>
  tx.all(
    complained(tenant).where('m.committee_id', '=', committee).orderBy('c.made_at', 'desc').orderBy('c.id').limit(500),
  )

/** The last that a party made on its own page. */
export const complaintFrom = (tx: Tx, tenant: string, party: string): Promise<ComplaintRow | undefined> =>
  tx.first(complained(tenant).where('c.party_id', '=', party).orderBy('c.made_at', 'desc').orderBy('c.id').limit(1))

export const answeredAbout = (tx: Tx, tenant: string, account: string): Promise<ComplaintRow[]> =>
  tx.all(
    complained(tenant)
      .where('m.account_id', '=', account)
      .where('c.state', '=', 'answered')
      .orderBy('c.made_at', 'desc')
      .orderBy('c.id')
      .limit(100),
  )

export const insertComplaint = (row: Insertable<MediatorComplaintTable>): Statement<unknown> =>
  k.insertInto('mediator_complaint').values(row)

export const changeComplaint = (
  { tenant_id, id, version }: ComplaintRow,
  set: Updateable<MediatorComplaintTable>,
  now: Date,
): Statement<unknown> =>
  k
    .updateTable('mediator_complaint')
    .set({ ...set, version: version + 1, changed_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
