// Numbers the tree: every area is an interval of integers, and everything inside it lies between the two ends.
import { Problem } from '#kernel/problem.ts'
import { isBelow, type Level, levelWords, WIDTH } from './lifecycle.ts'
import { areaProblems } from './words.ts'

export type Numbered = {
  readonly name: string
  readonly level: Level
  readonly area_pos: number
  readonly area_end: number
}

/** The positions of a district: the whole room. Each tenant numbers its own tree. */
export const districtSpan = () => ({ pos: WIDTH.district, end: 2 * WIDTH.district - 1 })

/**
 * The next free interval under `parent`. `last` is the greatest start among its children of that level, or undefined.
 * Slot 0 belongs to the parent itself, so that a row of the parent never looks like a row of its first child.
 * @throws area.wrongLevel, area.full
 */
export function nextSpan(parent: Numbered, level: Level, last: number | undefined): { pos: number; end: number } {
  if (!isBelow(level, parent.level))
    throw new Problem(areaProblems.wrongLevel, { level: levelWords[level].zh, above: levelWords[parent.level].zh })
  const width = WIDTH[level]
  const pos = last === undefined ? parent.area_pos + width : last + width
  const end = pos + width - 1
  if (end > parent.area_end) throw new Problem(areaProblems.full, { name: parent.name })
  return { pos, end }
}
