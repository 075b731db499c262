// A receipt lets its bearer follow and judge the one matter it was given for.
import { type Actor, anonymous, rule } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { readCode } from '#kernel/ids.ts'
import { lockMatter, matterById } from './store.ts'

/** The reporter of a matter by its receipt, even when signed in as somebody else: nobody rates with his post. */
export async function enterByReceipt(
  input: { receipt: string },
  actor: Actor,
  directory: Directory,
): Promise<Actor | undefined> {
  const found = await directory.find('receipt', readCode(input.receipt))
  // The one given at the report lasts; those sent by SMS end, since a message lies about in a phone.
  if (!found || (found.endsAt && found.endsAt <= clock.now())) return undefined
  return {
    ...anonymous(actor.lang),
    kind: 'reporter',
    tenant: found.tenant,
    id: found.subject,
    ids: [found.subject],
  }
}

const asReporter = (actor: Actor) => actor.kind === 'reporter' || actor.kind === 'anonymous'

export const isReporter = rule<{ id: string }>(
  'reporter, by his receipt',
  (actor, row) => actor.kind === 'reporter' && actor.id === row.id,
  asReporter,
)

export const reported = (_: unknown, tx: Tx, actor: Actor) => matterById(tx, actor.tenant, actor.id, new Date(0))
export const reportedLocked = (_: unknown, tx: Tx, actor: Actor) => lockMatter(tx, actor.tenant, actor.id, new Date(0))

/** The reporter's own page, however he wrote his receipt. */
export const pageOf = (receipt: string): string => `/r/${readCode(receipt)}`
