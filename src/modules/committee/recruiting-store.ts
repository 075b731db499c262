// All SQL of calls for mediators and of those who applied. The database gives an applicant to his area's desk and to himself.
import type { Insertable, Selectable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { MediatorApplicantTable, MediatorCallTable } from '#kernel/schema/tables.ts'

export type CallRow = Selectable<MediatorCallTable> & {
  readonly committee: string
  readonly committee_state: string
  readonly committee_en: string
  readonly committee_phone: string
}
export type ApplicantRow = Selectable<MediatorApplicantTable>

const calls = (tenant: string) =>
  k
    .selectFrom('mediator_call')
    .innerJoin('mediation_committee as c', (join) =>
      join.onRef('c.id', '=', 'mediator_call.committee_id').on('c.tenant_id', '=', tenant),
    )
    .selectAll('mediator_call')
    .select([
      'c.state as committee_state',
      'c.name as committee',
      'c.name_en as committee_en',
      'c.phone as committee_phone',
    ])
    .where('mediator_call.tenant_id', '=', tenant)

export const callById = (tx: Tx, tenant: string, id: string): Promise<CallRow | undefined> =>
  tx.first(calls(tenant).where('mediator_call.id', '=', id))

export const lockCall = (tx: Tx, tenant: string, id: string): Promise<CallRow | undefined> =>
  tx.first(calls(tenant).where('mediator_call.id', '=', id).forUpdate('mediator_call'))

export const callsOf = (tx: Tx, tenant: string, committee: string): Promise<CallRow[]> =>
  tx.all(
    calls(tenant)
      .where('mediator_call.committee_id', '=', committee)
      .orderBy('mediator_call.from_on', 'desc')
      .orderBy('mediator_call.id', 'desc')
      .limit(20),
  )

/** Those one may apply to on that day, the first to close first. */
export const callsOn = (tx: Tx, tenant: string, day: string): Promise<CallRow[]> =>
  tx.all(
    calls(tenant)
      .where('mediator_call.from_on', '<=', day)
      .where('mediator_call.to_on', '>=', day)
      .where('c.state', '<>', 'ended')
      .orderBy('mediator_call.to_on')
      .orderBy('mediator_call.id')
      .limit(100),
  )

export const insertCall = (row: Insertable<MediatorCallTable>): Statement<unknown> =>
  k.insertInto('mediator_call').values(row)

export const closeCallOn = ({ tenant_id, id, version, from_on }: CallRow, day: string, now: Date): Statement<unknown> =>
  k
    .updateTable('mediator_call')
    .set({ from_on: from_on < day ? from_on : day, to_on: day, version: version + 1, changed_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)

/** One more applied on that day. */
export const countOne = (row: CallRow, day: string): Statement<unknown> =>
  k
    .updateTable('mediator_call')
    .set({ came_on: day, came: row.came_on === day ? row.came + 1 : 1 })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

/** How many of its places are filled. Asked while the call is held. */
export const appointedTo = async (tx: Tx, tenant: string, call: string): Promise<number> =>
  (
    await tx.all(
      k
        .selectFrom('mediator_applicant')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('call_id', '=', call)
        .where('state', '=', 'appointed'),
    )
  ).length

export const applicantsOf = (tx: Tx, tenant: string, call: readonly string[]): Promise<ApplicantRow[]> =>
  call.length
    ? tx.all(
        k
          .selectFrom('mediator_applicant')
          .selectAll()
          .where('tenant_id', '=', tenant)
          .where('call_id', 'in', [...call])
          .orderBy('made_at')
          .orderBy('id')
          .limit(500),
      )
    : Promise.resolve([])

const applicant = (tenant: string, id: string) =>
  k.selectFrom('mediator_applicant').selectAll().where('tenant_id', '=', tenant).where('id', '=', id)

export const applicantById = (tx: Tx, tenant: string, id: string): Promise<ApplicantRow | undefined> =>
  tx.first(applicant(tenant, id))

export const lockApplicant = (tx: Tx, tenant: string, id: string): Promise<ApplicantRow | undefined> =>
  tx.first(applicant(tenant, id).forUpdate())

export const insertApplicant = (row: Insertable<MediatorApplicantTable>): Statement<unknown> =>
  k.insertInto('mediator_applicant').values(row)

export const changeApplicant = (
  { tenant_id, id, version }: ApplicantRow,
  set: Readonly<Record<string, unknown>>,
  now: Date,
): Statement<unknown> =>
  k
    .updateTable('mediator_applicant')
    .set({ ...set, version: version + 1, changed_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
