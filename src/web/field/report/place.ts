// A place that can be reported from the field, and which areas are fine enough to be one.
import type { Output } from '#web/call.ts'
import { type currentLang, pick } from '#web/lang.ts'

type Found = Output<'area.find'>['areas'][number]

export type Place = {
  readonly id: string
  readonly name: string
  readonly path: string
  /** The phone's, where it stood in for a name. */
  readonly lon?: number
  readonly lat?: number
}

/** Nobody reports "somewhere in the district"; and a home is never named, since a matter is of a stairwell or a door. */
const FINE_ENOUGH: readonly string[] = ['grid', 'building', 'unit']
const MOST = 8
/** Between the steps of a path as area.find tells it. */
const STEP = ' › '

/** A unit is called by its building too: "2单元" alone is of every house. */
function placeOf(area: Found, lang: ReturnType<typeof currentLang>): Place {
  const name = pick(area.name, area.nameEn, lang)
  const steps = area.path.split(STEP)
  if (area.level !== 'unit') return { id: area.id, name, path: steps.slice(-2).join(' ') }
  return { id: area.id, name: `${steps.at(-1)} ${name}`, path: steps.slice(-3, -1).join(' ') }
}

/** What was found, the reader's own grids first. */
export function placesOf(
  found: readonly Found[],
  own: readonly string[],
  lang: ReturnType<typeof currentLang>,
): readonly Place[] {
  const mine = ({ name, path }: Found) => own.includes(name) || path.split(STEP).some((step) => own.includes(step))
  return found
    .filter(({ level }) => FINE_ENOUGH.includes(level))
    .toSorted((a, b) => Number(mine(b)) - Number(mine(a)))
    .slice(0, MOST)
    .map((area) => placeOf(area, lang))
}
