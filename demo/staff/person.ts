// What the demo says about one member of staff, and numbers that can be nobody's.
import type { AgencyKey } from '../agencies.ts'
import type { Bilingual } from '../kinds/kind.ts'

/** Roles that sign in; residents, reporters by code and machines have no row here. */
export type StaffRole =
  | 'grid_worker'
  | 'building_head'
  | 'volunteer'
  | 'patrol_member'
  | 'community_staff'
  | 'community_head'
  | 'subdistrict_staff'
  | 'subdistrict_leader'
  | 'department_clerk'
  | 'mediator'
  | 'lawyer'
  | 'expert'
  | 'district_staff'
  | 'district_leader'
  | 'privacy_officer'
  | 'system_admin'
  | 'security_admin'
  | 'audit_admin'

export type Person = {
  /** Code of the district. */
  tenant: string
  /** Surname and given name in pinyin, run together. */
  login: string
  name: string
  nameEn: string
  role: StaffRole
  /** Code of the area the role holds for: 6, 9, 12 or 15 digits. */
  area: string
  phone: string
  /** Where he or she works, when that is not the area's own office. */
  office?: Bilingual
  /** What the desk is called. */
  post?: Bilingual
  /** The agency that a department's clerk works for. */
  agency?: AgencyKey
  /** The building a building head speaks for. */
  building?: string
  /** Days from today, both included, and who stands in. */
  leave?: { fromDay: number; toDay: number; standIn: string }
}

/** A mobile number that no operator gives out; `tail` has four digits. */
export const mobile = (tail: number): string => `1380000${String(tail).padStart(4, '0')}`

/** A desk's number that no exchange connects; `tail` has up to three digits. */
export const landline = (tail: number): string => `0370-0000-${String(tail).padStart(3, '0')}`

/** 'Zhou Xiaolan' → 'zhouxiaolan'. */
export const loginOf = (nameEn: string): string => nameEn.toLowerCase().replaceAll(/[^a-z]/g, '')
