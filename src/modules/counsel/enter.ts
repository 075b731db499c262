// Ways in without an account: the code at the door of a session, and the receipt of a booking.
import { type Actor, anonymous } from '#kernel/access.ts'
import type { Directory } from '#kernel/directory.ts'
import { readCode } from '#kernel/ids.ts'

/** Keys in the directory carry a word before them, so that no receipt of a matter opens a booking, nor the other way round. */
export const doorKey = (code: string): string => `clinic ${readCode(code)}`
export const receiptKey = (receipt: string): string => `booking ${readCode(receipt)}`

const asResident = (actor: Actor, tenant: string, place: string): Actor => ({
  ...anonymous(actor.lang),
  kind: 'resident',
  tenant,
  id: place,
  place,
})

export async function enterByDoor(input: { code: string }, actor: Actor, directory: Directory) {
  const found = await directory.find('code', doorKey(input.code))
  return found && asResident(actor, found.tenant, found.subject)
}

export async function enterByBooking(input: { receipt: string }, actor: Actor, directory: Directory) {
  const found = await directory.find('receipt', receiptKey(input.receipt))
  return found && asResident(actor, found.tenant, found.subject)
}
