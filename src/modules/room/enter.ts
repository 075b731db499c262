// Rooms are public: the address of one, or the choice of a district, lets anybody ask about them without an account.
import { type Actor, anonymous } from '#kernel/access.ts'
import type { Directory } from '#kernel/directory.ts'

const asResident = (actor: Actor, tenant: string, place?: string): Actor => {
  const at = place === undefined ? {} : { place }
  if (actor.kind !== 'anonymous' && actor.tenant === tenant) return { ...actor, ...at }
  return { ...anonymous(actor.lang), kind: 'resident', tenant, id: place ?? tenant, ...at }
}

export async function enterByRoom(input: { id: string }, actor: Actor, directory: Directory) {
  const found = await directory.find('room', input.id)
  return found && asResident(actor, found.tenant, found.subject)
}

/** A district leads to itself once it has opened a room. */
export async function enterByDistrict(input: { district: string }, actor: Actor, directory: Directory) {
  const found = await directory.find('room', input.district)
  return found && asResident(actor, found.tenant)
}
