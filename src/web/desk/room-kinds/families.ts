// The four families of kinds about rooms: what a row of each says, and the code a new one gets.
export const FAMILIES = ['rooms', 'teams', 'bodies', 'means'] as const
export type Family = (typeof FAMILIES)[number]
export const LEVELS = ['district', 'subdistrict', 'community'] as const
export type Level = (typeof LEVELS)[number]

/** A kind of any family; what a family does not have is not there. */
export type Kind = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly sort: number
  readonly retired: boolean
  /** As it was read; 0 for a new one. */
  readonly version: number
  /** Of rooms: the level it belongs to, `null` for any. */
  readonly level?: Level | null
  /** Of rooms and means: an area without one is a gap. */
  readonly expected?: boolean
  /** Of rooms: services that a new one starts with. */
  readonly usual?: readonly { readonly zh: string; readonly en: string }[]
  /** Of means. */
  readonly unitZh?: string
  readonly unitEn?: string
}

/** Codes of places are shorter, since they stand in addresses. */
const LONGEST: Record<Family, number> = { rooms: 20, teams: 30, bodies: 30, means: 30 }
const STEP = 10

export const familyOf = (text: string | undefined): Family => FAMILIES.find((one) => one === text) ?? 'rooms'

/** “Fire-safety room” is `fire_safety_room`: nobody has to think of a code. Undefined when fewer than two letters remain. */
export function codeOf(english: string, family: Family): string | undefined {
  const words = english.toLowerCase().match(/[a-z]+/g) ?? []
  const code = words
    .join('_')
    .slice(0, LONGEST[family])
    .replace(/^_+|_+$/g, '')
  return code.length > 1 ? code : undefined
}

/** Where a new kind stands: after all others. */
export const lastSort = (kinds: readonly { readonly sort: number }[]): number =>
  Math.max(0, ...kinds.map(({ sort }) => sort)) + STEP
