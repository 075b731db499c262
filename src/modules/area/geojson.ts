// What `bin/linli area import` reads: official trees, grids and buildings as GeoJSON, turned into rows of one batch.
import { z } from 'zod'
import { Boundary, Code, type ImportRow, Level } from './contract.ts'

export type Row = z.input<typeof ImportRow>

export const TreeRow = z.object({
  code: Code,
  name: z.string().min(1),
  nameEn: z.string().default(''),
  level: Level,
  parent: z.string().nullable(),
  aliases: z.array(z.string()).default([]),
})

const Features = <T extends z.ZodType>(properties: T) =>
  z.object({ type: z.literal('FeatureCollection'), features: z.array(z.object({ geometry: Boundary, properties })) })

export const GridFile = Features(
  z.object({
    code: Code,
    name: z.string().min(1),
    nameEn: z.string().default(''),
    community: z.string(),
    aliases: z.array(z.string()).default([]),
  }),
)
export const BuildingFile = Features(
  z.object({
    code: Code.optional(),
    name: z.string().min(1),
    nameEn: z.string().default(''),
    /** Code of the grid. */
    grid: z.string(),
    address: z.string().default(''),
    height: z.number().optional(),
    floors: z.number().int().optional(),
    units: z.number().int().min(0).default(0),
    homesPerFloor: z.number().int().min(0).default(0),
  }),
)

export type Boundaries = ReadonlyMap<string, z.output<typeof Boundary>>

/** Rows of an official list below an existing district; the district's own row is left out. */
export const treeRows = (tree: readonly z.input<typeof TreeRow>[], boundaries: Boundaries = new Map()): Row[] =>
  tree
    .map((row) => TreeRow.parse(row))
    .filter((row) => row.parent !== null)
    .map(({ parent, ...row }) => ({
      ...row,
      key: row.code,
      parent: parent!,
      ...(boundaries.has(row.code) ? { boundary: boundaries.get(row.code)! } : {}),
    }))

export const gridRows = (file: z.output<typeof GridFile>): Row[] =>
  file.features.map(({ geometry, properties: { community, ...row } }) => ({
    ...row,
    level: 'grid',
    key: row.code,
    parent: community,
    boundary: geometry,
  }))

/** A building with its units and homes: 清荷苑3号楼 › 2单元 › 301. Room numbers count floor, then door. */
export function buildingRows(file: z.output<typeof BuildingFile>): Row[] {
  return file.features.flatMap(({ geometry, properties }) => {
    const { grid, units, homesPerFloor, floors, height, ...building } = properties
    const key = `${grid} ${building.name}`
    const own: Row = {
      ...building,
      level: 'building',
      key,
      parent: grid,
      boundary: geometry,
      ...(height === undefined ? {} : { height }),
      ...(floors === undefined ? {} : { floors }),
    }
    const below = Array.from({ length: units }, (_, at) => unitRows(key, at + 1, floors ?? 0, homesPerFloor)).flat()
    return [own, ...below]
  })
}

function unitRows(building: string, unit: number, floors: number, homesPerFloor: number): Row[] {
  const key = `${building} ${unit}`
  const homes = Array.from({ length: floors * homesPerFloor }, (_, at) => {
    const number = `${Math.floor(at / homesPerFloor) + 1}${String((at % homesPerFloor) + 1).padStart(2, '0')}`
    return { level: 'home' as const, name: number, nameEn: number, key: `${key} ${number}`, parent: key }
  })
  return [{ level: 'unit', name: `${unit}单元`, nameEn: `Unit ${unit}`, key, parent: building }, ...homes]
}
