// Who studies disputes: those who may list the files see every figure of their area; a district and a grid see joined ones of a year.
import { type Actor, covers, holds, joinSpans, type Role, type Span, works } from '#kernel/access.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'

export const CLEAR = ['community_staff', 'community_head', 'subdistrict_staff', 'subdistrict_leader'] as const
export const JOINED = ['district_staff', 'district_leader'] as const
/** They open no file, and are told of their own grids alone: joined figures of a whole year. */
export const GRIDS = ['grid_worker'] as const

export const counts = holds(...CLEAR, ...JOINED, ...GRIDS)
/** A form names committees one by one: for those who may list their files. */
export const countsInFull = holds(...CLEAR)

/** They read what was said and found in an area. */
export const reads = works(...CLEAR)
/** They plan and record it. */
export const keeps = works('community_staff', 'community_head', 'subdistrict_staff')
type Placed = { readonly area_pos: number; readonly area_end: number }

export type Reach = { readonly spans: readonly Span[]; readonly joined: boolean }

const spansAs = (actor: Actor, roles: readonly Role[]) =>
  joinSpans(actor.posts.filter((post) => roles.includes(post.role)))

/** Of what somebody asks for, the part that he may count; missing where he may count none of it. */
function part(spans: readonly Span[], area: Placed | undefined): readonly Span[] {
  if (!area) return spans
  const inner = spans.find((span) => covers(span, area.area_pos) && covers(span, area.area_end))
  if (inner) return [{ pos: area.area_pos, end: area.area_end }]
  return spans.filter((span) => area.area_pos <= span.pos && span.end <= area.area_end)
}

/**
 * A district's reader, and a grid's, is told about all of it or nothing: from figures of a part, the rest could be subtracted. Where a
 * post lets somebody see the files, he is told in full.
 */
export function reachOf(actor: Actor, area: Placed | undefined): Reach {
  const clear = part(spansAs(actor, CLEAR), area)
  if (clear.length > 0) return { spans: clear, joined: false }
  const whole = area ? [] : spansAs(actor, [...JOINED, ...GRIDS])
  if (whole.length === 0) throw new Problem(doorProblems.missing)
  return { spans: whole, joined: true }
}
