// Where a matter is: the place or area named, the grid around it, and words for it.
import { sql } from 'kysely'
import { type Actor, works } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { gridAt, pathTo } from '#modules/area/index.ts'
import { matterProblems } from './words.ts'

export type Where = {
  code?: string | undefined
  areaId?: string | undefined
  lon?: number | undefined
  lat?: number | undefined
}

/** What reporting is about. `gridId` is null for a place that lies in no grid: its community's desk takes it. */
export type Spot = {
  id: string
  area_pos: number
  areaId: string
  gridId: string | null
  placeId: string | null
  address: string
  lon: number | null
  lat: number | null
}

/** One statement, so that a report needs no further round trip. */
export const placeOfCode = (tx: Tx, tenant: string, place: string): Promise<Spot | undefined> =>
  tx.first(
    k
      .selectFrom('place as p')
      .leftJoin('area as grid', (join) =>
        join
          .on('grid.tenant_id', '=', tenant)
          .on('grid.level', '=', 'grid')
          .on('grid.valid_to', 'is', null)
          .on(
            sql<boolean>`grid.id = (select up.id from area up where up.tenant_id = ${tenant} and up.level = 'grid' and up.valid_to is null and up.area_pos <= p.area_pos and up.area_end >= p.area_pos order by up.area_pos desc limit 1)`,
          ),
      )
      .select([
        'p.id',
        'p.area_pos',
        'p.area_id as areaId',
        'grid.id as gridId',
        'p.id as placeId',
        'p.name as address',
        'p.lon',
        'p.lat',
      ])
      .where('p.tenant_id', '=', tenant)
      .where('p.id', '=', place)
      .where('p.retired_at', 'is', null),
  )

const NAMED: readonly string[] = ['building', 'unit', 'home']

export async function spotOfArea(tx: Tx, tenant: string, id: string): Promise<Spot | undefined> {
  const path = await pathTo(tx, tenant, id)
  const area = path.at(-1)
  if (!area) return undefined
  const named = path.filter((step) => NAMED.includes(step.level))
  return {
    id: area.id,
    area_pos: area.area_pos,
    areaId: area.id,
    gridId: path.find((step) => step.level === 'grid')?.id ?? null,
    placeId: null,
    address: named.length ? named.map((step) => step.name).join('') : area.name,
    lon: area.lon,
    lat: area.lat,
  }
}

/** The place whose code was scanned, the area named, or the grid around a point. */
export async function where(input: Where, tx: Tx, actor: Actor): Promise<Spot | undefined> {
  if (actor.place) return placeOfCode(tx, actor.tenant, actor.place)
  if (input.areaId) return spotOfArea(tx, actor.tenant, input.areaId)
  if (input.lon === undefined || input.lat === undefined) throw new Problem(matterProblems.noPlace)
  const grid = await gridAt(tx, actor.tenant, input.lon, input.lat)
  if (!grid) throw new Problem(matterProblems.noGridThere)
  return spotOfArea(tx, actor.tenant, grid.id)
}

export const FIELD_AND_DESK = [
  'grid_worker',
  'building_head',
  'volunteer',
  'patrol_member',
  'community_staff',
  'community_head',
  'subdistrict_staff',
] as const
/** Those of them who read what was reported around them. */
export const LISTENERS = ['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff'] as const
export const listens = works(...LISTENERS)
