// The code of a party's own page: it opens one side of one file, to whoever holds it, and nothing else.
import { type Actor, anonymous, rule } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { newCode, newId, readCode } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import { lockMediation, mediationById } from './store.ts'

const LENGTH = 20
// Two rows in the directory, since a code leads to a party and to the file that row-level security opens for it.
const partyKey = (code: string) => `party ${readCode(code)}`
const fileKey = (code: string) => `party file ${readCode(code)}`

export async function enterByParty(input: { receipt: string }, actor: Actor, directory: Directory) {
  const [party, file] = await Promise.all([
    directory.find('receipt', partyKey(input.receipt)),
    directory.find('receipt', fileKey(input.receipt)),
  ])
  if (!party || !file || party.tenant !== file.tenant) return undefined
  return {
    ...anonymous(actor.lang),
    kind: 'resident' as const,
    tenant: file.tenant,
    id: file.subject,
    place: party.subject,
    ids: [file.subject],
  }
}

/**
 * Writes the two rows and gives the code, which is kept nowhere, and the page that the party's row must name: a code that
 * leads to an earlier page leads nowhere.
 */
export function giveCodeTo(
  { write, directory, now }: Pick<Context, 'write' | 'directory' | 'now'>,
  file: { readonly tenant_id: string; readonly id: string },
): { readonly receipt: string; readonly pageId: string } {
  const [code, page] = [newCode(LENGTH), newId()]
  write(directory.entry('receipt', partyKey(code), { tenant: file.tenant_id, subject: page }, now))
  write(directory.entry('receipt', fileKey(code), { tenant: file.tenant_id, subject: file.id }, now))
  return { receipt: code, pageId: page }
}

const asParty = (actor: Actor) => actor.kind === 'resident' || actor.kind === 'anonymous'

export const isParty = rule<{ id: string }>(
  'a party, by the code of its page',
  (actor, row) => actor.kind === 'resident' && actor.id === row.id && actor.ids.includes(row.id),
  asParty,
)

export const ownFile = (_: unknown, tx: Tx, actor: Actor) => mediationById(tx, actor.tenant, actor.id)
export const ownFileLocked = (_: unknown, tx: Tx, actor: Actor) => lockMediation(tx, actor.tenant, actor.id)
export const pageOfParty = (code: string): string => `/m/${code}`
