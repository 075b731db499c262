// All SQL of the area tables.

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { z } from 'zod'
import { k, type Tx } from '#kernel/database.ts'
import type { AreaTable } from '#kernel/schema/tables.ts'
import type { Area, AreaFull } from './contract.ts'
import { LEVELS, type Level, WIDTH } from './lifecycle.ts'

export type AreaRow = Selectable<AreaTable>
type Listed = AreaRow & { children: number }

const listed = (tenant: string) =>
  k
    .selectFrom('area')
    .where('area.tenant_id', '=', tenant)
    .where('area.valid_to', 'is', null)
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from area below where below.tenant_id = ${tenant} and below.parent_id = area.id and below.valid_to is null)`.as(
        'children',
      ),
    )

export const toArea = (row: Listed): z.input<typeof Area> => ({
  id: row.id,
  parentId: row.parent_id,
  level: row.level,
  code: row.code,
  name: row.name,
  nameEn: row.name_en,
  address: row.address,
  lon: row.lon,
  lat: row.lat,
  height: row.height,
  floors: row.floors,
  bounded: row.boundary !== null,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  children: row.children,
  version: row.version,
})

export const lockArea = (tx: Tx, tenant: string, id: string) =>
  tx.first(k.selectFrom('area').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())

export const areaById = (tx: Tx, tenant: string, id: string) => tx.first(listed(tenant).where('area.id', '=', id))

export const areasUnder = (tx: Tx, tenant: string, parent: string | null) =>
  tx.all(
    listed(tenant)
      .where('area.parent_id', parent === null ? 'is' : '=', parent)
      .orderBy('area.area_pos')
      .limit(3000),
  )

export const areasWithin = (tx: Tx, tenant: string, span: { pos: number; end: number }, levels: readonly Level[]) =>
  tx.all(
    listed(tenant)
      .where('area.area_pos', '>', span.pos)
      .where('area.area_pos', '<=', span.end)
      .where('area.level', 'in', levels)
      .orderBy('area.area_pos')
      .limit(5000),
  )

/** Where the areas of each level begin that a position can lie in. */
const startsAbove = (pos: number): number[] => LEVELS.map((level) => pos - (pos % WIDTH[level]))

/** Intervals that contain a position, from the top. A city's seventy thousand areas are not looked through for them. */
const above = (tenant: string, pos: number) =>
  k
    .selectFrom('area')
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`area_pos = any(${startsAbove(pos)}::bigint[])`)
    .where('area_end', '>=', pos)
    .where('valid_to', 'is', null)
    .orderBy('area_pos')

/** An area and everything above it, from the top. */
export const pathOf = (tx: Tx, tenant: string, pos: number) =>
  tx.all(above(tenant, pos).select(['id', 'name', 'name_en', 'level', 'area_pos', 'address']))

/** As `startsAbove`, of the row that is read. */
const startsAboveRow = sql<number[]>`array[${sql.join(
  LEVELS.map((level) => sql`area_pos - area_pos % ${sql.lit(WIDTH[level])}::bigint`),
)}]`

/**
 * The path of an area named by its id, from the top to the area itself, in one round trip; empty where there is none. The
 * starts are worked out first: beneath the guard of the district, the index is not used with sums inside the condition.
 */
export const pathTo = (tx: Tx, tenant: string, id: string) =>
  tx.all(
    k
      .with(
        (cte) => cte('here').materialized(),
        (db) =>
          db
            .selectFrom('area')
            .select(['area_pos', startsAboveRow.as('starts')])
            .where('tenant_id', '=', tenant)
            .where('id', '=', id)
            .where('valid_to', 'is', null),
      )
      .selectFrom('here')
      .innerJoin('area as up', (join) =>
        join
          .on('up.tenant_id', '=', tenant)
          .on(sql<boolean>`up.area_pos = any(here.starts)`)
          .onRef('up.area_end', '>=', 'here.area_pos')
          .on('up.valid_to', 'is', null),
      )
      .select(['up.id', 'up.name', 'up.level', 'up.area_pos', 'up.lon', 'up.lat'])
      .orderBy('up.area_pos'),
  )

/** At most 30, those inside `near` first: a grid worker looks for his own houses. */
export const findAreas = (
  tx: Tx,
  tenant: string,
  words: string,
  level: Level | undefined,
  near: readonly { pos: number; end: number }[],
) => {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  let query = listed(tenant).where((where) =>
    where.or([
      where('area.name', 'ilike', like),
      where('area.name_en', 'ilike', like),
      where('area.address', 'ilike', like),
      // “3号楼2单元”: a name continued from the area above.
      sql<boolean>`exists (select 1 from area up where up.tenant_id = ${tenant} and up.id = area.parent_id and up.name || area.name ilike ${like})`,
      where('area.code', 'like', `${words.replace(/[\\%_]/g, '\\$&')}%`),
      sql<boolean>`exists (select 1 from area_alias x where x.tenant_id = ${tenant} and x.area_id = area.id and x.name ilike ${like})`,
    ]),
  )
  if (level) query = query.where('area.level', '=', level)
  if (near.length) {
    const inside = near.map((span) => sql`area.area_pos between ${span.pos} and ${span.end}`)
    query = query.orderBy(sql`(${sql.join(inside, sql` or `)})`, 'desc')
  }
  return tx.all(query.orderBy('area.area_pos').limit(30))
}

export const lastChildPos = async (tx: Tx, tenant: string, parent: string, level: Level) =>
  (
    await tx.first(
      k
        .selectFrom('area')
        .select((e) => e.fn.max('area_pos').as('last'))
        .where('tenant_id', '=', tenant)
        .where('parent_id', '=', parent)
        .where('level', '=', level),
    )
  )?.last ?? undefined

export const codeHolder = (tx: Tx, tenant: string, code: string) =>
  tx.first(
    k
      .selectFrom('area')
      .select(['id', 'name'])
      .where('tenant_id', '=', tenant)
      .where('code', '=', code)
      .where('valid_to', 'is', null),
  )

export async function areaFull(tx: Tx, tenant: string, row: Listed): Promise<Omit<z.input<typeof AreaFull>, 'can'>> {
  const [aliases, codes, path, divisions] = await Promise.all([
    tx.all(
      k
        .selectFrom('area_alias')
        .select('name')
        .where('tenant_id', '=', tenant)
        .where('area_id', '=', row.id)
        .orderBy('name'),
    ),
    tx.all(
      k
        .selectFrom('area_code')
        .select(['code', 'valid_from', 'valid_to', 'source'])
        .where('tenant_id', '=', tenant)
        .where('area_id', '=', row.id)
        .orderBy('valid_from', 'desc'),
    ),
    pathOf(tx, tenant, row.area_pos),
    tx.all(
      k
        .selectFrom('division_part as part')
        .innerJoin('division as d', (join) =>
          join.onRef('d.id', '=', 'part.division_id').on('d.tenant_id', '=', tenant),
        )
        .select(['d.id', 'd.kind', 'd.name'])
        .where('part.tenant_id', '=', tenant)
        .where(
          'part.area_id',
          'in',
          k
            .selectFrom('area as up')
            .select('up.id')
            .where('up.tenant_id', '=', tenant)
            .where('up.area_pos', '<=', row.area_pos)
            .where('up.area_end', '>=', row.area_pos),
        ),
    ),
  ])
  return {
    ...toArea(row),
    aliases: aliases.map((alias) => alias.name),
    codes: codes.map((code) => ({
      code: code.code,
      validFrom: code.valid_from,
      validTo: code.valid_to,
      source: code.source,
    })),
    path: path.map((step) => ({ id: step.id, name: step.name, nameEn: step.name_en, level: step.level })),
    divisions,
    boundary: row.boundary as z.input<typeof AreaFull>['boundary'],
  }
}

/** Every grid with a boundary, for the index that finds a point's grid. */
export const gridShapes = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('area')
      .select(['id', 'name', 'name_en', 'area_pos', 'boundary'])
      .where('tenant_id', '=', tenant)
      .where('level', '=', 'grid')
      .where('valid_to', 'is', null)
      .where('boundary', 'is not', null),
  )

/** What an import may name as parents, by code: the tree down to grids. Buildings and below are reached through their grid. */
/** What an import knows by parent, level and name alone, as far as it lies in [pos, end]. */
export const areasByName = (tx: Tx, tenant: string, levels: readonly Level[], within: { pos: number; end: number }) =>
  tx.all(
    k
      .selectFrom('area')
      .select(['id', 'parent_id', 'level', 'name', 'area_pos', 'area_end'])
      .where('tenant_id', '=', tenant)
      .where('level', 'in', levels)
      .where('area_pos', '>', within.pos)
      .where('area_pos', '<=', within.end)
      .where('valid_to', 'is', null),
  )

export const areasByCode = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('area')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('code', 'is not', null)
      .where('valid_to', 'is', null),
  )
