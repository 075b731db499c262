// A scanned code lets its bearer ask about that one place, without an account.
import { type Actor, anonymous } from '#kernel/access.ts'
import type { Directory } from '#kernel/directory.ts'
import { readCode } from '#kernel/ids.ts'

/** The resident in front of a printed code; undefined when the code leads nowhere. */
export async function enterByCode(
  input: { code: string },
  actor: Actor,
  directory: Directory,
): Promise<Actor | undefined> {
  const found = await directory.find('code', readCode(input.code))
  if (!found) return undefined
  if (actor.kind !== 'anonymous' && actor.tenant === found.tenant) return { ...actor, place: found.subject }
  return { ...anonymous(actor.lang), kind: 'resident', tenant: found.tenant, id: found.subject, place: found.subject }
}
