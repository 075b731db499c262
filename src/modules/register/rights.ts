// Who may read the register masked, and who may enter into it. District staff see counts alone.
import { allOf, holds, rule, works } from '#kernel/access.ts'

/** They see people of their area, masked. */
export const READERS = [
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
] as const
export const reads = works(...READERS)
/** They enter and correct: those who know the people. */
export const enters = works('grid_worker', 'community_staff', 'community_head')
/** They answer whoever asks for a correction of his own entry. */
export const answers = works('community_staff', 'community_head')
/** They send files in, for the area of their post. */
const SENDERS = ['community_staff', 'community_head', 'subdistrict_staff', 'district_staff'] as const
export const sends = works(...SENDERS)
/** Rows as they were written, unmasked, go back to whoever had them already: a colleague of the area had not. */
export const sentIt = rule<{ readonly made_by: string }>('sent it himself', (actor, row) => actor.id === row.made_by)
export const takesBack = allOf<{ readonly made_by: string; readonly area_pos: number }>(sends, sentIt)
/** Where no area is named: what they then see is that of their posts. */
export const sendsSomewhere = holds(...SENDERS)
export const entersSomewhere = holds('grid_worker', 'community_staff', 'community_head')
/** They see figures of their area and no person. */
export const counts = works(
  ...(['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff', 'subdistrict_leader'] as const),
  ...(['district_staff', 'district_leader'] as const),
)
