// Which grid a point lies in, answered in the process: an index over grid boundaries, built once per tenant and version.
import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import type { Tx } from '#kernel/database.ts'
import { gridShapes } from './store.ts'

type Ring = number[][]
type Shape = { id: string; name: string; nameEn: string; pos: number; polygons: Ring[][] }
type Index = { shapes: Shape[]; boxes: Flatbush | undefined }
type Boundary = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }

export type Grid = { readonly id: string; readonly name: string; readonly nameEn: string; readonly pos: number }

const byTenant = new Map<string, Promise<Index>>()

/** Forgets a tenant's index after its areas changed, here or in another process. */
export const forgetShapes = (tenant: string): void => {
  byTenant.delete(tenant)
}

/** Smallest longitude and latitude, then greatest. */
export function boxOf(boundary: Boundary): [number, number, number, number] {
  const points = (boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()).flat()
  const lons = points.map((point) => point[0]!)
  const lats = points.map((point) => point[1]!)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** The middle of the bounding box: good enough to show, never to measure. */
export function centreOf(boundary: Boundary): { lon: number; lat: number } {
  const [west, south, east, north] = boxOf(boundary)
  return { lon: (west + east) / 2, lat: (south + north) / 2 }
}

async function build(tx: Tx, tenant: string): Promise<Index> {
  const rows = await gridShapes(tx, tenant)
  const shapes = rows.map((row) => {
    const boundary = row.boundary as Boundary
    const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
    return { id: row.id, name: row.name, nameEn: row.name_en, pos: row.area_pos, polygons }
  })
  if (shapes.length === 0) return { shapes, boxes: undefined }
  const boxes = new Flatbush(shapes.length)
  for (const row of rows) boxes.add(...boxOf(row.boundary as Boundary))
  boxes.finish()
  return { shapes, boxes }
}

/** The grid whose boundary holds the point (WGS-84 degrees); on a shared edge the first by position. */
export async function gridAt(tx: Tx, tenant: string, lon: number, lat: number): Promise<Grid | undefined> {
  let index = byTenant.get(tenant)
  if (!index) {
    index = build(tx, tenant)
    byTenant.set(tenant, index)
    index.catch(() => byTenant.delete(tenant))
  }
  const { shapes, boxes } = await index
  if (!boxes) return undefined
  return boxes
    .search(lon, lat, lon, lat)
    .map((at) => shapes[at]!)
    .sort((a, b) => a.pos - b.pos)
    .find((shape) =>
      shape.polygons.some(
        (rings) => pointInPolygon([lon, lat], rings as Parameters<typeof pointInPolygon>[1]) !== false,
      ),
    )
}
