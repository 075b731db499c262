// What other modules may say of a matter without a word of anybody: its number, kind, grid and the next promise.

import { sql } from 'kysely'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Tx, together } from '#kernel/database.ts'
import { rowsOf } from './kinds.ts'
import type { MatterRow } from './store.ts'
import { openReporter } from './view.ts'

const SHOWN = [
  ...(['id', 'no', 'state', 'kind', 'area_id', 'area_pos', 'emergency', 'clock', 'due_at', 'handler_id'] as const),
  ...(['agency_id', 'desk_area_id', 'leader_id', 'helpers', 'hands', 'returns', 'ruled'] as const),
  ...(['late_times', 'acknowledged'] as const),
] as const

export type Told = Omit<Pick<MatterRow, (typeof SHOWN)[number]>, 'kind'> & {
  /** Its grid, or where it has none its area: the smallest that anybody works. */
  readonly at: { readonly id: string; readonly pos: number }
  readonly kind: { readonly zh: string; readonly en: string }
  readonly grid: { readonly zh: string; readonly en: string }
}

/** By id; one that the asker does not see is not among them. */
export async function toldOf(tx: Tx, tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Told>> {
  const [rows, found] = await together([
    rowsOf(tx, tenant),
    tx.all(
      k
        .selectFrom('matter as m')
        .leftJoin('area as g', (join) =>
          join.onRef('g.id', '=', sql<string>`coalesce(m.grid_id, m.area_id)`).on('g.tenant_id', '=', tenant),
        )
        .select(SHOWN.map((column) => `m.${column}` as const))
        .select(['g.id as grid_id', 'g.area_pos as grid_pos', 'g.name as grid_name', 'g.name_en as grid_name_en'])
        .where('m.tenant_id', '=', tenant)
        .where(sql<boolean>`m.id = any(${ids}::uuid[])`),
    ),
  ])
  return new Map(
    found.map(({ kind, grid_id, grid_pos, grid_name, grid_name_en, ...same }) => {
      const of = rows.kinds.get(kind)
      const named = { zh: of?.zh ?? kind, en: of?.en ?? kind }
      const grid = { zh: grid_name ?? '', en: grid_name_en ?? '' }
      const at = { id: grid_id ?? same.area_id, pos: grid_pos ?? same.area_pos }
      return [same.id, { ...same, kind: named, grid, at }] as const
    }),
  )
}

/** What was joined to these matters and is answered with them: each has a reporter and a number of its own. */
export const joinedTo = (tx: Tx, tenant: string, ids: readonly string[]) =>
  tx.all(
    k
      .selectFrom('matter')
      .select(['id', 'no', 'merged_into as into'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`merged_into = any(${ids}::uuid[])`)
      .where('state', '=', 'merged')
      .orderBy('id'),
  )

/** What was asked for and decided about these matters: by whom it was asked, until when, how and when it was decided. */
export const decidedOf = (tx: Tx, tenant: string, ids: readonly string[]) =>
  tx.all(
    k
      .selectFrom('matter_request')
      .select(['matter_id', 'what', 'asked_by', 'until_at', 'decision', 'decided_at'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`matter_id = any(${ids}::uuid[])`)
      .where('decided_at', 'is not', null),
  )

/**
 * The numbers that reporters left, for writing to themselves; null when there is none or it was taken back. One that
 * was tampered with and does not open is none: it must not keep the others from hearing.
 */
export async function reporterPhonesOf(
  tx: Tx,
  keys: Keys,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.all(
    k
      .selectFrom('matter')
      .select(['tenant_id', 'id', 'reporter_phone'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`id = any(${ids}::uuid[])`),
  )
  return new Map(rows.map((row) => [row.id, openPhone(keys, row)]))
}

/** How many matters are looked through for a phone, the newest first: numbers are sealed and open one by one. */
const MOST_LOOKED_THROUGH = 20_000

/** Matters that somebody of this phone has reported. */
export async function mattersFromPhone(
  tx: Tx,
  keys: Keys,
  tenant: string,
  isHis: (phone: string) => boolean,
): Promise<string[]> {
  const rows = await tx.all(
    k
      .selectFrom('matter')
      .select(['tenant_id', 'id', 'reporter_phone'])
      .where('tenant_id', '=', tenant)
      .where('reporter_phone', 'is not', null)
      .orderBy('id', 'desc')
      .limit(MOST_LOOKED_THROUGH),
  )
  return rows.filter((row) => isHis(openPhone(keys, row) ?? '')).map(({ id }) => id)
}

function openPhone(keys: Keys, row: Pick<MatterRow, 'tenant_id' | 'id' | 'reporter_phone'>): string | null {
  try {
    return openReporter(keys, { ...row, reporter_name: null }).phone
  } catch {
    return null
  }
}

/** Who reported a matter, for a file that names him as a party; undefined for a matter that the asker does not see. */
export async function reporterOf(tx: Tx, keys: Keys, tenant: string, id: string) {
  const row = await tx.first(
    k
      .selectFrom('matter')
      .select(['tenant_id', 'id', 'reporter_name', 'reporter_phone'])
      .where('tenant_id', '=', tenant)
      .where('id', '=', id),
  )
  return row ? openReporter(keys, row) : undefined
}
