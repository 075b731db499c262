// The last complaint that a party made on its own page, and what it was answered.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { complaintFrom } from './complaint-store.ts'
import { openIn } from './sealed.ts'

type Asked = { readonly tx: Tx; readonly keys: Keys }

/** `party`: the id of its row; null where it made none. Days: YYYY-MM-DD. */
export async function complaintOf({ tx, keys }: Asked, tenant: string, party: string) {
  const row = await complaintFrom(tx, tenant, party)
  if (!row) return null
  const answer = openIn(keys, 'mediator_complaint', row, 'answer', row.answer)
  return { state: row.state, dueOn: row.due_on, answeredOn: row.answered_on, answer }
}
