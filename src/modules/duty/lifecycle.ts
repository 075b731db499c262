// What the contract of duties and the pages share: the posts that a duty may bring with it.

/** Those of people in the field and in a community, never an administrator's. */
export const DUTY_ROLES = [
  ...(['community_head', 'community_staff', 'grid_worker', 'building_head', 'volunteer', 'patrol_member'] as const),
] as const
