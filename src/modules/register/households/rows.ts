// Rows of households: made with a head, joined, left.
import type { Selectable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import type { HouseholdTable } from '#kernel/schema/tables.ts'
import { registerProblems } from '../words.ts'

/** GB/T 4761. */
export const HEAD = '02'

export type HouseholdRow = Selectable<HouseholdTable>

export const householdById = (tx: Tx, tenant: string, id: string): Promise<HouseholdRow | undefined> =>
  tx.first(k.selectFrom('household').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())

/** A household that keeps house in this home. */
export async function householdOf(tx: Tx, tenant: string, id: string, home: string | null): Promise<HouseholdRow> {
  const row = await householdById(tx, tenant, id)
  if (!row || row.home_id !== home) throw new Problem(registerProblems.noHousehold)
  return row
}

type InHome = { readonly tenant_id: string; readonly id: string; readonly grid_id: string; readonly area_pos: number }

export const newHousehold = (id: string, home: InHome, head: string, now: Date) =>
  k.insertInto('household').values({
    ...{ tenant_id: home.tenant_id, id, home_id: home.id, grid_id: home.grid_id, area_pos: home.area_pos },
    ...{ head_id: head, made_at: now, changed_at: now },
  })

export const headOf = (row: HouseholdRow, head: string | null, now: Date) =>
  k
    .updateTable('household')
    .set({ head_id: head, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)
