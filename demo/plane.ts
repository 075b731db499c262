// Turns a drawing in metres around a centre into WGS-84 rings, so that the demo's map can be drawn by hand.

/** Metres east and north of a centre. */
export type Point = readonly [east: number, north: number]

/** Longitude and latitude in degrees, WGS-84. */
export type Position = [lon: number, lat: number]

export type Centre = { lon: number; lat: number }

/** A GeoJSON polygon without holes. */
export type Polygon = { type: 'Polygon'; coordinates: Position[][] }

// Seven decimals are about one centimetre, finer than any survey the demo could pretend to.
const DECIMALS = 1e7

/** The position of a point given in metres from `centre`; series for the length of a degree on the WGS-84 ellipsoid. */
export function toPosition(centre: Centre, [east, north]: Point): Position {
  const phi = (centre.lat * Math.PI) / 180
  const metresPerLat = 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)
  const metresPerLon = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi)
  return [rounded(centre.lon + east / metresPerLon), rounded(centre.lat + north / metresPerLat)]
}

/** A polygon through `points`, closed and counter-clockwise as RFC 7946 asks. */
export function toPolygon(centre: Centre, points: readonly Point[]): Polygon {
  const ring = counterClockwise(points).map((point) => toPosition(centre, point))
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** The same corners, running counter-clockwise. */
export function counterClockwise<P extends Point>(points: readonly P[]): P[] {
  return signedArea(points) < 0 ? points.toReversed() : [...points]
}

/** Square metres, positive when the corners run counter-clockwise. */
export function signedArea(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS
}
