// A slip from the desk: a code that lets one person see his own entry, who looked at it, and ask for a correction.
import { type Actor, anonymous, rule } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { Statement, Tx } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { newCode, readCode } from '#kernel/ids.ts'
import { personById } from './store.ts'

const LENGTH = 16
/** Long enough for the fifteen working days of an answer, whatever holidays lie between. */
const SLIP_DAYS = 30
const DAY_MS = 86_400_000

/** A new slip for a person: the code for paper, until when it opens, and the row that makes it lead there. */
export function newSlip(directory: Directory, tenant: string, person: string, now: Date, lastsMs = SLIP_DAYS * DAY_MS) {
  const code = newCode(LENGTH)
  const until = new Date(now.getTime() + lastsMs)
  const entry: Statement<unknown> = directory.entry('slip', code, { tenant, subject: person }, now, until)
  return { code, until, entry }
}

/** Whoever brings a slip that still opens: the person himself, even when signed in as somebody else. */
export async function enterBySlip(
  input: { slip: string },
  actor: Actor,
  directory: Directory,
): Promise<Actor | undefined> {
  const found = await directory.find('slip', readCode(input.slip))
  if (!found || (found.endsAt && found.endsAt <= clock.now())) return undefined
  return {
    ...anonymous(actor.lang),
    kind: 'resident',
    tenant: found.tenant,
    id: found.subject,
    ids: [found.subject],
  }
}

const asPerson = (actor: Actor) => actor.kind === 'resident' || actor.kind === 'anonymous'

export const isHimself = rule<{ id: string }>(
  'the person himself, by a slip from the desk',
  (actor, row) => actor.kind === 'resident' && actor.ids.includes(row.id),
  asPerson,
)

/** The entry that the slip was given for. */
export const himself = (_: unknown, tx: Tx, actor: Actor) => personById(tx, actor.tenant, actor.id)
