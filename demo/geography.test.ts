// The demo's map is a real map: nothing overlaps, nothing is left over, every house stands in the grid it names.
import pointInPolygon from 'point-in-polygon-hao'
import { describe, expect, test } from 'vitest'
import { type DemoTenant, demoGeography, demoGrounds, demoLines } from '#demo/geography.ts'
import { type Point, type Position, signedArea } from '#demo/plane.ts'

const { tenants } = demoGeography()
const [linli, yunhu] = tenants as [DemoTenant, DemoTenant]
const inLinli = <T extends { properties: { grid?: string; code?: string } }>(feature: T) =>
  (feature.properties.grid ?? feature.properties.code ?? '').startsWith('990101001')

const ringOf = (polygon: { coordinates: Position[][] }): Position[] => polygon.coordinates[0]!

// Degrees of longitude and latitude stretched so that areas compare; a few hundred metres need no better projection.
const flat = (ring: Position[]): Point[] => ring.slice(0, -1).map(([lon, lat]) => [lon * 91_950, lat * 110_940])
const area = (ring: Position[]): number => signedArea(flat(ring))

const holds = (ring: Position[], point: readonly number[]): boolean =>
  pointInPolygon([point[0]!, point[1]!], [ring]) === true

function middle(ring: Position[]): Position {
  const corners = ring.slice(0, -1)
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
  return [mean(0), mean(1)]
}

describe('counts', () => {
  test('Linli Subdistrict has 9 communities, 43 grids and about 120 buildings', () => {
    expect(linli.tree.filter((row) => row.parent === '990101001')).toHaveLength(9)
    expect(linli.grids.features.filter(inLinli)).toHaveLength(43)
    const buildings = linli.buildings.features.filter(inLinli).length
    expect(buildings).toBeGreaterThanOrEqual(110)
    expect(buildings).toBeLessThanOrEqual(130)
  })

  test('the small subdistrict and the other district', () => {
    expect(linli.grids.features).toHaveLength(43 + 6)
    expect(linli.tree.filter((row) => row.parent === '990101002')).toHaveLength(2)
    expect(linli.buildings.features.filter((b) => !inLinli(b))).toHaveLength(12)
    expect([yunhu.grids.features.length, yunhu.buildings.features.length, yunhu.tree.length]).toEqual([3, 6, 3])
  })

  test('grids are numbered 1 to 43 and coded after their community', () => {
    const names = linli.grids.features.filter(inLinli).map((grid) => grid.properties.name)
    expect(new Set(names)).toEqual(new Set(Array.from({ length: 43 }, (_, i) => `第${i + 1}网格`)))
    for (const { properties } of linli.grids.features) expect(properties.code).toMatch(`${properties.community}00`)
  })

  test('names of buildings are unique within a tenant', () => {
    for (const { buildings } of tenants) {
      const names = buildings.features.map((building) => building.properties.name)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('清荷苑 lies in grids 11, 12 and 13 and keeps its old name', () => {
    const compound = linli.compounds.find(({ name }) => name === '清荷苑')
    expect(compound?.aliases).toEqual(['纺织厂家属院'])
    expect(compound?.grids).toEqual(['990101001001001', '990101001001002', '990101001001003'])
  })
})

describe.each(tenants)('$name', (tenant) => {
  const grids = new Map(tenant.grids.features.map((grid) => [grid.properties.code, ringOf(grid.geometry)]))

  test('rings are closed, counter-clockwise and near their centre', () => {
    const [lon, lat] = tenant === linli ? [115.6, 34.4] : [115.9, 34.6]
    const all = [...tenant.grids.features, ...tenant.buildings.features, ...tenant.boundaries]
    for (const { geometry } of all) {
      const ring = ringOf(geometry)
      expect(ring.at(-1)).toEqual(ring[0])
      expect(area(ring)).toBeGreaterThan(0)
      for (const [x, y] of ring) expect(Math.hypot((x - lon) * 0.83, y - lat)).toBeLessThan(0.02)
    }
  })

  test('every building stands in its grid with all corners', () => {
    for (const { geometry, properties } of tenant.buildings.features) {
      const [ring, grid] = [ringOf(geometry), grids.get(properties.grid)!]
      for (const point of [...ring, middle(ring)]) expect(holds(grid, point), properties.name).toBe(true)
    }
  })

  test('no two buildings overlap', () => {
    const rings = tenant.buildings.features.map((building) => ringOf(building.geometry))
    rings.forEach((ring, i) => {
      for (const other of rings.slice(i + 1)) expect(apart(ring, other)).toBe(true)
    })
  })

  test('grids tile their community, communities their subdistrict', () => {
    for (const { code, geometry } of tenant.boundaries) {
      const parts = tenant.grids.features.filter((grid) => grid.properties.code.startsWith(code))
      const sum = parts.reduce((total, grid) => total + area(ringOf(grid.geometry)), 0)
      expect(sum / area(ringOf(geometry))).toBeCloseTo(1, 4)
    }
  })

  test('a point of the subdistrict lies in exactly one grid', () => {
    const [subdistrict] = tenant.boundaries
    const ring = ringOf(subdistrict!.geometry)
    for (const point of scattered(ring, 2000)) {
      const hits = [...grids.values()].filter((grid) => holds(grid, point)).length
      expect(hits).toBe(holds(ring, point) ? 1 : 0)
    }
  })
})

test('open ground lies in one grid and under no house', () => {
  const houses = tenants.flatMap(({ buildings }) => buildings.features.map((building) => ringOf(building.geometry)))
  const grids = tenants.flatMap((tenant) => tenant.grids.features.map((grid) => ringOf(grid.geometry)))
  for (const { geometry, properties } of demoGrounds().features) {
    const ring = ringOf(geometry)
    const around = grids.filter((grid) => ring.every((corner) => holds(grid, corner)))
    expect(around, properties.name).toHaveLength(1)
    expect(houses.filter((house) => !apart(ring, house)).length, properties.name).toBe(0)
  }
})

test('the drawing is the same on every call, and its streets lie on it', () => {
  expect(demoGeography()).toEqual({ tenants })
  expect(demoLines().features.map((line) => line.properties.name)).toContain('清荷路')
})

// Convex or nearly so: two houses are apart when no corner or edge middle of one lies in the other.
function apart(one: Position[], other: Position[]): boolean {
  const halfway = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const probes = (ring: Position[]) => [...ring, middle(ring), ...ring.slice(1).map((p, i) => halfway(p, ring[i]!))]
  return !probes(one).some((p) => holds(other, p)) && !probes(other).some((p) => holds(one, p))
}

// A golden-ratio sequence covers the box evenly without randomness.
function scattered(ring: Position[], count: number): Position[] {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  const [west, south] = [Math.min(...lons), Math.min(...lats)]
  const [width, height] = [Math.max(...lons) - west, Math.max(...lats) - south]
  return Array.from({ length: count }, (_, i) => {
    const [u, v] = [(i * 0.7548776662466927) % 1, (i * 0.5698402909980532) % 1]
    return [west + u * width, south + v * height]
  })
}
