// What the demo street holds that generated matters can be about: its grids, doors, people and kinds, and who may sign in.
import type { Client } from 'pg'

export type Spot = {
  readonly areaId: string
  readonly areaPos: number
  readonly gridId: string
  readonly address: string
  readonly lon: number | null
  readonly lat: number | null
  /** The printed code of a door; undefined for homes, which have none. */
  readonly door: { readonly id: string; readonly code: string } | undefined
}

export type Person = { readonly id: string; readonly name: string }

export type Grid = {
  readonly id: string
  readonly tenant: string
  readonly subdistrict: string
  readonly spots: readonly Spot[]
  readonly workers: readonly Person[]
  /** Who checks what was done here. */
  readonly desk: readonly Person[]
}

export type Kind = {
  readonly code: string
  readonly zh: string
  readonly limit: number
  readonly counting: 'work' | 'always'
  readonly proof: string
}

export type BenchStreet = { readonly grids: readonly Grid[]; readonly kinds: readonly Kind[] }

/** The subdistrict whose duty desk and grid worker ask in the measurements. */
export const SUBDISTRICT = '邻里街道'
export const COMMUNITY_LOGIN = 'chenjing'
export const DESK_LOGIN = 'anxiaoya'
export const WORKER_LOGIN = 'zhouxiaolan'

const rows = async <T>(client: Client, text: string): Promise<T[]> => (await client.query(text)).rows as T[]

type Held = Person & { tenant: string; role: string; pos: number; end: number }
type GridRow = { id: string; tenant: string; pos: number; end: number; subdistrict: string }

/** Reads as the owner: 52 grids of three subdistricts in two districts. */
export async function readStreet(client: Client): Promise<BenchStreet> {
  const kinds = await rows<Kind>(
    client,
    `select distinct on (code) code, zh, limit_minutes as limit, counting, proof from matter_kind where retired_at is null order by code`,
  )
  const held = await rows<Held>(
    client,
    `select a.tenant_id as tenant, a.id, a.name, p.role, r.area_pos as pos, r.area_end as end from post p
     join account a on a.tenant_id = p.tenant_id and a.id = p.account_id join area r on r.tenant_id = p.tenant_id and r.id = p.area_id
     where p.ended_at is null and p.role in ('grid_worker', 'community_staff', 'subdistrict_staff')`,
  )
  const grids = await rows<GridRow>(
    client,
    `select g.id, g.tenant_id as tenant, g.area_pos as pos, g.area_end as end, s.name as subdistrict from area g
     join area s on s.tenant_id = g.tenant_id and s.level = 'subdistrict' and g.area_pos between s.area_pos and s.area_end
     where g.level = 'grid' order by g.tenant_id, g.area_pos`,
  )
  const spots = await rows<Spot & { tenant: string; door_id: string | null; code: string | null }>(
    client,
    `select x.tenant_id as tenant, x.id as "areaId", x.area_pos as "areaPos", g.id as "gridId", x.address || x.name as address,
       x.lon, x.lat, p.id as door_id, p.code from area x
     join area g on g.tenant_id = x.tenant_id and g.level = 'grid' and x.area_pos between g.area_pos and g.area_end
     left join place p on p.tenant_id = x.tenant_id and p.area_id = x.id and p.kind = 'door' and p.retired_at is null
     where x.level in ('building', 'unit', 'home') order by x.tenant_id, x.area_pos`,
  )
  const byGrid = Map.groupBy(spots, (spot) => spot.gridId)
  const works = (grid: GridRow, ...roles: string[]) =>
    held.filter(
      (one) => one.tenant === grid.tenant && roles.includes(one.role) && one.pos <= grid.pos && grid.end <= one.end,
    )
  return {
    kinds,
    grids: grids
      .filter((grid) => byGrid.has(grid.id))
      .map((grid) => ({
        id: grid.id,
        tenant: grid.tenant,
        subdistrict: grid.subdistrict,
        spots: byGrid.get(grid.id)!.map(({ door_id, code, ...spot }) => ({
          ...spot,
          door: door_id && code ? { id: door_id, code } : undefined,
        })),
        workers: works(grid, 'grid_worker'),
        desk: works(grid, 'community_staff', 'subdistrict_staff'),
      })),
  }
}
