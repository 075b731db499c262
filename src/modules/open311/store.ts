// All SQL of keys, and of the district they are asked about.
import type { Selectable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { Open311KeyTable } from '#kernel/schema/tables.ts'

export type KeyRow = Selectable<Open311KeyTable>

export const districtById = (tx: Tx, id: string) =>
  tx.first(k.selectFrom('tenant').select(['code', 'demo']).where('id', '=', id))

export const keyById = (tx: Tx, tenant: string, id: string): Promise<KeyRow | undefined> =>
  tx.first(k.selectFrom('open311_key').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

export const keysOf = (tx: Tx, tenant: string): Promise<KeyRow[]> =>
  tx.all(
    k
      .selectFrom('open311_key')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .limit(500),
  )

export const insertKey = (row: Omit<KeyRow, 'ended_at'>) => k.insertInto('open311_key').values(row)

export const endKeyRow = (tenant: string, id: string, at: Date) =>
  k
    .updateTable('open311_key')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
