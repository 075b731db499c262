// All SQL of declarations.
import { type Insertable, type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { KinTable } from '#kernel/schema/tables.ts'

export type KinRow = Selectable<KinTable>

const declared = (tenant: string) => k.selectFrom('kin').selectAll().where('tenant_id', '=', tenant)

/** What an account has declared, the newest first. */
export const declaredBy = (tx: Tx, tenant: string, account: string): Promise<KinRow[]> =>
  tx.all(declared(tenant).where('account_id', '=', account).orderBy('made_at', 'desc').orderBy('id').limit(200))

export const lockDeclared = (tx: Tx, tenant: string, id: string): Promise<KinRow | undefined> =>
  tx.first(declared(tenant).where('id', '=', id).forUpdate())

/** Whose relatives have one of these phones, or live or are at home in one of these homes. */
export const declaredWith = (tenant: string, macs: readonly Buffer[], homes: readonly string[]) =>
  k
    .selectFrom('kin')
    .select(['tenant_id', 'id', 'account_id'])
    .where('tenant_id', '=', tenant)
    .where('ended_at', 'is', null)
    .where((e) =>
      e.or([
        sql<boolean>`${e.ref('phone_mac')} = any(${macs}::bytea[])`,
        sql<boolean>`${e.ref('home_id')} = any(${homes}::uuid[])`,
      ]),
    )
    .limit(1000)

export const insertKin = (row: Insertable<KinTable>): Statement<unknown> => k.insertInto('kin').values(row)

export const endKin = (tenant: string, id: string, now: Date): Statement<unknown> =>
  k.updateTable('kin').set({ ended_at: now }).where('tenant_id', '=', tenant).where('id', '=', id)
