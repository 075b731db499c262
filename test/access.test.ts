// Goal A1: nobody gets more than the table of rights says. Operation × role × relation × state, a canary in every personal field.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '#kernel/access.ts'
import { operations } from '#modules/index.ts'
import { type Caller, castOf, othersOf } from './access/cast.ts'
import { expected, operationOf } from './access/expected.ts'
import { runMatrix } from './access/matrix.ts'
import { STAFF } from './access/roles.ts'
import { makeWorld, type World } from './access/subjects.ts'
import { openStreet, setClock } from './street.ts'

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
