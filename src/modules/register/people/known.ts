// Somebody the register knows, by name and phone, for a file of another module that names him: his own row stays as it is.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { openNameAndPhone } from './sealed.ts'
import { personById } from './store.ts'

/** Undefined for whoever the asker does not see. */
export async function knownPerson(tx: Tx, keys: Keys, tenant: string, id: string) {
  const row = await personById(tx, tenant, id)
  return row ? openNameAndPhone(keys, row) : undefined
}
