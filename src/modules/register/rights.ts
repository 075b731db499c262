// Who may read the register masked, and who may enter into it. District staff see counts alone.
import { works } from '#kernel/access.ts'

/** They see people of their area, masked. */
export const reads = works(
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
)
/** They enter and correct: those who know the people. */
export const enters = works('grid_worker', 'community_staff', 'community_head')
/** They answer whoever asks for a correction of his own entry. */
export const answers = works('community_staff', 'community_head')
/** They see figures of their area and no person. */
export const counts = works(
  ...(['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff', 'subdistrict_leader'] as const),
  ...(['district_staff', 'district_leader'] as const),
)
