// The roles that sign in, written here by hand: the table of rights names them, and a new role without a line is noticed.

export const STAFF = [
  'grid_worker',
  'building_head',
  'volunteer',
  'patrol_member',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'department_clerk',
  'mediator',
  'lawyer',
  'expert',
  'district_staff',
  'district_leader',
  'privacy_officer',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type StaffRole = (typeof STAFF)[number]

/** Those whose posts open the matters of their area. */
export const READERS = [
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'district_leader',
] as const

/** Desks that check what the field has done, and take what lies in a grid without a worker. */
export const DESKS = ['community_staff', 'community_head', 'subdistrict_staff'] as const

/** The three that keep each other in check. They keep accounts and the tree, and read no content. */
export const ADMINISTRATORS = ['system_admin', 'security_admin', 'audit_admin'] as const

/** To whom a matter can be handed: everybody in office but those who keep the house itself. */
export const HANDLERS = STAFF.filter(
  (role) => !['system_admin', 'security_admin', 'audit_admin', 'privacy_officer'].includes(role),
)

/** 待接单、待签收、办理中、已挂起、待核查、已答复、已办结、不予受理、已并案、已撤回、已归档 */
export const STATES = [
  ...(['reported', 'dispatched', 'handling', 'paused', 'finished', 'replied', 'closed'] as const),
  ...(['declined', 'merged', 'withdrawn', 'archived'] as const),
] as const
export type State = (typeof STATES)[number]
export const OPEN = ['reported', 'dispatched', 'handling', 'paused', 'finished', 'replied'] as const
/** They answer for an area: they decide what the desk may, and see to what was late. */
export const LEADERS = ['community_head', 'subdistrict_leader', 'district_leader'] as const
/** They write down what they hear, and see what was reported around them. */
export const LISTENERS = ['grid_worker', ...DESKS] as const
