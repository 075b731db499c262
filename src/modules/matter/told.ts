// What other modules may say of a matter without a word of anybody: its number, kind, grid and the next promise.
import type { Keys } from '#kernel/crypto.ts'
import { k, type Tx } from '#kernel/database.ts'
import { rowsOf } from './kinds.ts'
import { type MatterRow, matterById } from './store.ts'
import { openReporter } from './view.ts'

export type Told = Pick<MatterRow, 'id' | 'no' | 'area_id' | 'area_pos' | 'emergency' | 'handler_id' | 'due_at'> & {
  readonly kind: { readonly zh: string; readonly en: string }
  readonly grid: { readonly zh: string; readonly en: string }
}

/** Undefined when the asker does not see the matter. */
export async function toldOf(tx: Tx, tenant: string, id: string): Promise<Told | undefined> {
  const [rows, row] = await Promise.all([
    rowsOf(tx, tenant),
    tx.first(
      k
        .selectFrom('matter as m')
        .leftJoin('area as g', (join) => join.onRef('g.id', '=', 'm.grid_id').on('g.tenant_id', '=', tenant))
        .select(['m.id', 'm.no', 'm.kind', 'm.area_id', 'm.area_pos', 'm.emergency', 'm.handler_id', 'm.due_at'])
        .select(['g.name as grid_name', 'g.name_en as grid_name_en'])
        .where('m.tenant_id', '=', tenant)
        .where('m.id', '=', id),
    ),
  ])
  if (!row) return undefined
  const { kind, grid_name, grid_name_en, ...same } = row
  const of = rows.kinds.get(kind)
  return {
    ...same,
    kind: { zh: of?.zh ?? kind, en: of?.en ?? kind },
    grid: { zh: grid_name ?? '', en: grid_name_en ?? '' },
  }
}

/** The number that the reporter left, for writing to himself; null when there is none or he took it back. */
export async function reporterPhoneOf(tx: Tx, keys: Keys, tenant: string, id: string): Promise<string | null> {
  const row = await matterById(tx, tenant, id, new Date(0))
  return row ? openReporter(keys, row).phone : null
}
