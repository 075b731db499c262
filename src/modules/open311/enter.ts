// How strangers and other systems come in: by the district they ask about, or by a key.
import { type Actor, anonymous } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { Directory } from '#kernel/directory.ts'
import { newId } from '#kernel/ids.ts'

/** Whoever asks, even signed in, is shown what everybody is shown. */
export const enterByDistrict = async (input: { district: string }, actor: Actor): Promise<Actor> => ({
  ...anonymous(actor.lang),
  kind: 'resident',
  tenant: input.district,
  id: input.district,
})

/** The new matter's id is known before it exists: row-level security lets the sender write that one row and no other. */
export async function enterByKey(
  input: { key: string },
  actor: Actor,
  directory: Directory,
): Promise<Actor | undefined> {
  const found = await directory.find('open311', input.key)
  if (!found || (found.endsAt && found.endsAt <= clock.now())) return undefined
  return { ...anonymous(actor.lang), kind: 'system', tenant: found.tenant, id: found.subject, ids: [newId()] }
}
