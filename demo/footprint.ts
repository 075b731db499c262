// The outlines, heights and storeys of the kinds of houses that stand in the demo's streets.
import type { Point } from './plane.ts'

type Form = {
  /** Metres from the south to the north wall. */
  depth: number
  /** Metres of facade that one entrance (单元) takes. */
  bay: number
  floors: number
  /** Metres from floor to floor. */
  storey: number
  /** Homes on one floor of one unit. */
  homesPerFloor: number
  /** Notched outline of a point block, so that a tower does not look like a box from above. */
  notched?: true
}

export const forms = {
  lane: { depth: 9, bay: 13, floors: 2, storey: 3.2, homesPerFloor: 2 },
  street: { depth: 14, bay: 17, floors: 4, storey: 3.3, homesPerFloor: 2 },
  walkup5: { depth: 12, bay: 15, floors: 5, storey: 2.9, homesPerFloor: 2 },
  walkup6: { depth: 12, bay: 15, floors: 6, storey: 2.9, homesPerFloor: 2 },
  lift11: { depth: 14, bay: 20, floors: 11, storey: 2.95, homesPerFloor: 2 },
  tower18: { depth: 19, bay: 16, floors: 18, storey: 3, homesPerFloor: 4, notched: true },
  tower26: { depth: 20, bay: 17, floors: 26, storey: 3, homesPerFloor: 4, notched: true },
} satisfies Record<string, Form>

export type FormName = keyof typeof forms

// Parapet and plinth: what a walk-up's roof edge stands above its top ceiling.
const PARAPET = 1.2

/** Storeys, homes on each floor of one unit, and height in metres to 0.1. */
export function measures(name: FormName): { floors: number; homesPerFloor: number; height: number } {
  const { floors, storey, homesPerFloor } = forms[name]
  return { floors, homesPerFloor, height: Math.round((floors * storey + PARAPET) * 10) / 10 }
}

/** Corners in metres of a house `units` entrances long, its middle at `at`, turned `turn` degrees from due south. */
export function footprint(name: FormName, units: number, at: Point, turn: number): Point[] {
  const form: Form = forms[name]
  const [halfLength, halfDepth] = [(form.bay * units) / 2, form.depth / 2]
  return placed(form.notched ? notched(halfLength, halfDepth) : rectangle(halfLength, halfDepth), at, turn)
}

/** Corners in metres of a plain rectangle of ground, its middle at `at`, turned like a house. */
export function plot([width, depth]: readonly [number, number], at: Point, turn: number): Point[] {
  return placed(rectangle(width / 2, depth / 2), at, turn)
}

function placed(corners: readonly Point[], at: Point, turn: number): Point[] {
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  return corners.map(([x, y]) => [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos])
}

function rectangle(x: number, y: number): Point[] {
  return [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ]
}

function notched(x: number, y: number): Point[] {
  const [wing, recess] = [x * 0.62, y * 0.72]
  const south: Point[] = [
    [-x, -recess],
    [-wing, -recess],
    [-wing, -y],
    [-x * 0.18, -y],
    [-x * 0.18, -recess],
    [x * 0.18, -recess],
    [x * 0.18, -y],
    [wing, -y],
    [wing, -recess],
    [x, -recess],
  ]
  return [...south, [x, recess], [wing, recess], [wing, y], [-wing, y], [-wing, recess], [-x, recess]]
}
