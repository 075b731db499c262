// Everyone who signs in to the demo's desks and phones; all names and numbers are invented.
import { clerks } from './staff/clerks.ts'
import { communityStaff } from './staff/communities.ts'
import { gridWorkers } from './staff/grid-workers.ts'
import { neighbours } from './staff/neighbours.ts'
import { officeStaff } from './staff/offices.ts'
import type { Person } from './staff/person.ts'

export const staff: readonly Person[] = [...gridWorkers, ...communityStaff, ...officeStaff, ...clerks, ...neighbours]

/** The person with this login; throws when the demo has none. */
export function person(login: string): Person {
  const found = staff.find((one) => one.login === login)
  if (!found) throw new Error(`the demo has nobody called ${login}`)
  return found
}
