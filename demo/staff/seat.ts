// A desk with a landline, and the person who sits at it.
import type { Bilingual } from '../kinds/kind.ts'
import { landline, loginOf, type Person, type StaffRole } from './person.ts'

export type Seat = {
  name: string
  nameEn: string
  role: StaffRole
  area: string
  /** Last digits of the landline. */
  tail: number
  post: Bilingual
  office?: Bilingual
}

/** The row of the person who sits at a desk; the district is the head of the area's code. */
export function seated({ tail, ...seat }: Seat): Person {
  return { tenant: seat.area.slice(0, 6), login: loginOf(seat.nameEn), ...seat, phone: landline(tail) }
}
