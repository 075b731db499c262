// Who a matter lies with: the grid, an agency, the desk of an area, or a named leader with a team; and the rules that follow.
import { type Actor, ADMINS, allOf, type Role, rule, works } from '#kernel/access.ts'
import type { HeldMatter, MatterRow } from './store.ts'

export const DESKS = ['community_staff', 'community_head', 'subdistrict_staff'] as const
export const LEADERS = ['community_head', 'subdistrict_leader', 'district_leader'] as const
/** Whose posts open the matters of their area. */
export const READERS = [
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'district_leader',
] as const
/** Decides which agency it is when two have returned it. */
export const REFEREES = ['subdistrict_leader', 'district_staff', 'district_leader'] as const

type Led = Pick<MatterRow, 'agency_id' | 'desk_area_id' | 'leader_id' | 'helpers'>

const isStaff = (actor: Actor) => actor.kind === 'staff'
/** Administrators and the privacy officer keep the house and read no content, whoever hands them any. */
const KEEPERS_OF_THE_HOUSE: ReadonlySet<Role> = new Set([...ADMINS, 'privacy_officer'])
/** Between two posts nobody handles anything, whatever was once handed to him. */
export const inOffice = (actor: Actor): boolean =>
  isStaff(actor) && actor.posts.some((post) => !KEEPERS_OF_THE_HOUSE.has(post.role))

const worksFor = (actor: Actor, agency: string): boolean => actor.posts.some((post) => post.agencyId === agency)

const atDesk = (actor: Actor, area: string): boolean =>
  actor.posts.some((post) => post.areaId === area && (DESKS as readonly string[]).includes(post.role))

/** It was handed to this person: to his agency, his desk, or him by name. */
export const leadsNow = (actor: Actor, row: Led): boolean =>
  (row.agency_id !== null && worksFor(actor, row.agency_id)) ||
  (row.desk_area_id !== null && atDesk(actor, row.desk_area_id)) ||
  row.leader_id === actor.id

export const liesWithGrid = (row: Led): boolean => !row.agency_id && !row.desk_area_id && !row.leader_id

export const leads = rule<HeldMatter>('leads it', (actor, row) => inOffice(actor) && leadsNow(actor, row), isStaff)
export const handles = rule<HeldMatter>(
  'handles it',
  (actor, row) => inOffice(actor) && row.handler_id === actor.id,
  isStaff,
)
export const helps = rule<HeldMatter>(
  'helps with it',
  (actor, row) => inOffice(actor) && row.helpers.some((one) => one === actor.id || worksFor(actor, one)),
  isStaff,
)
export const hadHand = rule<HeldMatter>(
  'had a hand in it',
  (actor, row) => inOffice(actor) && row.hands.includes(actor.id),
  isStaff,
)
/** The worker of its grid, as long as nobody else was given it. */
export const ofItsGrid = allOf<HeldMatter>(
  works('grid_worker'),
  rule('it lies with the grid', (_, row) => liesWithGrid(row)),
)
/** What matches nobody goes to a person, visibly: the desk takes what lies in a grid without a worker. */
export const unstaffedDesk = allOf<HeldMatter>(
  works(...DESKS),
  rule('the grid has no worker today', (_, row) => !row.staffed),
)
/** Nobody checks his own work (domain 4.5). */
export const hadNoHandInIt = rule<HeldMatter>(
  'had no hand in it',
  (actor, row) => !row.hands.includes(actor.id) && row.handler_id !== actor.id,
)
export const desks = works(...DESKS)

export const withHand = (row: Pick<MatterRow, 'hands'>, actor: Actor): string[] =>
  actor.kind === 'machine' || row.hands.includes(actor.id) ? row.hands : [...row.hands, actor.id]
