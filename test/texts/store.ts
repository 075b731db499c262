// Puts a text into every field of every operation, through the door, and remembers which text went where.
import type { Actor } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { operations } from '#modules/index.ts'
import type { Caller } from '../access/cast.ts'
import { dryHouse, type Given, givenOf } from '../access/dry-house.ts'
import { expected, operationOf } from '../access/expected.ts'
import { inputOf } from '../access/inputs.ts'
import { asGiven, type Cell, cellsOf } from '../access/matrix.ts'
import { OK, verdict } from '../access/oracle.ts'
import type { World } from '../access/subjects.ts'
import { filled, type Put, type TextField, textFields } from './fields.ts'
import type { Planter } from './plant.ts'
import { asItWas } from './rows.ts'

export type Stored = {
  /** Fields that took a text through the door. */
  readonly kept: ReadonlySet<string>
  /** Fields whose every text was refused, and with which word. */
  readonly refused: ReadonlyMap<string, string>
  /** Lines that nobody could perform even without a text, and why. */
  readonly undone: ReadonlyMap<string, string>
  /** Failures that were no refusals. */
  readonly faults: readonly string[]
}

/** Who may is another test's question: here everybody may, and the subject is seen by him. */
const opened = (op: AnyOperation): AnyOperation => ({
  ...op,
  permit: [{ label: 'anybody', mayEver: () => true, allows: () => true }],
  sight: 'tenant',
})

/** Whoever may, and whoever only lacks the page that is sent along here. */
const GOES_ON = [OK, 'mediation.noScan']

/** A command's lines of the table of rights, each with those who would be let through, one for each state. */
export function cellsToStore(world: World, callers: readonly Caller[]): Map<string, Cell[]> {
  const lines = Object.keys(expected).filter((line) => operations.get(operationOf(line))!.signature.kind === 'command')
  return new Map(
    lines.map((line) => {
      const may = cellsOf(world, line, callers).filter(
        (cell) => cell.there && GOES_ON.includes(verdict(cell, cell.caller)),
      )
      const states = new Map(may.map((cell) => [cell.state, cell]))
      return [line, [...states.values()]]
    }),
  )
}

type Try = { readonly op: AnyOperation; readonly actor: Actor; readonly given: Given | undefined; readonly cell: Cell }

const named = (error: unknown) => (error instanceof Problem ? error.message : undefined)

const said = { zh: '甲', en: 'A' }
/** What the inputs of the table of rights leave out, and texts can stand in. */
const MORE: Readonly<Record<string, object>> = {
  'place.setKind': { usual: [said] },
  'room.setServices': { services: [said] },
  'room.setTools': { tools: [{ ...said, total: 1 }] },
  'notice.send': { said: { kind: said, area: said } },
  'open311.send': { attributes: [{ code: 'SPOT', values: ['a'] }] },
  'open311.setQuestion': { datatype: 'singlevaluelist', choices: [{ key: 'A', ...said }] },
  'notice.settle': { outcome: { sent: 'a' } },
}

const inputFor = (world: World, { cell }: Try): Record<string, unknown> => ({
  ...inputOf(cell.line, { world, there: true, id: (there) => there, matter: world.matters[cell.state] }),
  ...MORE[cell.line],
})

const tryOf = (world: World, cell: Cell): Try => {
  const actor =
    cell.line === 'area.found'
      ? { ...cell.caller.actor, tenant: newId() }
      : asGiven(world, cell.right, cell.caller.actor, cell.subject)
  const op = opened(operations.get(operationOf(cell.line))!)
  return { op, actor, given: givenOf(cell.right.given, actor, cell.subject), cell }
}

/** What takes nothing without a file gets one with each try. */
const WITH_A_PAGE = ['mediation.addScan']

async function send(house: World['street']['house'], { street }: World, one: Try, input: object): Promise<void> {
  const sent = WITH_A_PAGE.includes(one.op.signature.name) ? await street.photo() : undefined
  const more = sent ? { photos: sent.ids } : {}
  await perform(house, one.op, one.actor, { ...input, ...more }, sent ? { uploads: sent.uploads } : {})
}

/** Whether it goes through, in a transaction that is undone; otherwise the word it was refused with. */
async function dry(world: World, one: Try, input: object): Promise<string | undefined> {
  try {
    await send(dryHouse(world.street.house, one.given), world, one, input)
    return undefined
  } catch (error) {
    return named(error) ?? `fault: ${error}`
  }
}

type Done = { readonly refused: ReadonlyMap<string, string>; readonly undone?: string; readonly fault?: string }

/** Ids of the rows that the world names. */
const idsIn = ({ street: _, canaries: __, ...rows }: World): string => JSON.stringify(rows)

/** Fields that a line has and that nothing has been stored in yet. */
const fieldsOf = (line: string): TextField[] =>
  textFields(operations.get(operationOf(line))!).filter((field) => !field.secret)

/**
 * Performs commands with a text in each field that takes one, until each field has had its text or was refused; with
 * `every`, each line of the table of rights. After each the world is as it was, but for the texts.
 */
export async function storeAll(
  world: World,
  callers: readonly Caller[],
  planter: Planter,
  every = false,
): Promise<Stored> {
  const kept = () => new Set([...planter.kept.values()].map(({ field }) => field))
  const refused = new Map<string, string>()
  const undone = new Map<string, string>()
  const faults: string[] = []
  for (const [line, cells] of cellsToStore(world, callers)) {
    const fields = fieldsOf(line)
    const had = kept()
    if (fields.length === 0 || (!every && fields.every(({ name }) => had.has(name) || refused.has(name)))) continue
    const done = await storeLine(world, cells, planter)
    for (const [name, why] of done.refused) refused.set(name, why)
    if (done.undone) undone.set(line, done.undone)
    if (done.fault) faults.push(`${line}: ${done.fault}`)
  }
  for (const name of kept()) refused.delete(name)
  return { kept: kept(), refused, undone, faults }
}

async function storeLine(world: World, cells: readonly Cell[], planter: Planter): Promise<Done> {
  let last: Done = { refused: new Map(), undone: 'nobody may' }
  for (const cell of cells) {
    const one = tryOf(world, cell)
    const all = await attempt(world, one, planter, (field) => (field.secret ? undefined : planter.text(field)))
    if (!all) return { refused: new Map() }
    // One of them is in the way: each is tried alone, in a transaction that is undone; first whether it goes without any.
    const plain = await dry(world, one, inputFor(world, one))
    if (plain) {
      last = { refused: new Map(), undone: plain, ...(plain.startsWith('fault') && { fault: plain }) }
      continue
    }
    const refused = await refusedAlone(world, one, planter)
    const rest = await attempt(world, one, planter, (field) =>
      field.secret || refused.has(field.name) ? undefined : planter.text(field, BRACES),
    )
    return { refused, ...(rest && { undone: rest }), ...(rest?.startsWith('fault') && { fault: rest }) }
  }
  return last
}

/** In a notice they are places for values, and a place that there is not is refused. */
const BRACES = /[{}]/

/** Which fields refuse even a text without braces that stands in them alone, and with which word. */
async function refusedAlone(world: World, one: Try, planter: Planter): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>()
  for (const { name } of fieldsOf(one.cell.line)) {
    const input = filled(one.op, inputFor(world, one), (field) =>
      field.name === name ? planter.text(field, BRACES) : undefined,
    )
    const word = await dry(world, one, input)
    if (word) refused.set(name, word)
  }
  return refused
}

/** Performs it for good. Nothing when it went through, and then its texts count as stored; else the word it was refused with. */
async function attempt(world: World, one: Try, planter: Planter, put: Put): Promise<string | undefined> {
  const made = new Map<string, string>()
  const input = filled(one.op, inputFor(world, one), (field) => {
    const text = put(field)
    if (text !== undefined) made.set(text, field.name)
    return text
  })
  const { owner, house } = world.street
  try {
    await asItWas(owner, idsIn(world), async () => {
      if (one.given) await owner.query(one.given.text, [...one.given.values])
      await send(house, world, one, input)
    })
  } catch (error) {
    return named(error) ?? `fault: ${error}`
  }
  for (const [text, name] of made) planter.keep(text, name)
  return undefined
}
