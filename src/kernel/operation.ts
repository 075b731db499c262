// An operation is one object: what it promises, who may, what it is about, which move it makes, what it does.
import type { z } from 'zod'
import type { Actor, Rule } from './access.ts'
import type { Signature } from './contract.ts'
import type { Keys } from './crypto.ts'
import type { Statement, Tx } from './database.ts'
import type { Directory } from './directory.ts'
import type { Endings } from './ending/endings.ts'
import type { Files, StagedFile } from './files/files.ts'
import type { Jobs } from './jobs.ts'
import { mayMove, type Step } from './lifecycle.ts'
import type { Numbers } from './numbers.ts'
import type { Documents } from './paper/documents.ts'
import { tokenReaches } from './token.ts'
import type { Watch } from './watch/watch.ts'

/** The row an operation is about: what permission, move and journal speak of. */
export type Subject = {
  readonly id: string
  readonly area_pos: number
  readonly state?: string
  readonly version?: number
  /** When it was last changed: an operation on it happens no earlier. */
  readonly changed_at?: Date
}

/**
 * Whose subjects exist for an actor. `content`: inside his spans or assigned to him; `post`: inside any post of his,
 * an administrator's too; `tenant`: known to everybody of the tenant. Everything else is missing for him.
 */
export type Sight = 'content' | 'post' | 'tenant'

export type Context<I = unknown, S = Subject | undefined, To = string> = {
  readonly input: I
  readonly actor: Actor
  readonly subject: S
  /** Target state of the move this operation makes. */
  readonly to: To
  readonly now: Date
  readonly tx: Tx
  /** Adds a statement to the one that the door writes at the end, together with journal and command. */
  readonly write: (statement: Statement<unknown>) => void
  /** Names the row a creating operation made, for the journal and for live pages. */
  readonly made: (subject: Subject) => void
  /** Another operation, in this transaction, as this actor or as Linli itself. */
  readonly perform: <I extends z.ZodType, O extends z.ZodType>(
    operation: Asked<I, O>,
    input: z.input<I>,
    as?: Actor,
  ) => Promise<z.output<O>>
  readonly uploads: ReadonlyMap<string, StagedFile>
  readonly keys: Keys
  readonly files: Files
  readonly documents: Documents
  readonly numbers: Numbers
  readonly jobs: Jobs
  readonly endings: Endings
  readonly directory: Directory
  readonly url: string
  readonly settings: Settings
  readonly era: number
  /** Of the process that answers. */
  readonly watch: Watch
  /** The operations whose rules could ever let this actor through, by the token he came with. */
  readonly mayEver: (actor: Actor) => Signature[]
}

/** Settings that operations depend on. */
export type Settings = { readonly env: 'production' | 'development' | 'test'; readonly demoTotp: boolean }

type Body<I extends z.ZodType, O extends z.ZodType, S, To extends string> = {
  /** Any one of these lets the actor through. There is no default: an operation without a rule does not compile. */
  readonly permit: readonly [Rule<NoInfer<S>>, ...Rule<NoInfer<S>>[]]
  /** For people without a sign-in: turns a code or receipt in the input into an actor. Undefined means it leads nowhere. */
  readonly enter?: (input: z.output<I>, actor: Actor, directory: Directory) => Promise<Actor | undefined>
  /** Loads, and for a command locks, the row that permission and life speak about. */
  readonly subject?: (input: z.output<I>, tx: Tx, actor: Actor) => Promise<S | undefined>
  readonly sight?: Sight
  readonly moves?: Step<To>
  readonly run: (context: Context<z.output<I>, S, To>) => Promise<z.input<O>>
}

export type Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  S = Subject | undefined,
  To extends string = string,
> = Body<I, O, S, To> & {
  readonly signature: Signature<I, O>
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds operations about different rows; the door never looks inside
export type AnyOperation = Operation<any, any, any, any>
/** An operation as its caller sees it: input and output known, the row it is about not. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export type Asked<I extends z.ZodType, O extends z.ZodType> = Operation<I, O, any, any>

export const operation = <I extends z.ZodType, O extends z.ZodType, S = undefined, const To extends string = string>(
  signature: Signature<I, O>,
  body: Body<I, O, S, To>,
): Operation<I, O, S, To> => ({ signature, ...body })

/** What this actor may do to this row now: verbs of moves, sent with the row so that no page repeats a rule. */
export function abilities<S extends Subject>(operations: readonly AnyOperation[], actor: Actor, row: S): string[] {
  return operations
    .filter(
      (op) =>
        op.moves &&
        tokenReaches(actor, op.signature) &&
        mayMove(op.moves.life, op.moves.name, row.state ?? null) &&
        op.permit.some((rule: Rule) => rule.mayEver(actor) && rule.allows(actor, row)),
    )
    .map((op) => op.moves!.name)
}
