// The invented districts of the demo as import rows: area tree, grids, buildings, compounds, police beats, boundaries.
import { footprint, measures, plot } from './footprint.ts'
import { linliSubdistrict } from './linli/subdistrict.ts'
import { outline } from './outline.ts'
import type { CommunityPlan, GridPlan, GroundPlan, HousePlan, HouseRow, LinePlan, SubdistrictPlan } from './plan.ts'
import { type Point, type Polygon, type Position, toPolygon, toPosition } from './plane.ts'
import { tinglanSubdistrict } from './tinglan.ts'
import { yunhuSubdistrict } from './yunhu.ts'

export type TreeRow = {
  code: string
  name: string
  nameEn?: string
  level: 'district' | 'subdistrict' | 'community'
  parent: string | null
  aliases?: string[]
}

export type Feature<G, P> = { type: 'Feature'; geometry: G; properties: P }
export type FeatureCollection<G, P> = { type: 'FeatureCollection'; features: Feature<G, P>[] }

export type GridProperties = { code: string; name: string; nameEn: string; community: string; aliases?: string[] }

/** `units` entrances with `floors` × `homesPerFloor` homes each; `height` in metres. */
export type BuildingProperties = {
  name: string
  nameEn: string
  grid: string
  address: string
  height: number
  floors: number
  units: number
  homesPerFloor: number
  compound?: string
}

export type Compound = { name: string; nameEn: string; kind: 'compound'; grids: string[]; aliases?: string[] }
export type Beat = { name: string; nameEn: string; kind: 'beat'; communities: string[] }

export type DemoTenant = {
  code: string
  name: string
  nameEn: string
  tree: TreeRow[]
  boundaries: { code: string; geometry: Polygon }[]
  grids: FeatureCollection<Polygon, GridProperties>
  buildings: FeatureCollection<Polygon, BuildingProperties>
  compounds: Compound[]
  beats: Beat[]
}

export type LineString = { type: 'LineString'; coordinates: Position[] }
export type LineProperties = Pick<LinePlan, 'name' | 'nameEn' | 'kind'>
export type GroundProperties = Pick<GroundPlan, 'name' | 'nameEn' | 'kind'>

const districts = [
  { code: '990101', name: '邻里区', nameEn: 'Linli District', subdistricts: [linliSubdistrict, tinglanSubdistrict] },
  { code: '990201', name: '云湖区', nameEn: 'Yunhu District', subdistricts: [yunhuSubdistrict] },
]
const subdistricts: SubdistrictPlan[] = districts.flatMap((district) => district.subdistricts)

/** Every tenant of the demo with its areas and houses; the same on every call. */
export function demoGeography(): { tenants: DemoTenant[] } {
  return {
    tenants: districts.map(({ code, name, nameEn, subdistricts: plans }) => ({
      code,
      name,
      nameEn,
      tree: [{ code, name, nameEn, level: 'district', parent: null }, ...plans.flatMap((plan) => treeOf(plan, code))],
      boundaries: plans.flatMap(boundariesOf),
      grids: collection(plans.flatMap(gridsOf)),
      buildings: collection(plans.flatMap(buildingsOf)),
      compounds: plans.flatMap(compoundsOf),
      beats: plans.flatMap(beatsOf),
    })),
  }
}

/** Streets, lanes and water of all tenants, for the map's ground. */
export function demoLines(): FeatureCollection<LineString, LineProperties> {
  const one = (plan: SubdistrictPlan, { path, ...properties }: LinePlan) => {
    const coordinates = points(plan, path.split(' ')).map((point) => toPosition(plan.centre, point))
    return feature<LineString, LineProperties>({ type: 'LineString', coordinates }, properties)
  }
  return collection(subdistricts.flatMap((plan) => plan.lines.map((line) => one(plan, line))))
}

/** Schools, parks and other open ground of all tenants, for the map's ground. */
export function demoGrounds(): FeatureCollection<Polygon, GroundProperties> {
  const one = (plan: SubdistrictPlan, { at, size, turn, ...properties }: GroundPlan) =>
    feature(toPolygon(plan.centre, plot(size, at, turn)), properties)
  return collection(subdistricts.flatMap((plan) => plan.grounds.map((ground) => one(plan, ground))))
}

/** The 15-digit code of 第`number`网格 in a subdistrict of nine digits. */
export function gridCode(subdistrict: string, number: number): string {
  const plan = subdistricts.find(({ code }) => code === subdistrict)
  if (!plan) throw new Error(`the demo has no subdistrict ${subdistrict}`)
  return gridCodeIn(plan, number)
}

function gridCodeIn(plan: SubdistrictPlan, number: number): string {
  for (const community of plan.communities) {
    const index = community.grids.findIndex((grid) => grid.number === number)
    if (index >= 0) return community.code + String(index + 1).padStart(3, '0')
  }
  throw new Error(`${plan.name} has no grid ${number}`)
}

function treeOf(plan: SubdistrictPlan, district: string): TreeRow[] {
  const { code, name, nameEn } = plan
  const communities = plan.communities.map(
    (community): TreeRow => ({
      code: community.code,
      name: community.name,
      nameEn: community.nameEn,
      level: 'community',
      parent: code,
      ...aliased(community),
    }),
  )
  return [{ code, name, nameEn, level: 'subdistrict', parent: district }, ...communities]
}

function boundariesOf(plan: SubdistrictPlan): DemoTenant['boundaries'] {
  const around = (communities: readonly CommunityPlan[]) => {
    const faces = communities.flatMap((community) => community.grids.map((grid) => grid.corners.split(' ')))
    return toPolygon(plan.centre, points(plan, outline(faces)))
  }
  const communities = plan.communities.map((community) => ({ code: community.code, geometry: around([community]) }))
  return [{ code: plan.code, geometry: around(plan.communities) }, ...communities]
}

function gridsOf(plan: SubdistrictPlan): Feature<Polygon, GridProperties>[] {
  const one = (community: CommunityPlan, grid: GridPlan) =>
    feature(toPolygon(plan.centre, points(plan, grid.corners.split(' '))), {
      code: gridCodeIn(plan, grid.number),
      name: `第${grid.number}网格`,
      nameEn: `Grid ${grid.number}`,
      community: community.code,
      ...aliased(grid),
    })
  return plan.communities.flatMap((community) => community.grids.map((grid) => one(community, grid)))
}

function buildingsOf(plan: SubdistrictPlan): Feature<Polygon, BuildingProperties>[] {
  const one = (row: HouseRow, house: HousePlan) => {
    const corners = footprint(house.form, house.units, house.at, house.turn ?? row.turn)
    return feature(toPolygon(plan.centre, corners), {
      ...named(row, house),
      grid: gridCodeIn(plan, house.grid),
      ...measures(house.form),
      units: house.units,
    })
  }
  return rowsOf(plan).flatMap((row) => row.houses.map((house) => one(row, house)))
}

function named(row: HouseRow, { no }: HousePlan): { name: string; nameEn: string; address: string; compound?: string } {
  if (row.kind === 'street') {
    return { name: `${row.name}${no}号`, nameEn: `${no} ${row.nameEn}`, address: `${row.name}${no}号` }
  }
  const { name, nameEn, address } = row
  return { name: `${name}${no}号楼`, nameEn: `${nameEn} Building ${no}`, address, compound: name }
}

function compoundsOf(plan: SubdistrictPlan): Compound[] {
  return rowsOf(plan).flatMap((row) => {
    if (row.kind !== 'compound') return []
    const numbers = [...new Set(row.houses.map((house) => house.grid))]
    const grids = numbers.map((number) => gridCodeIn(plan, number))
    return [{ name: row.name, nameEn: row.nameEn, kind: 'compound' as const, grids, ...aliased(row) }]
  })
}

function beatsOf(plan: SubdistrictPlan): Beat[] {
  return plan.beats.map(({ communities, ...names }) => ({ ...names, kind: 'beat', communities: [...communities] }))
}

function rowsOf(plan: SubdistrictPlan): HouseRow[] {
  return plan.communities.flatMap((community) => community.rows)
}

function points(plan: SubdistrictPlan, names: readonly string[]): Point[] {
  return names.map((name) => {
    const point = plan.corners[name]
    if (!point) throw new Error(`${plan.name} has no corner ${name}`)
    return point
  })
}

function aliased({ aliases }: { aliases?: string[] }): { aliases?: string[] } {
  return aliases ? { aliases } : {}
}

function feature<G, P>(geometry: G, properties: P): Feature<G, P> {
  return { type: 'Feature', geometry, properties }
}

function collection<G, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features }
}
