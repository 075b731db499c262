// All SQL of portraits: what grids keep, which of them no longer hold, and counting those anew from the rows.
import { sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { BAND_FROM, BANDS, CHILD, ELDER, SEXES } from './bands.ts'

export type Span = { readonly pos: number; readonly end: number }
export type Grid = Span & { readonly id: string }
export type Figures = { readonly people: readonly number[]; readonly households: readonly number[] }
export type KeptGrid = Grid & Figures & { readonly changes: number; readonly holds: boolean }

/** Somebody or some household of these grids has changed: their figures no longer hold. */
export const gridsChanged = (tenant: string, grids: readonly string[]): Statement<unknown> =>
  sql`update grid_portrait set changes = changes + 1 where tenant_id = ${tenant} and grid_id = any(${grids}::uuid[])`

/** The same for all grids that a batch brought somebody into, when it is shown or hidden. */
export const batchChanged = (tenant: string, batch: string): Statement<unknown> =>
  sql`update grid_portrait set changes = changes + 1 where tenant_id = ${tenant}
    and grid_id in (select grid_id from import_count where tenant_id = ${tenant} and batch_id = ${batch})`

/** Grids of an area with what they keep; one without a row yet keeps nothing. */
export const keptGrids = (tx: Tx, tenant: string, span: Span, year: number): Promise<KeptGrid[]> =>
  tx.all(sql<KeptGrid>`select area.id, area.area_pos as pos, area.area_end as end,
      coalesce(kept.people, '{}') as people, coalesce(kept.households, '{}') as households, coalesce(kept.changes, 0) as changes,
      coalesce(kept.changes = kept.counted and kept.year = ${year}::int, false) as holds
    from area left join grid_portrait kept on kept.tenant_id = ${tenant} and kept.grid_id = area.id
    where area.tenant_id = ${tenant} and area.level = 'grid' and area.valid_to is null
      and area.area_pos >= ${span.pos} and area.area_pos <= ${span.end}`)

const BAND = sql`width_bucket(year - birth_year, ${sql.raw(`array[${BAND_FROM.slice(1).join(', ')}]`)})`

/** Counts spans from their rows: one row for each, in the order given. */
export async function countSpans(tx: Tx, tenant: string, spans: readonly Span[], year: number): Promise<Figures[]> {
  const rows = await tx.all(sql<{ at: number; what: 'p' | 'h'; cell: number; n: number }>`
    select g.at, f.what, f.cell, f.n
    from unnest(${spans.map((one) => one.pos)}::bigint[], ${spans.map((one) => one.end)}::bigint[]) with ordinality as g(pos, span_end, at)
    cross join lateral (
      with here as (
        select household_id, sex, birth_year, ${year}::int as year from person
        where tenant_id = ${tenant} and area_pos >= g.pos and area_pos <= g.span_end and state = 'here'
      )
      select 'p' as what, (case when birth_year is null then ${BANDS - 1} else ${BAND} end) * ${SEXES}::int
          + case sex when 1 then 0 when 2 then 1 else 2 end as cell, count(*)::int as n
      from here group by 2
      union all
      select 'h', cell, count(*)::int from (
        select case
            when count(*) = 1 then case when min(year - birth_year) >= ${ELDER} then 1 else 0 end
            when count(*) = count(birth_year) and min(year - birth_year) >= ${ELDER} then 2
            when min(year - birth_year) < ${CHILD} then 3
            else 4
          end as cell
        from here where household_id is not null group by household_id
      ) h group by 2
    ) f`)
  return spans.map((_, at) => {
    const mine = rows.filter((row) => row.at === at + 1)
    const cells = (what: 'p' | 'h', length: number) => {
      const counts = new Array<number>(length).fill(0)
      for (const row of mine) if (row.what === what) counts[row.cell] = row.n
      return counts
    }
    return { people: cells('p', BANDS * SEXES), households: cells('h', 5) }
  })
}

/** Rows for grids that have none, so that changes from now on are counted. Returns how many were made. */
export const openGrids = async (tx: Tx, tenant: string): Promise<number> =>
  (
    await tx.all(sql`insert into grid_portrait (tenant_id, grid_id, area_pos)
      select ${tenant}, area.id, area.area_pos from area
      where area.tenant_id = ${tenant} and area.level = 'grid' and area.valid_to is null
        and not exists (select 1 from grid_portrait kept where kept.tenant_id = ${tenant} and kept.grid_id = area.id)
      on conflict (tenant_id, grid_id) do nothing returning grid_id`)
  ).length

/** Some grids whose figures do not hold. */
export const staleGrids = (
  tx: Tx,
  tenant: string,
  year: number,
  limit: number,
): Promise<(Grid & { changes: number })[]> =>
  tx.all(sql<Grid & { changes: number }>`select area.id, area.area_pos as pos, area.area_end as end, kept.changes
    from grid_portrait kept join area on area.tenant_id = ${tenant} and area.id = kept.grid_id
    where kept.tenant_id = ${tenant} and (kept.changes <> kept.counted or kept.year <> ${year}::int) limit ${limit}`)

/** What was counted, with the number of changes that were there when it was read. */
export const keepCounted = (tenant: string, grid: Grid & { changes: number }, figures: Figures, year: number) =>
  k
    .updateTable('grid_portrait')
    .set({ counted: grid.changes, year, people: [...figures.people], households: [...figures.households] })
    .where('tenant_id', '=', tenant)
    .where('grid_id', '=', grid.id)

export type Places = { compounds: number; buildings: number; units: number }

/** Compounds are links across the tree: one counts where it has a part. */
export const placesWithin = (tx: Tx, tenant: string, span: Span): Promise<Places | undefined> =>
  tx.first(sql<Places>`select
    (select count(*)::int from area where tenant_id = ${tenant} and level = 'building' and area_pos >= ${span.pos} and area_pos <= ${span.end} and valid_to is null) as buildings,
    (select count(*)::int from area where tenant_id = ${tenant} and level = 'unit' and area_pos >= ${span.pos} and area_pos <= ${span.end} and valid_to is null) as units,
    (select count(distinct part.division_id)::int from division_part part
      join division on division.tenant_id = ${tenant} and division.id = part.division_id and division.kind = 'compound'
      join area on area.tenant_id = ${tenant} and area.id = part.area_id and area.area_pos >= ${span.pos} and area.area_pos <= ${span.end}
      where part.tenant_id = ${tenant}) as compounds`)

export type Below = { id: string; name: string; name_en: string; level: string; pos: number; end: number }

/** The next level of the tree below an area, as far down as grids. */
export const areasBelow = (tx: Tx, tenant: string, parent: string): Promise<Below[]> =>
  tx.all(sql<Below>`select id, name, name_en, level, area_pos as pos, area_end as end from area
    where tenant_id = ${tenant} and parent_id = ${parent} and valid_to is null and level in ('subdistrict', 'community', 'grid')
    order by area_pos`)

export type Held = { pos: number; class: string; n: number }

/** What each grid of an area keeps by class; together, what the area keeps. */
export const heldByGrid = (tx: Tx, tenant: string, span: Span): Promise<Held[]> =>
  tx.all(
    k
      .selectFrom('register_count')
      .select(['area_pos as pos', 'class', 'n'])
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end),
  )

export type Month = { month: string; way: 'in' | 'out'; n: number }

/** Comings and goings by month from a day on. */
export const movedByMonth = (tx: Tx, tenant: string, span: Span, from: string): Promise<Month[]> =>
  tx.all(sql<Month>`select to_char(day, 'YYYY-MM') as month, way, count(*)::int as n from movement
    where tenant_id = ${tenant} and area_pos >= ${span.pos} and area_pos <= ${span.end} and day >= ${from}::date
    group by 1, 2`)
