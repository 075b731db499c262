// Asks every cell of line × caller × state through the door and compares the answer with the table and the canaries.
import { type Actor, machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { readPdf, textOf } from '#test/pdf.ts'
import type { Caller } from './cast.ts'
import { dryHouse, givenOf } from './dry-house.ts'
import type { Right } from './expected/right.ts'
import { HANDLERS, STATES, type State } from './expected/roles.ts'
import { expected, operationOf } from './expected.ts'
import { inputOf } from './inputs.ts'
import { mediationOf } from './mediation-inputs.ts'
import { mayHold, OK, type Question, verdict } from './oracle.ts'
import { panelOf } from './panel-inputs.ts'
import type { World } from './subjects.ts'

export type Cell = Question & { readonly line: string; readonly caller: Caller }
export type Outcome = { readonly code: string; readonly text: string; readonly bytes?: Uint8Array }

/** Whether a subject exists is asked where it could have been seen, and abroad. */
const ASKED_FOR_NOTHING = ['own grid', 'district above', 'other tenant']
/** What everybody signed in may do depends on the district alone: near, above, abroad, and between two posts. */
const ASKED_SIGNED_IN = ['own grid', 'district above', 'other tenant', 'expired']
/** What hangs on a secret does not hang on posts: it is asked by every role at one relation here and one abroad. */
const ASKED_WITH_A_SECRET = ['own grid', 'other tenant']
const ASKED_SLOWLY = ['own grid']
/** What was handed to somebody is his wherever his post lies: near, beside, above, abroad, and between two posts. */
const ASKED_AS_GIVEN = ['own grid', 'sibling grid', 'district above', 'other tenant', 'expired']
/** The first state is asked at every relation; the others where the state could make a difference. */
const ASKED_IN_LATER_STATES = ['own grid', 'sibling grid', 'district above', 'building below', 'other tenant']
/** In states from which a move cannot be made, only whether it is told may differ. */
const ASKED_OUT_OF_TURN = ['own grid', 'other tenant']

export const subjectOf = (world: World, line: string, right: Right, state: State): string => {
  if (right.about === 'account') return world.account
  if (right.about === 'panel') return panelOf(world, line)
  if (right.about === 'mediation') return mediationOf(world, line).id
  return right.about === 'matter' ? world.matters[state].id : ''
}

const at = (callers: readonly Caller[], relations: readonly string[] | undefined) =>
  relations ? callers.filter((one) => !one.relation || relations.includes(one.relation.name)) : callers

function relationsFor(right: Right, state: State, first: boolean): readonly string[] | undefined {
  if (right.slow) return right.holder ? [] : ASKED_SLOWLY
  if (right.holder) return ASKED_WITH_A_SECRET
  if (right.signedIn) return ASKED_SIGNED_IN
  if (right.given && first) return ASKED_AS_GIVEN
  // What nobody with a post may do does not hang on where his post lies.
  if (!right.lets && !right.sees) return ASKED_OUT_OF_TURN
  if (right.moves && !right.moves.includes(state)) return ASKED_OUT_OF_TURN
  return first || right.moves ? undefined : ASKED_IN_LATER_STATES
}

/** All cells of one line. */
export function cellsOf(world: World, line: string, callers: readonly Caller[]): Cell[] {
  const right = expected[line]!
  const states = right.about === 'matter' ? (right.in ?? STATES) : ([STATES[0]] as const)
  const cells = states.flatMap((state) => {
    const question = { line, right, state, there: true, subject: subjectOf(world, line, right, state) }
    return at(callers, relationsFor(right, state, state === states[0])).map((caller) => ({ ...question, caller }))
  })
  if (right.about === 'nothing' || right.about === 'oneself') return cells
  const absent = at(callers, right.holder ? [] : ASKED_FOR_NOTHING)
  return [...cells, ...absent.map((caller) => ({ line, right, state: states[0]!, there: false, subject: '', caller }))]
}

/** A new district founds itself: Linli acts in a tenant that is not there yet. */
function actorOf(world: World, { line, caller, right, there, subject }: Cell): Actor {
  if (line === 'area.found' && caller.kind === 'machine') return machine(newId(), 'test')
  const counter = right.given === 'the asker works at a counter'
  return counter || (there && caller.district === '990101')
    ? asGiven(world, right, caller.actor, subject)
    : caller.actor
}

/** What a circumstance changes in who asks. */
export function asGiven(world: World, right: Right, actor: Actor, subject: string): Actor {
  if (right.given === 'the asker works at a counter')
    return { ...actor, posts: actor.posts.map((post) => ({ ...post, agencyId: world.counter })) }
  // A session is handed to whoever sits in it, whatever his post.
  if (right.given === 'the asker sits there')
    return actor.kind === 'staff' ? { ...actor, ids: [...actor.ids, world.counsel.clinic.id] } : actor
  // What is handed to somebody in office, he sees wherever it lies.
  const panel = right.given === 'the asker convened the panel' || right.given === 'the asker sits on the panel'
  const mediates = right.given === 'the asker mediates it'
  const handed = panel || mediates || right.given === 'it is handed to the asker' || right.given === 'the asker helps'
  // With a mediation file goes what its closed notes are opened by.
  const file = right.given === 'the asker convened the panel' ? [world.mediations.accepted.id] : []
  const notes = mediates
    ? Object.values(world.mediations).flatMap((one) => (one.id === subject ? one.notesId : []))
    : []
  return handed && actor.posts.some((post) => (HANDLERS as readonly string[]).includes(post.role))
    ? { ...actor, ids: [...actor.ids, subject, ...file, ...notes] }
    : actor
}

export const askOf = (world: World, cell: Cell) => ({
  world,
  there: cell.there,
  id: (there: string) => (cell.there ? there : newId()),
  matter: world.matters[cell.state],
})

/** Performs a cell in a transaction that is undone. `op` may be a broken copy of the operation. */
export async function ask(world: World, op: AnyOperation, cell: Cell): Promise<Outcome> {
  const actor = actorOf(world, cell)
  const given = cell.there ? givenOf(cell.right.given, actor, cell.subject) : undefined
  try {
    const answer = (await perform(
      dryHouse(world.street.house, given),
      op,
      actor,
      inputOf(cell.line, askOf(world, cell)),
    )) as { bytes?: Uint8Array }
    if (op.signature.bytes && answer.bytes)
      return { code: OK, text: JSON.stringify({ ...answer, bytes: undefined }), bytes: answer.bytes }
    return { code: OK, text: JSON.stringify(answer) }
  } catch (error) {
    if (error instanceof Problem)
      return { code: error.entry.code, text: JSON.stringify(error.body('zh')) + JSON.stringify(error.body('en')) }
    return { code: `fault: ${(error as Error).message}`, text: '' }
  }
}

/** What leaves in a file: its bytes, and the words of a PDF, which stand in it as numbers of glyphs. */
export function canariesIn({ canaries }: World, { text, bytes }: Pick<Outcome, 'text' | 'bytes'>) {
  if (!bytes) return canaries.inText(text)
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-'
  return [
    ...canaries.inText(text),
    ...canaries.inBytes(bytes),
    ...(isPdf ? canaries.inText(readPdf(bytes).map(textOf).join('\n')) : []),
  ]
}

export const nameOf = ({ line, caller, state, right, there }: Cell): string =>
  `${line}${right.about === 'matter' ? ` [${state}]` : ''} by ${caller.name}${there ? '' : ', not existing'}`

/** What is wrong with a cell's outcome: another answer than the table's, or canaries where none may be. */
export function faultsOf(world: World, cell: Cell, outcome: Outcome): string[] {
  const want = verdict(cell, cell.caller)
  const faults = outcome.code === want ? [] : [`${nameOf(cell)}: ${outcome.code} instead of ${want}`]
  const leaks = canariesIn(world, outcome).filter((canary) => want !== OK || !mayHold(cell, cell.caller, canary))
  return [...faults, ...leaks.map((canary) => `${nameOf(cell)}: leaks ${canary.field} ${canary.value}`)]
}

/** More would only make processes of the same machine wait for each other. */
const AT_ONCE = 4

/** Works through a list, a few at once. */
export async function each<T>(list: readonly T[], work: (one: T) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
  const left = list[Symbol.iterator]()
  const worker = async () => {
    for (const one of left) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Every cell of every line; returns what is wrong. */
export async function runMatrix(
  world: World,
  operations: ReadonlyMap<string, AnyOperation>,
  callers: readonly Caller[],
): Promise<{ cells: number; faults: string[] }> {
  const cells = Object.keys(expected).flatMap((line) => cellsOf(world, line, callers))
  const faults: string[] = []
  // Most cells are refusals, and most of a refusal's cost is the list of calls that led to it.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  await each(cells, async (cell) => {
    faults.push(...faultsOf(world, cell, await ask(world, operations.get(operationOf(cell.line))!, cell)))
  })
  Error.stackTraceLimit = stackTraceLimit
  return { cells: cells.length, faults }
}
