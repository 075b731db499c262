// The drawing of a demo subdistrict: shared corners, grids between them, houses in rows, lines of streets and water.
import type { FormName } from './footprint.ts'
import type { Centre, Point } from './plane.ts'

export type SubdistrictPlan = {
  /** Nine digits. */
  code: string
  name: string
  nameEn: string
  centre: Centre
  /** Named corners in metres from the centre. Grids that touch share the corner, never merely its place. */
  corners: Readonly<Record<string, Point>>
  communities: readonly CommunityPlan[]
  beats: readonly { name: string; nameEn: string; communities: readonly string[] }[]
  lines: readonly LinePlan[]
  grounds: readonly GroundPlan[]
}

export type CommunityPlan = {
  /** Twelve digits. */
  code: string
  name: string
  nameEn: string
  aliases?: string[]
  grids: readonly GridPlan[]
  rows: readonly HouseRow[]
}

export type GridPlan = {
  /** The number people say, 第12网格; it runs through the whole subdistrict. */
  number: number
  /** Corner names around the grid, separated by blanks, counter-clockwise. */
  corners: string
  aliases?: string[]
}

/** Houses that share a gate and a name (小区), or that are simply numbered along a street. */
export type HouseRow = CompoundRow | StreetRow

type CompoundRow = Row & { kind: 'compound'; address: string; aliases?: string[] }

type StreetRow = Row & { kind: 'street' }

type Row = {
  name: string
  nameEn: string
  /** Degrees counter-clockwise from due south; a house may have its own. */
  turn: number
  houses: readonly HousePlan[]
}

export type HousePlan = {
  no: number
  /** The number of the grid it stands in. */
  grid: number
  /** Its middle, metres from the centre. */
  at: Point
  form: FormName
  /** Entrances (单元). */
  units: number
  turn?: number
}

export type LinePlan = {
  name: string
  nameEn: string
  kind: 'avenue' | 'road' | 'lane' | 'stream'
  /** Corner names along the line, separated by blanks. */
  path: string
}

export type GroundPlan = {
  name: string
  nameEn: string
  kind: 'park' | 'square' | 'school' | 'market' | 'site'
  at: Point
  /** Metres west to east and south to north, before turning. */
  size: readonly [width: number, depth: number]
  turn: number
}
