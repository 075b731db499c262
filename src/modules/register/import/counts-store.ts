// What a batch adds to the counts of its grids when it is shown, and takes away when it is undone.
import { CompiledQuery } from 'kysely'
import type { Statement } from '#kernel/database.ts'
import type { BatchRow } from './store.ts'

/** By grid and class, as counts/store.ts counts rows; special groups by the area of their batch, since nothing else is kept. */
export function broughtBy(tenant: string, batch: string): string {
  const counted = (table: string, grid: string, code: string, still = 'true') =>
    `select ${grid} as grid_id, ${code} as class, min(area_pos) as area_pos, count(*)::int as n from ${table}
     where tenant_id = ${tenant} and batch_id = ${batch} and ${still} group by 1, 2`
  return [
    counted('person', 'grid_id', 'class', "state = 'here'"),
    counted('home', 'grid_id', `'home'`, 'ended_on is null'),
    counted('rental', 'grid_id', `'rented'`, 'to_day is null'),
    counted('organisation', 'coalesce(grid_id, area_id)', 'class', 'ended_on is null'),
    `select b.area_id, 'special', min(s.area_pos), count(*)::int from import_special s
     join register_batch b on b.tenant_id = ${tenant} and b.id = ${batch}
     where s.tenant_id = ${tenant} and s.batch_id = ${batch} group by 1`,
  ].join(' union all ')
}

const change = (rows: string, sign: '' | '-', { tenant_id, id }: BatchRow): Statement<unknown> => ({
  compile: () =>
    CompiledQuery.raw(
      `insert into register_count (tenant_id, grid_id, area_pos, class, n)
       select a.tenant_id, a.id, a.area_pos, c.class, ${sign}c.n from (${rows}) c join area a on a.tenant_id = $1 and a.id = c.grid_id
       on conflict (tenant_id, grid_id, class) do update set n = register_count.n + excluded.n`,
      [tenant_id, id],
    ),
})

/** As it was counted when its last chunk was in. */
export const addCounts = (row: BatchRow): Statement<unknown> =>
  change('select grid_id, class, n from import_count where tenant_id = $1 and batch_id = $2', '', row)

/** As its rows are now: some have moved away since, some were merged. Before its state changes, or nothing is to be seen. */
export const takeCounts = (row: BatchRow): Statement<unknown> => change(broughtBy('$1', '$2'), '-', row)
