// Goal A1: nobody gets more than the table of rights says. Operation × role × relation × state, a canary in every personal field.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '#kernel/access.ts'
import { operations } from '#modules/index.ts'
import { type Caller, castOf, othersOf } from './access/cast.ts'
import { dryHouse } from './access/dry-house.ts'
import { expected, operationOf } from './access/expected.ts'
import { cellsOf, each, nameOf, runMatrix } from './access/matrix.ts'
import { caught, conditionsDropped, mutantsOf } from './access/mutants.ts'
import { OK, verdict } from './access/oracle.ts'
import { faultsOver, pairsOf, request } from './access/over-http.ts'
import { STAFF } from './access/roles.ts'
import { makeWorld, type World } from './access/subjects.ts'
import { openStreet, setClock } from './street.ts'
import { openWeb } from './web.ts'

/** Relations at which a subject of 第12网格 is somebody else's. */
const FOREIGN = ['sibling grid', 'other subdistrict', 'other tenant']

let world: World
let callers: readonly Caller[]

beforeAll(async () => {
  const street = await openStreet()
  setClock('2026-11-18', '10:00')
  world = await makeWorld(street)
  callers = [...(await castOf(street, world.canaries)), ...othersOf(world)]
})
afterAll(() => world?.street.close())

test('every operation has its line in the table, and every line an operation', () => {
  const lines = Object.keys(expected)
  expect([...operations.keys()].filter((name) => !lines.includes(name))).toEqual([])
  expect(lines.filter((line) => !operations.has(operationOf(line)))).toEqual([])
})

test('every role that signs in is asked', () => {
  expect(STAFF).toEqual(ROLES.filter((role) => !['resident', 'reporter', 'machine'].includes(role)))
})

test('every cell is answered as the table says, and no canary leaves where none may', async () => {
  const started = performance.now()
  const { cells, faults } = await runMatrix(world, operations, callers)
  process.stdout.write(`access: ${cells} cells in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  if (faults.length) process.stdout.write(`${faults.length} faults\n${faults.slice(0, 150).join('\n')}\n`)
  expect(faults).toEqual([])
}, 240_000)

test('over HTTP, what is foreign and what does not exist are answered with the same status, headers and body', async () => {
  const web = openWeb({ ...world.street.opened, house: dryHouse(world.street.house) })
  const near = callers.filter((one) => !one.relation || FOREIGN.includes(one.relation.name))
  const pairs = Object.keys(expected).flatMap((line) => pairsOf(world, line, near))
  const faults: string[] = []
  await each(pairs, async ([foreign, missing]) => {
    const [a, b] = [await request(web, world, foreign), await request(web, world, missing)]
    faults.push(...faultsOver(world, foreign, a), ...faultsOver(world, missing, b))
    if (a.status !== b.status || a.headers !== b.headers || a.text !== b.text) faults.push(`${nameOf(foreign)} differs:\n${a.text}\n${b.text}`)
  })
  process.stdout.write(`access: ${pairs.length} pairs over HTTP\n`)
  expect(pairs.length).toBeGreaterThan(300)
  expect(faults).toEqual([])
  expect(web.log).toEqual([])
}, 120_000)

test('over HTTP, every line is answered to one who may and to one who may not; headers, files and log hold no canary', async () => {
  const web = openWeb({ ...world.street.opened, house: dryHouse(world.street.house) })
  const cells = Object.keys(expected).flatMap((line) => {
    const asked = cellsOf(world, line, callers.filter((one) => ['staff', 'anonymous'].includes(one.kind) && !expected[line]!.given))
    const let1 = asked.find((cell) => verdict(cell, cell.caller) === OK)
    const refused = asked.find((cell) => verdict(cell, cell.caller) !== OK)
    return [let1, refused].filter((cell) => cell !== undefined)
  })
  const faults: string[] = []
  await each(cells, async (cell) => {
    faults.push(...faultsOver(world, cell, await request(web, world, cell)))
  })
  expect(faults).toEqual([])
  expect(web.log.flatMap((line) => world.canaries.inText(line))).toEqual([])
  expect(web.log).toEqual([])
})

describe('bites', () => {
  test('a rule taken away, opened, or without one of its roles is noticed', async () => {
    const mutants = [...mutantsOf(operations), ...conditionsDropped(operations)]
    const unnoticed: string[] = []
    await each(mutants, async (mutant) => {
      if (!(await caught(world, callers, mutant))) unnoticed.push(mutant.name)
    })
    process.stdout.write(`access: ${mutants.length} broken rules\n`)
    expect(unnoticed).toEqual([])
  }, 240_000)
})
