// The single door. HTTP, the command line, jobs, reactions and tests all change and read things by performing an operation here.
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { type Actor, covers, machine, type Rule, scopeOf } from './access.ts'
import { barredIn, NOTES_ATTEMPT } from './barring.ts'
import { clock } from './clock.ts'
import { type CommandKey, commandKey, earlierAnswer, writeCommand } from './commands.ts'
import type { Signature } from './contract.ts'
import type { Keys } from './crypto.ts'
import {
  type Database,
  isRetryable,
  isUnavailable,
  type Statement,
  sqlState,
  type Tx,
  together,
  txOn,
} from './database.ts'
import type { Directory } from './directory.ts'
import type { Endings } from './ending/endings.ts'
import type { Files, StagedFile } from './files/files.ts'
import type { Spool } from './files/spool.ts'
import { flush } from './flush.ts'
import type { Hearers } from './http/live.ts'
import type { Jobs } from './jobs.ts'
import { journalInput, journalRow, writeJournal } from './journal/journal.ts'
import { mayMove } from './lifecycle.ts'
import type { Numbers } from './numbers.ts'
import type { AnyOperation, Asked, Context, Settings, Sight, Subject } from './operation.ts'
import type { Documents } from './paper/documents.ts'
import { doorProblems, Problem } from './problem.ts'
import { SET_SCOPE } from './scope.ts'
import { refuseBeyondToken, tokenReaches } from './token.ts'
import type { Watch } from './watch/watch.ts'

/** A consequence in another module: runs in the same transaction, after the operation it names. */
export type Reaction = { readonly on: string; readonly run: (context: Context, answer: unknown) => Promise<void> }

/** Everything the door needs, opened once by main.ts. */
export type House = {
  readonly db: Database
  readonly keys: Keys
  readonly files: Files
  readonly spool: Spool
  readonly documents: Documents
  readonly directory: Directory
  readonly numbers: Numbers
  readonly jobs: Jobs
  readonly endings: Endings
  readonly operations: readonly AnyOperation[]
  readonly reactions: readonly Reaction[]
  readonly hearers: Hearers
  readonly settings: Settings
  /** Counts restores of this database (0001_kernel.sql, journal.era). */
  readonly era: number
  /** What this process knows of itself, and where it tells of faults. */
  readonly watch: Watch
  /** The public address, printed in codes. */
  readonly url: string
  /** Compares this process's clock with the database's now. */
  readonly lookAtClock: () => Promise<void>
  /** Told after each commit, so that live pages of this process need not wait for the next look at the journal. */
  readonly committed: () => void
}

export type Extra = {
  readonly key?: string | undefined
  readonly uploads?: ReadonlyMap<string, StagedFile>
}

const NO_UPLOADS: ReadonlyMap<string, StagedFile> = new Map()
const TRIES = 4
/** More faults than these help nobody to mend them. */
const MOST_ISSUES = 50

/** Performs one operation. Throws a Problem for everything that can go wrong on purpose. */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  house: House,
  operation: Asked<I, O>,
  caller: Actor,
  raw: z.input<I>,
  extra: Extra = {},
): Promise<z.output<O>> {
  const op = operation as AnyOperation
  // Who may never do this is told so before his words are looked at: reading a large body costs, refusing does not.
  if (!op.enter) refuseEarly(op, caller)
  // A receipt or a printed code makes somebody else of him: what his token may not ask, it may not ask as that one either.
  else refuseBeyondToken(caller, op.signature)
  const input = parse(op, raw)
  const actor = op.enter ? await op.enter(input, caller, house.directory) : caller
  if (!actor) throw new Problem(doorProblems.missing)
  refuseEarly(op, actor)
  const keyed = extra.key !== undefined && op.signature.kind === 'command' && !op.signature.forgets
  const command = keyed
    ? commandKey(house.keys, extra.key!, op.signature.name, sentBody(raw, extra.uploads))
    : undefined
  for (let tried = 1; ; tried++) {
    try {
      const answer = await inTransaction(house, op, actor, input, command, extra.uploads ?? NO_UPLOADS)
      if (op.signature.kind === 'command') house.committed()
      return answer as z.output<O>
    } catch (error) {
      // A clash on the command's key means that the same command has just committed elsewhere: look again and answer as it did.
      const again = isRetryable(error) || (command && sqlState(error) === '23505')
      if (again && tried < TRIES) continue
      if (isRetryable(error)) throw new Problem(doorProblems.busy)
      // A file belongs to one row: these came with another command already.
      if (sqlState(error) === '23505' && extra.uploads?.size) throw new Problem(doorProblems.filesUsed)
      throw error
    }
  }
}

/** What can be said before a large file comes: who may never do this, and input that is wrong whatever the file holds. */
export function refuseBefore(op: AnyOperation, actor: Actor, raw: unknown): void {
  refuseEarly(op, actor)
  parse(op, raw)
}

function parse(op: AnyOperation, raw: unknown): unknown {
  const parsed = op.signature.input.safeParse(raw)
  if (parsed.success) return parsed.data
  const { length: count } = parsed.error.issues
  const issues = parsed.error.issues.slice(0, MOST_ISSUES).map((issue: z.core.$ZodIssue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: issue.message,
  }))
  throw new Problem(doorProblems.invalid, { count, issues })
}

/** What the sender meant: his body, with each upload named by its content instead of our id. */
function sentBody(raw: unknown, uploads: Extra['uploads']): unknown {
  if (!uploads?.size) return raw
  return JSON.parse(JSON.stringify(raw), (_, value) => uploads.get(value)?.sentSha256 ?? value)
}

/** Refusals that do not depend on a row: they look the same whether the row exists or not. */
function refuseEarly(op: AnyOperation, actor: Actor): void {
  refuseBeyondToken(actor, op.signature)
  if (op.permit.some((rule: Rule) => rule.mayEver(actor))) return
  throw new Problem(actor.kind === 'anonymous' ? doorProblems.signIn : doorProblems.forbidden)
}

async function inTransaction(
  house: House,
  op: AnyOperation,
  actor: Actor,
  input: unknown,
  command: CommandKey | undefined,
  uploads: ReadonlyMap<string, StagedFile>,
): Promise<unknown> {
  const client = await house.db.pool.connect().catch(() => {
    throw new Problem(doorProblems.busy)
  })
  const tx = txOn(client)
  const work = new Work(house, tx, uploads)
  let broken: Error | undefined
  let attempt: Attempt | undefined
  try {
    const { earlier, subject } = await begin(house, client, tx, op, actor, input, command)
    if (earlier) {
      await client.query('rollback')
      return earlier.answer
    }
    const answer = await work.act(op, actor, input, subject)
    const recorded = op.signature.kind === 'command' || op.signature.discloses
    if (command)
      work.writes.push(
        writeCommand(house.keys, actor, command, op.signature.name, work.first?.id ?? null, answer, work.now),
      )
    if (recorded || work.writes.length) await together([work.settled(), flush(tx, work.writes), commit(client)])
    else await client.query('rollback')
    return answer
  } catch (caught) {
    const error = await work.settled().then(
      () => caught,
      (first: unknown) => first,
    )
    const barred = op.sight !== 'tenant' && isMissing(error, actor) ? await barredIn(tx, input) : undefined
    if (barred) attempt = { accountId: actor.id, subjectId: barred, operation: op.signature.name }
    if (!(error instanceof Problem)) broken = error as Error
    else if (error.keep) {
      await together([flush(tx, work.writes), commit(client)])
      throw error
    }
    await client.query('rollback').catch((failed) => {
      broken = failed
    })
    throw error
  } finally {
    client.release(broken && isUnavailable(broken) ? broken : undefined)
    if (attempt) await noteAttempt(house, actor.tenant, attempt)
  }
}

type Attempt = { readonly accountId: string; readonly subjectId: string; readonly operation: string }

const isMissing = (error: unknown, actor: Actor) =>
  actor.kind === 'staff' && error instanceof Problem && error.entry === doorProblems.missing

/** He asked for something by its id that another has to open (barring.ts). To him it is missing; that he asked is kept. */
async function noteAttempt(house: House, tenant: string, attempt: Attempt): Promise<void> {
  const notes = house.operations.find(({ signature }) => signature.name === NOTES_ATTEMPT)
  if (notes) await perform(house, notes, machine(tenant, 'door'), attempt)
}

/**
 * The first round trip. The subject is locked before the earlier answer is looked for: of two of one command at once,
 * the second waits for the first and then finds what it answered, even where the row is no longer as it was.
 */
async function begin(
  house: House,
  client: PoolClient,
  tx: Tx,
  op: AnyOperation,
  actor: Actor,
  input: unknown,
  command: CommandKey | undefined,
) {
  const [begun, scoped, locked, looked] = await Promise.allSettled([
    client.query('begin'),
    client.query({ name: 'scope', text: SET_SCOPE, values: [...scopeOf(actor)] }),
    op.subject?.(input, tx, actor),
    command ? earlierAnswer(tx, house.keys, actor, command) : undefined,
  ])
  const earlier = looked.status === 'fulfilled' ? looked.value : undefined
  for (const one of [begun, scoped, looked, ...(earlier ? [] : [locked])])
    if (one.status === 'rejected') throw one.reason
  return { earlier, subject: locked.status === 'fulfilled' ? locked.value : undefined }
}

/** A COMMIT of an aborted transaction is answered as ROLLBACK: nothing was kept, so nothing may be acknowledged. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
}

/** What one transaction gathers: statements of the operation, of those it performs, and of their reactions. */
class Work {
  readonly house: House
  readonly tx: Tx
  readonly uploads: ReadonlyMap<string, StagedFile>
  now = clock.now()
  readonly writes: Statement<unknown>[] = []
  first: Subject | undefined
  /** Sent without waiting for the answer; what goes over this connection after it is answered after it. */
  readonly #sent: Promise<unknown>[] = []

  constructor(house: House, tx: Tx, uploads: ReadonlyMap<string, StagedFile>) {
    this.house = house
    this.tx = tx
    this.uploads = uploads
  }

  async act(op: AnyOperation, actor: Actor, input: unknown, subject: Subject | undefined): Promise<unknown> {
    if (op.subject && (!subject || !sees(op.sight ?? 'content', actor, subject)))
      throw new Problem(doorProblems.missing)
    // With sight by post, the post that sees must be the one that may: to any other of his the subject is missing.
    if (!op.permit.some((rule: Rule) => rule.mayEver(actor) && rule.allows(actor, subject)))
      throw new Problem(op.sight === 'post' ? doorProblems.missing : doorProblems.forbidden)
    guardMove(op, actor, subject)
    // Nothing happens to a row before what has happened to it, whatever became of the clock in between.
    if (subject?.changed_at && subject.changed_at > this.now) this.now = subject.changed_at
    let about = subject
    const context: Context = {
      keys: this.house.keys,
      files: this.house.files,
      documents: this.house.documents,
      numbers: this.house.numbers,
      jobs: this.house.jobs,
      endings: this.house.endings,
      directory: this.house.directory,
      url: this.house.url,
      settings: this.house.settings,
      era: this.house.era,
      watch: this.house.watch,
      mayEver: (who) => mayEver(this.house.operations, who),
      input,
      actor,
      subject,
      to: op.moves?.to ?? '',
      now: this.now,
      tx: this.tx,
      uploads: this.uploads,
      write: (statement) => this.writes.push(statement),
      made: (made) => {
        about = made
      },
      perform: (inner, given, as) => this.inside(inner as AnyOperation, actor, as ?? actor, given) as never,
    }
    const ran = await op.run(context)
    const checked = op.signature.output.safeParse(ran)
    if (!checked.success) throw new Error(`${op.signature.name} answered off its contract: ${checked.error.message}`)
    this.first ??= about
    if (op.signature.kind === 'command' || op.signature.discloses) this.record(op, actor, input, subject, about)
    for (const reaction of this.house.reactions)
      if (reaction.on === op.signature.name) await reaction.run({ ...context, subject: about }, checked.data)
    return checked.data
  }

  /** An operation performed by another. As somebody else (Linli itself), it sees what that one sees, and only while it runs. */
  async inside(op: AnyOperation, outer: Actor, actor: Actor, raw: unknown): Promise<unknown> {
    const input = parse(op, raw)
    refuseEarly(op, actor)
    // The inner operation reads what the outer one meant to write, so that is written first; with what it reads first it is
    // one round trip, and what only writes waits for none.
    const other = actor !== outer
    const before = [flush(this.tx, this.writes.splice(0)), other ? this.tx.text(SET_SCOPE, scopeOf(actor)) : undefined]
    this.send(...before)
    const [subject] = op.subject ? await together([op.subject(input, this.tx, actor), ...before]) : []
    const back = () => (other ? this.tx.text(SET_SCOPE, scopeOf(outer)) : undefined)
    try {
      const answer = await this.act(op, actor, input, subject)
      if (other) this.send(flush(this.tx, this.writes.splice(0)), back())
      return answer
    } catch (error) {
      // Whoever asked may go on without it: nothing half meant stays behind, and he sees as himself again.
      this.writes.length = 0
      if (error instanceof Problem) await back()
      throw error
    }
  }

  private send(...sent: (Promise<unknown> | undefined)[]): void {
    for (const one of sent) {
      one?.catch(() => {})
      if (one) this.#sent.push(one)
    }
  }

  /** Waits for everything sent; what failed first is the reason why all behind it failed. */
  async settled(): Promise<void> {
    await together(this.#sent)
  }

  private record(
    op: AnyOperation,
    actor: Actor,
    input: unknown,
    before: Subject | undefined,
    about: Subject | undefined,
  ): void {
    const row = journalRow({
      operation: op.signature.name,
      actor,
      at: this.now,
      era: this.house.era,
      subject: about,
      from: before?.state ?? null,
      to: op.moves?.to ?? about?.state ?? null,
      input: journalInput(op.signature.input as z.ZodType, input, this.house.keys),
    })
    if (actor.tenant) this.writes.push(writeJournal(row))
  }
}

/** A page shows an entry only when some rule could let its reader through. */
const mayEver = (operations: readonly AnyOperation[], actor: Actor): Signature[] =>
  operations
    .filter((op) => tokenReaches(actor, op.signature) && op.permit.some((rule: Rule) => rule.mayEver(actor)))
    .map((op) => op.signature)

function sees(sight: Sight, actor: Actor, subject: Subject): boolean {
  if (sight === 'tenant' || actor.kind === 'machine') return true
  if (sight === 'post') return actor.posts.some((post) => covers(post, subject.area_pos)) || actor.id === subject.id
  return actor.ids.includes(subject.id) || actor.spans.some((span) => covers(span, subject.area_pos))
}

function guardMove(op: AnyOperation, actor: Actor, subject: Subject | undefined): void {
  if (!op.moves || !subject) return
  const state = subject.state ?? null
  if (mayMove(op.moves.life, op.moves.name, state)) return
  const words = state === null ? undefined : op.moves.life.states[state]
  throw new Problem(doorProblems.wrongState, { state: words ? words[actor.lang] : String(state), code: state })
}
