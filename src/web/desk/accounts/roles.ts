// The roles that a post can give, in the order of the contract; typed by it, so a new role cannot be forgotten unnoticed.
import type { Input } from '#web/call.ts'

export type PostRole = Input<'account.grant'>['role']

const order: Record<PostRole, true> = {
  grid_worker: true,
  building_head: true,
  volunteer: true,
  patrol_member: true,
  community_staff: true,
  community_head: true,
  subdistrict_staff: true,
  subdistrict_leader: true,
  department_clerk: true,
  mediator: true,
  lawyer: true,
  expert: true,
  district_staff: true,
  district_leader: true,
  privacy_officer: true,
  system_admin: true,
  security_admin: true,
  audit_admin: true,
}

export const POST_ROLES = Object.keys(order) as PostRole[]
