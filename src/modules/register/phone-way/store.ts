// All SQL of the way by telephone: codes, their wrong tries, and whose telephone it is.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { OwnCodeTable } from '#kernel/schema/tables.ts'

/** How long what somebody tried is counted; then it ends. */
export const COUNTED_DAYS = 30

export type OwnCode = Selectable<OwnCodeTable>

/** What one telephone has asked for and got wrong; instants are how far back each is counted. */
export async function usedBy(tx: Tx, tenant: string, phone: Buffer, since: { hour: Date; day: Date; month: Date }) {
  const row = await tx.first(
    k
      .selectFrom('own_code')
      .select([
        sql<number>`(count(*) filter (where made_at > ${since.hour}))::int`.as('hour'),
        sql<number>`(count(*) filter (where made_at > ${since.day}))::int`.as('day'),
        sql<number>`coalesce(sum(wrong_tails) filter (where made_at > ${since.day}), 0)::int`.as('wrongToday'),
        sql<number>`coalesce(sum(wrong_tails), 0)::int`.as('wrong'),
      ])
      .where('tenant_id', '=', tenant)
      .where('phone_mac', '=', phone)
      .where('made_at', '>', since.month),
  )
  return row!
}

export const putCode = (
  row: Pick<OwnCode, 'tenant_id' | 'id' | 'phone_mac' | 'code_mac' | 'ends_at' | 'made_at'>,
): Statement<unknown> => k.insertInto('own_code').values(row)

/** The newest code of a telephone that may still be used; locked, so that tries at once are counted one by one. */
export const lockCode = (tx: Tx, tenant: string, phone: Buffer, now: Date, tries: number) =>
  tx.first(
    k
      .selectFrom('own_code')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('phone_mac', '=', phone)
      .where('ends_at', '>', now)
      .where('used_at', 'is', null)
      .where('wrong_codes', '<', tries)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .forUpdate(),
  )

export const changeCode = (
  row: OwnCode,
  set: Partial<Pick<OwnCode, 'wrong_codes' | 'wrong_tails' | 'used_at'>>,
): Statement<unknown> =>
  k.updateTable('own_code').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id)

/** Those with this telephone of whom an ID number was given: newest entry first. A family may share one. */
export const ownersOf = (tx: Tx, tenant: string, phones: readonly Buffer[], most: number) =>
  tx.all(
    k
      .selectFrom('person')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('phone_mac', 'in', [...phones])
      .where('number_mac', 'is not', null)
      .where('state', 'in', ['here', 'left'])
      .orderBy('changed_at', 'desc')
      .orderBy('id')
      .limit(most),
  )

export const tenantsOf = async (tx: Tx): Promise<string[]> =>
  (await tx.all(k.selectFrom('tenant').select('id').orderBy('made_at'))).map(({ id }) => id)
