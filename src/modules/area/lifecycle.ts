// The levels of the administrative tree, from above to below, and the room each has in the numbering.
import type { Text } from '#kernel/words.ts'

export const LEVELS = ['district', 'subdistrict', 'community', 'grid', 'building', 'unit', 'home'] as const
export type Level = (typeof LEVELS)[number]

/**
 * How many positions one area of a level takes. Widths are powers of two with wide gaps: 256 subdistricts a district,
 * 256 communities, 256 grids, 2,047 buildings a grid (a rural grid counts each yard), 127 units, 1,023 homes.
 * All positions stay below 2^53, so JavaScript counts them exactly.
 */
export const WIDTH: Record<Level, number> = {
  district: 2 ** 52,
  subdistrict: 2 ** 44,
  community: 2 ** 36,
  grid: 2 ** 28,
  building: 2 ** 17,
  unit: 2 ** 10,
  home: 1,
}

export const levelWords: Record<Level, Text> = {
  district: { zh: '区县', en: 'District' },
  subdistrict: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '单元', en: 'Unit' },
  home: { zh: '户', en: 'Home' },
}

export const isBelow = (level: Level, above: Level): boolean => LEVELS.indexOf(level) > LEVELS.indexOf(above)
