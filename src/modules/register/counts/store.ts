// All SQL of kept counts: what a change adds and takes away, and what the rows themselves come to.
import { sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'

export const COUNTED = [
  ...(['registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school', 'property'] as const),
] as const
export type Counted = (typeof COUNTED)[number]

/** `grid` is that of what changed; of an organisation that lies in none, its community. */
export type CountChange = { readonly grid: string; readonly class: Counted; readonly n: number }
export type MovedRow = {
  readonly id: string
  readonly grid: string
  readonly way: 'in' | 'out'
  readonly cause: 'born' | 'came' | 'within' | 'left' | 'died'
  readonly day: string
}

/** Joined by grid and class, since one statement may touch a row once. Undefined when nothing changes. */
export function countChange(tenant: string, changes: readonly CountChange[]): Statement<unknown> | undefined {
  const sums = new Map<string, CountChange>()
  for (const one of changes) {
    const key = `${one.grid} ${one.class}`
    sums.set(key, { ...one, n: (sums.get(key)?.n ?? 0) + one.n })
  }
  const kept = [...sums.values()].filter((one) => one.n !== 0)
  if (kept.length === 0) return undefined
  return sql`insert into register_count (tenant_id, grid_id, area_pos, class, n)
    select area.tenant_id, area.id, area.area_pos, d.class, d.n
    from area join unnest(${kept.map((one) => one.grid)}::uuid[], ${kept.map((one) => one.class)}::text[], ${kept.map((one) => one.n)}::int[]) as d(id, class, n) on d.id = area.id
    where area.tenant_id = ${tenant}
    on conflict (tenant_id, grid_id, class) do update set n = register_count.n + excluded.n`
}

/** Somebody came into or left a grid: where and when, never who. */
export const movements = (tenant: string, rows: readonly MovedRow[], now: Date): Statement<unknown> =>
  sql`insert into movement (tenant_id, id, grid_id, area_pos, day, way, cause, made_at)
    select area.tenant_id, d.id, area.id, area.area_pos, d.day, d.way, d.cause, ${now}
    from area join unnest(${rows.map((one) => one.id)}::uuid[], ${rows.map((one) => one.grid)}::uuid[], ${rows.map((one) => one.day)}::date[], ${rows.map((one) => one.way)}::text[], ${rows.map((one) => one.cause)}::text[]) as d(id, grid, day, way, cause) on d.grid = area.id
    where area.tenant_id = ${tenant}`

export type CountRow = { grid_id: string; class: Counted; n: number }

export const keptCounts = (
  tx: Tx,
  tenant: string,
  span: { pos: number; end: number },
): Promise<{ class: Counted; n: number }[]> =>
  tx.all(
    k
      .selectFrom('register_count')
      .select(['class', sql<number>`sum(n)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .groupBy('class'),
  )

/** Comings and goings of an area from a day on. */
export const movedSince = (tx: Tx, tenant: string, span: { pos: number; end: number }, from: string) =>
  tx.all(
    k
      .selectFrom('movement')
      .select(['way', 'cause', sql<number>`count(*)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .where('day', '>=', from)
      .groupBy(['way', 'cause']),
  )

/** What the rows come to, by grid and class; special groups have no rows, so what is kept of them is all there is. */
const FROM_ROWS = (tenant: string) => sql`
  select grid_id, class, count(*)::int as n from person where tenant_id = ${tenant} and state = 'here' group by grid_id, class
  union all select grid_id, 'home', count(*)::int from home where tenant_id = ${tenant} and ended_on is null group by grid_id
  union all select grid_id, 'rented', count(*)::int from rental where tenant_id = ${tenant} and to_day is null group by grid_id
  union all select coalesce(grid_id, area_id), class, count(*)::int from organisation where tenant_id = ${tenant} and ended_on is null group by coalesce(grid_id, area_id), class`

/** Grids and classes where what is kept differs from the rows. */
export const countFaults = (
  tx: Tx,
  tenant: string,
): Promise<{ grid_id: string; class: Counted; kept: number; real: number }[]> =>
  tx.all(sql<{ grid_id: string; class: Counted; kept: number; real: number }>`
    select coalesce(r.grid_id, c.grid_id) as grid_id, coalesce(r.class, c.class) as class, coalesce(c.n, 0) as kept, coalesce(r.n, 0) as real
    from (${FROM_ROWS(tenant)}) r
    full join (select grid_id, class, n from register_count where tenant_id = ${tenant} and class <> 'special') c
      on c.grid_id = r.grid_id and c.class = r.class
    where coalesce(c.n, 0) <> coalesce(r.n, 0)`)
