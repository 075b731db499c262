// The same command sent twice has one effect and one answer, however late the second arrives.
import type { Actor } from './access.ts'
import type { Keys } from './crypto.ts'
import { k, type Tx } from './database.ts'
import { endingProblems } from './ending/month-keys.ts'
import { canonical } from './journal/journal.ts'
import { doorProblems, Problem } from './problem.ts'

export type CommandKey = { readonly key: string; readonly mac: Buffer }

export function commandKey(keys: Keys, key: string, operation: string, body: unknown): CommandKey {
  if (!/^[A-Za-z0-9-]{8,80}$/.test(key)) throw new Problem(doorProblems.badKey)
  try {
    return { key, mac: keys.mac('command', `${operation}\n${canonical(body)}`) }
  } catch (error) {
    // Nested deeper than anybody writes: the walk over it runs out of stack.
    if (error instanceof RangeError) throw new Problem(doorProblems.notJson)
    throw error
  }
}

const binding = (tenant: string, key: string) => ({ tenant, table: 'command', column: 'answer', row: key })

/** The answer given before, or undefined. Another body or another sender under the same key is refused without a hint. */
export async function earlierAnswer(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  command: CommandKey,
): Promise<{ answer: unknown } | undefined> {
  const row = await tx.first(
    k
      .selectFrom('command')
      .select(['actor_id', 'body_mac', 'answer'])
      .where('tenant_id', '=', actor.tenant)
      .where('key', '=', command.key),
  )
  if (!row) return undefined
  if (row.actor_id !== actor.id || !row.body_mac.equals(command.mac)) throw new Problem(doorProblems.keyReused)
  // It was done and is not done again; what was answered had its time.
  if (row.answer.length === 0) throw new Problem(endingProblems.ended)
  return { answer: JSON.parse(keys.open(row.answer, binding(actor.tenant, command.key))) }
}

export const writeCommand = (
  keys: Keys,
  actor: Actor,
  command: CommandKey,
  operation: string,
  subjectId: string | null,
  answer: unknown,
  at: Date,
) =>
  k.insertInto('command').values({
    tenant_id: actor.tenant,
    key: command.key,
    actor_id: actor.id,
    operation,
    body_mac: command.mac,
    subject_id: subjectId,
    answer: keys.seal(JSON.stringify(answer), binding(actor.tenant, command.key)),
    at,
  })
