// A token acts as its account and never beyond it: every operation, asked by the account and by tokens of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { scopeFor } from '#kernel/token.ts'
import { Scope } from '#modules/account/contract.ts'
import { moduleWords } from '#modules/account/words.ts'
import { modules, operations } from '#modules/index.ts'
import { openStreet, setClock } from '#test/street.ts'
import { type Caller, castOf } from './cast.ts'
import { randomFrom } from './differential.ts'
import { expected, operationOf } from './expected.ts'
import { ask, type Cell, canariesIn, cellsOf, each, nameOf, type Outcome } from './matrix.ts'
import { OK, verdict } from './oracle.ts'
import { makeWorld, type World } from './subjects.ts'

const ALL = Scope.options
const TOKEN_CODES = ['door.inPerson', 'door.outOfScope']

let world: World
let cells: readonly Cell[]

beforeAll(async () => {
  const street = await openStreet()
  setClock('2026-11-18', '10:00')
  world = await makeWorld(street)
  const callers = await castOf(street, world.canaries)
  cells = Object.keys(expected).flatMap((line) => some(line, callers))
})
afterAll(() => world?.street.close())

/** Of each line one who may and one who may not. */
function some(line: string, callers: readonly Caller[]): Cell[] {
  const asked = cellsOf(world, line, callers).filter((cell) => cell.caller.kind === 'staff')
  const isLet = (cell: Cell) => verdict(cell, cell.caller) === OK
  return [asked.find(isLet), asked.find((cell) => !isLet(cell))].filter((cell) => cell !== undefined)
}

type WithToken = (actor: Actor, scopes: readonly string[]) => Actor
const withToken: WithToken = (actor, scopes) => ({ ...actor, token: { id: newId(), scopes } })
const by = (cell: Cell, scopes: readonly string[], give: WithToken): Cell => ({
  ...cell,
  caller: { ...cell.caller, actor: give(cell.caller.actor, scopes) },
})

/** More than the account may: answered where it is refused, refused otherwise than it is, or told what it is not. */
function beyond(cell: Cell, own: Outcome, token: Outcome): string[] {
  if (TOKEN_CODES.includes(token.code)) return []
  const told = canariesIn(world, token).filter((one) => !canariesIn(world, own).includes(one))
  return [
    ...(token.code === own.code ? [] : [`${nameOf(cell)}: ${token.code} by token, ${own.code} in person`]),
    ...told.map((one) => `${nameOf(cell)}: a token is told ${one.field}`),
  ]
}

/** What is wrong with the tokens of a cell's caller: one with every scope, one with some, one with all but what is needed. */
async function faultsOfTokens(op: AnyOperation, cell: Cell, random: () => number, give = withToken): Promise<string[]> {
  const own = await ask(world, op, cell)
  const needed = scopeFor(op.signature)
  const [whole, part, lacking] = [
    await ask(world, op, by(cell, ALL, give)),
    await ask(
      world,
      op,
      by(
        cell,
        ALL.filter(() => random() < 0.5),
        give,
      ),
    ),
    await ask(
      world,
      op,
      by(
        cell,
        ALL.filter((scope) => scope !== needed),
        give,
      ),
    ),
  ]
  const { inPerson } = op.signature
  return [
    ...beyond(cell, own, whole),
    ...beyond(cell, own, part),
    ...(TOKEN_CODES.includes(lacking.code) ? [] : [`${nameOf(cell)}: ${lacking.code} without ${needed}`]),
    ...(inPerson && whole.code !== 'door.inPerson' ? [`${nameOf(cell)}: ${whole.code} although in person only`] : []),
  ]
}

async function runTokens(list: readonly Cell[], opOf = (line: string) => operations.get(line)!, give = withToken) {
  const faults: string[] = []
  const random = randomFrom(18)
  await each(list, async (cell) => {
    faults.push(...(await faultsOfTokens(opOf(operationOf(cell.line)), cell, random, give)))
  })
  return faults
}

test('of every operation: a token may what its account may or less, and nothing without the scope', async () => {
  const began = performance.now()
  const faults = await runTokens(cells)
  process.stdout.write(`tokens: ${cells.length * 3} asked in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  expect(faults).toEqual([])
  const asked = new Set(cells.map(({ line }) => operationOf(line)))
  // Those two are asked by people without an account alone, and never by a token (below).
  expect([...operations.keys()].filter((name) => !asked.has(name))).toEqual(['account.signIn', 'account.join'])
}, 120_000)

test('bite: a door that forgets the token is noticed at every operation', async () => {
  const few = cells.filter((_, at) => at % 5 === 0)
  const faults = await runTokens(few, undefined, (actor) => actor)
  expect(faults.length).toBeGreaterThanOrEqual(few.length)
}, 60_000)

test('bite: a rule that lets a token through where its account may not is noticed', async () => {
  const refused = cells.filter((cell) => verdict(cell, cell.caller) === 'door.forbidden').slice(0, 20)
  const lax = (line: string): AnyOperation => {
    const op = operations.get(line)!
    const rule = { label: 'by token', mayEver: (actor: Actor) => !!actor.token, allows: () => true }
    return { ...op, permit: [...op.permit, rule] as unknown as AnyOperation['permit'] }
  }
  const few = refused.filter((cell) => !operations.get(operationOf(cell.line))!.signature.inPerson)
  expect((await runTokens(few, lax)).length).toBeGreaterThanOrEqual(few.length)
}, 60_000)

test('what discloses, hands out a secret or changes rights is marked as never by token', () => {
  const WHO_MAY = /^account\.(signOut|tokens|endToken|grant|endPost|disable|enable)$|^open311\.endKey$|^matter\.voice$/
  const isReserved = (op: AnyOperation) =>
    op.signature.discloses || op.signature.forgets || WHO_MAY.test(op.signature.name)
  const forLinli = (op: AnyOperation) => op.permit.every((rule: { label: string }) => rule.label === 'Linli itself')
  const unmarked = [...operations.values()].filter((op) => isReserved(op) && !op.signature.inPerson && !forLinli(op))
  expect(unmarked.map((op) => op.signature.name)).toEqual([])
  for (const { signature } of operations.values())
    if (signature.inPerson) expect(signature.inPerson.zh, signature.name).toMatch(/\p{Script=Han}{4}/u)
})

test('every module has its words for whoever chooses scopes', () => {
  expect(Object.keys(moduleWords)).toEqual(modules.map(({ name }) => name))
})
