// All SQL of holds, and whether a row is held.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { DueRow } from '#kernel/ending/ending.ts'
import type { LegalHoldTable } from '#kernel/schema/tables.ts'

export type HoldRow = Selectable<LegalHoldTable> & {
  readonly area_pos: number
  readonly area_end: number
  readonly area_name: string
  readonly level: string
  readonly made_name: string
  readonly lift_name: string
  readonly lifted_name: string
}

const nameOf = (tenant: string, column: 'made_by' | 'lift_by' | 'lifted_by') =>
  sql<string>`coalesce((select name from account where account.tenant_id = ${tenant} and account.id = hold.${sql.ref(column)}), '')`

const holds = (tenant: string) =>
  k
    .selectFrom('legal_hold as hold')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'hold.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('hold')
    .select(['area.area_pos', 'area.area_end', 'area.name as area_name', 'area.level'])
    .select([
      nameOf(tenant, 'made_by').as('made_name'),
      nameOf(tenant, 'lift_by').as('lift_name'),
      nameOf(tenant, 'lifted_by').as('lifted_name'),
    ])
    .where('hold.tenant_id', '=', tenant)

/** Holds that keep something back on a day. */
export const holdsOn = (tx: Tx, tenant: string, day: string): Promise<HoldRow[]> =>
  tx.all(
    holds(tenant)
      .where('hold.state', '<>', 'lifted')
      .where('hold.from_on', '<=', day)
      .where((e) => e.or([e('hold.to_on', 'is', null), e('hold.to_on', '>=', day)])),
  ) as Promise<HoldRow[]>

export const listHolds = (tx: Tx, tenant: string, lifted: boolean): Promise<HoldRow[]> => {
  const all = holds(tenant).orderBy('hold.made_at', 'desc').limit(500)
  return tx.all(lifted ? all : all.where('hold.state', '<>', 'lifted')) as Promise<HoldRow[]>
}

export const lockHold = (tx: Tx, tenant: string, id: string): Promise<HoldRow | undefined> =>
  tx.first(holds(tenant).where('hold.id', '=', id).forUpdate('hold')) as Promise<HoldRow | undefined>

export const putHold = (row: {
  tenant: string
  id: string
  purpose: string
  areaId: string
  rowIds: readonly string[]
  why: string
  documentNo: string
  from: string
  to: string | null
  by: string
  now: Date
}) =>
  k.insertInto('legal_hold').values({
    ...{ tenant_id: row.tenant, id: row.id, purpose: row.purpose, area_id: row.areaId, row_ids: [...row.rowIds] },
    ...{ why: row.why, document_no: row.documentNo, from_on: row.from, to_on: row.to, made_by: row.by },
    ...{ state: 'holding', made_at: row.now, changed_at: row.now },
  })

export const setHold = (row: HoldRow, set: Partial<Selectable<LegalHoldTable>>, now: Date) =>
  k
    .updateTable('legal_hold')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

/** What lies nowhere is held by a hold on the whole district alone. */
const lies = ({ area_pos, area_end, level }: HoldRow, pos: number | null) =>
  pos === null ? level === 'district' : area_pos <= pos && pos <= area_end

export const isHeld = (holds: readonly HoldRow[], purpose: string, { id, area_pos }: DueRow): boolean =>
  holds.some(
    (hold) =>
      (hold.purpose === '' || hold.purpose === purpose) &&
      (hold.row_ids.length > 0 ? hold.row_ids.includes(id) : lies(hold, area_pos)),
  )
