// All SQL of lists of files to destroy 销毁清册.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { DueRow } from '#kernel/ending/ending.ts'
import type { DestructionTable } from '#kernel/schema/tables.ts'

export type DestructionRow = Selectable<DestructionTable>
export type NamedDestruction = DestructionRow & {
  readonly area_name: string
  readonly signed_name: string
  readonly witnessed_name: string
}

const nameOf = (tenant: string, column: 'signed_by' | 'witnessed_by') =>
  sql<string>`coalesce((select name from account where account.tenant_id = ${tenant} and account.id = destruction.${sql.ref(column)}), '')`

const named = (tenant: string) =>
  k
    .selectFrom('destruction')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'destruction.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('destruction')
    .select('area.name as area_name')
    .select([nameOf(tenant, 'signed_by').as('signed_name'), nameOf(tenant, 'witnessed_by').as('witnessed_name')])
    .where('destruction.tenant_id', '=', tenant)

export const listDestructions = (tx: Tx, tenant: string): Promise<NamedDestruction[]> =>
  tx.all(named(tenant).orderBy('destruction.made_at', 'desc').orderBy('destruction.id').limit(200))

export const destructionById = (tx: Tx, tenant: string, id: string): Promise<NamedDestruction | undefined> =>
  tx.first(named(tenant).where('destruction.id', '=', id))

export const lockDestruction = (tx: Tx, tenant: string, id: string): Promise<NamedDestruction | undefined> =>
  tx.first(named(tenant).where('destruction.id', '=', id).forUpdate('destruction'))

export const setDestruction = (row: DestructionRow, set: Partial<DestructionRow>, now: Date) =>
  k
    .updateTable('destruction')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

/** Rows on lists that are neither kept nor gone through: they stand on no second one. */
export const listedAlready = (tx: Tx, tenant: string, ids: readonly string[]) =>
  tx.all(
    sql<{ row_id: string }>`
      select row.row_id from destruction_row row
      join destruction list on list.tenant_id = ${tenant} and list.id = row.destruction_id
      where row.tenant_id = ${tenant} and row.row_id = any (${[...ids]}::uuid[]) and row.ended_at is null
        and list.state in ('drawn', 'signed', 'witnessed')`,
  )

/** The subdistricts, each with whether it has a list of this purpose and month; the district where there is none. */
export const subdistricts = (tx: Tx, tenant: string, purpose: string, month: string) =>
  tx.all(
    sql<{ id: string; area_pos: number; area_end: number; drawn: boolean }>`
      select id, area_pos, area_end, exists (select 1 from destruction list where list.tenant_id = ${tenant}
        and list.area_id = area.id and list.purpose = ${purpose} and list.month = ${month}) as drawn
      from area where tenant_id = ${tenant} and level = 'subdistrict'`,
  )

export const putDestruction = (row: {
  tenant: string
  id: string
  purpose: string
  areaId: string
  areaPos: number
  month: string
  rows: readonly DueRow[]
  now: Date
}) => [
  k.insertInto('destruction').values({
    ...{ tenant_id: row.tenant, id: row.id, purpose: row.purpose, area_id: row.areaId, area_pos: row.areaPos },
    ...{ month: row.month, rows: row.rows.length, state: 'drawn', made_at: row.now, changed_at: row.now },
  }),
  k.insertInto('destruction_row').values(
    row.rows.map((one) => ({
      ...{ tenant_id: row.tenant, destruction_id: row.id, row_id: one.id, area_pos: one.area_pos ?? row.areaPos },
    })),
  ),
]

export const witnessedLists = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('destruction').select('id').where('tenant_id', '=', tenant).where('state', '=', 'witnessed'))

export const rowsOn = (
  tx: Tx,
  tenant: string,
  id: string,
  { after, limit, waiting }: { after: string; limit: number; waiting: boolean },
) => {
  const rows = k
    .selectFrom('destruction_row')
    .select(['row_id', 'ended_at'])
    .where('tenant_id', '=', tenant)
    .where('destruction_id', '=', id)
    .where('row_id', '>', after)
    .orderBy('row_id')
    .limit(limit)
  return tx.all(waiting ? rows.where('ended_at', 'is', null) : rows)
}

export const endRowsOn = (tenant: string, id: string, rows: readonly string[], now: Date) =>
  k
    .updateTable('destruction_row')
    .set({ ended_at: now })
    .where('tenant_id', '=', tenant)
    .where('destruction_id', '=', id)
    .where('row_id', 'in', [...rows])
