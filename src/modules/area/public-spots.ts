// Where something may be said to be in public: a building with many homes or a grid, never one home.
import { sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'
import { type Level, WIDTH } from './lifecycle.ts'

/** decided 26: what speaks of fewer than ten is not public. A building with fewer homes is as good as a person's name. */
const MANY_HOMES = 10

type Named = { readonly zh: string; readonly en: string }
export type PublicSpot = {
  /** Of the area that is named. */
  readonly id: string
  readonly lon: number | null
  readonly lat: number | null
  /** From the smallest to the largest. */
  readonly names: readonly Named[]
  readonly community: Named | null
}

type Row = {
  id: string
  area_pos: number
  level: Level
  zh: string
  en: string
  lon: number | null
  lat: number | null
  floors: number | null
  units: number
  homes: number
}

const startOf = (pos: number, level: Level) => pos - (pos % WIDTH[level])
const ABOVE_HOME = ['building', 'grid', 'community', 'subdistrict', 'district'] as const
const startsOf = (pos: number) => ABOVE_HOME.map((level) => startOf(pos, level))

/** Homes as they are registered; where none is, every floor of a unit holds at least one. */
const holdsMany = ({ homes, units, floors }: Row) =>
  homes > 0 ? homes >= MANY_HOMES : Math.max(units, 1) * (floors ?? 0) >= MANY_HOMES

const found = (tx: Tx, tenant: string, starts: readonly number[]) => {
  const below = (level: 'unit' | 'home') =>
    sql`(select count(*)::int from (select 1 from area ${sql.raw(level)} where ${sql.raw(level)}.tenant_id = ${tenant} and ${sql.raw(level)}.level = ${level}
      and ${sql.raw(level)}.area_pos between a.area_pos and a.area_end and ${sql.raw(level)}.valid_to is null limit ${MANY_HOMES}) counted)`
  return tx.all(
    sql<Row>`select a.id, a.area_pos, a.level, a.name as zh, a.name_en as en, a.lon, a.lat, a.floors,
        case when a.level = 'building' then ${below('unit')} else 0 end as units,
        case when a.level = 'building' then ${below('home')} else 0 end as homes
      from area a where a.tenant_id = ${tenant} and a.area_pos = any (${[...starts]}::bigint[]) and a.valid_to is null`,
  )
}

/** For each position the smallest area that may be named in public. What has no area left is not in the answer. */
export async function publicSpots(
  tx: Tx,
  tenant: string,
  positions: readonly number[],
): Promise<ReadonlyMap<number, PublicSpot>> {
  const starts = [...new Set(positions.flatMap(startsOf))]
  const byStart = new Map((starts.length ? await found(tx, tenant, starts) : []).map((row) => [row.area_pos, row]))
  return new Map(
    [...new Set(positions)].flatMap((pos) => {
      const path = [...new Set(startsOf(pos))]
        .flatMap((start) => byStart.get(start) ?? [])
        .filter(({ level }) => (ABOVE_HOME as readonly string[]).includes(level))
        .filter((row) => row.level !== 'building' || holdsMany(row))
      const [here] = path
      if (!here) return []
      const names = path.map(({ zh, en }) => ({ zh, en: en || zh }))
      const at = path.findIndex(({ level }) => level === 'community')
      const point = path.find(({ lon, lat }) => lon !== null && lat !== null)
      const spot = { id: here.id, lon: point?.lon ?? null, lat: point?.lat ?? null, names }
      return [[pos, { ...spot, community: names[at] ?? null }] as const]
    }),
  )
}

/** Whether a position lies inside a building: a unit, a home, a shop behind a door. */
export const insideBuilding = (pos: number): boolean => pos % WIDTH.building !== 0
