// Goal A3: connections are shared by everybody, and nothing of one request stays behind for the next.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, anyone } from '#kernel/access.ts'
import { contract } from '#kernel/contract.ts'
import { openDatabase } from '#kernel/database.ts'
import { type House, perform } from '#kernel/door.ts'
import { type AnyOperation, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { openStreet, type Street } from '#test/street.ts'
import { anyActor, byParents, type Forest, forestOf, type Row, randomFrom, scatterMatters } from './differential.ts'
import { each } from './matrix.ts'

const CONNECTIONS = 4
const ACTORS = 20
const REQUESTS = 5_000
const FAILING = 0.05

const random = randomFrom(4_620)
let street: Street
let house: House
let forest: Forest
let rows: Row[]
let actors: Actor[]

beforeAll(async () => {
  street = await openStreet()
  house = { ...street.house, db: openDatabase(street.appUrl, CONNECTIONS) }
  forest = await forestOf(street.owner)
  rows = await scatterMatters(street, forest, 200, random)
  actors = Array.from({ length: ACTORS }, () => anyActor(forest, rows, random))
})
afterAll(async () => {
  await house?.db.close()
  await street?.close()
})

const WAYS = ['answer', 'refuse', 'throw', 'sql', 'keep'] as const
const { rows: signature, write: writing } = contract('probe', {
  rows: {
    kind: 'query',
    summary: { zh: '看', en: 'Look' },
    input: z.strictObject({ way: z.enum(WAYS) }),
    output: z.object({ ids: z.array(z.uuid()) }),
  },
  write: {
    kind: 'command',
    summary: { zh: '写', en: 'Write' },
    input: z.strictObject({ way: z.enum(WAYS) }),
    output: z.object({ ids: z.array(z.uuid()) }),
  },
})

/** Reads all matters without a condition of its own, then ends in one of the ways in which an operation can end. */
const probe = (of: typeof signature | typeof writing): AnyOperation =>
  operation(of, {
    permit: [anyone('only the net is asked')],
    async run({ input, tx }) {
      const seen = await tx.text<{ id: string }>('select id from matter')
      if (input.way === 'refuse') throw new Problem(doorProblems.changed)
      if (input.way === 'keep') throw new Problem(doorProblems.changed, {}, { keep: true })
      if (input.way === 'throw') throw new Error('broken on purpose')
      if (input.way === 'sql') await tx.text('select 1 / 0')
      return { ids: seen.map((row) => row.id) }
    },
  })
const [query, command] = [probe(signature), probe(writing)]

/** Interleaved requests of all actors; returns what somebody saw and should not, or did not see and should. */
async function interleave(count: number): Promise<{ faults: string[]; failed: number }> {
  const expected = new Map(actors.map((actor) => [actor.id, [...byParents(actor, rows, forest)].sort()]))
  const faults: string[] = []
  let failed = 0
  await each(
    Array.from({ length: count }),
    async () => {
      const actor = actors[Math.floor(random() * ACTORS)]!
      const fails = random() < FAILING
      const way = fails ? WAYS[1 + Math.floor(random() * 4)]! : 'answer'
      const op = random() < 0.2 ? command : query
      const answer = await perform(house, op, actor, { way }).catch((error: Error) => error)
      if (fails) failed++
      if (answer instanceof Error !== fails) faults.push(`${way}: ${String(answer)}`)
      if (answer instanceof Error) return
      const seen = (answer as { ids: string[] }).ids.sort()
      if (seen.join() !== expected.get(actor.id)!.join()) faults.push(`${actor.id} saw ${seen.length} rows`)
    },
    12,
  )
  return { faults, failed }
}

const SETTINGS = ['tenant_id', 'lo', 'hi', 'areas', 'ids', 'node']

/** What every connection of the pool remembers between requests. */
async function remembered(): Promise<string[]> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => house.db.pool.connect()))
  const found: string[] = []
  for (const client of clients) {
    for (const name of SETTINGS) {
      const { rows: read } = await client.query<{ value: string | null }>(
        `select current_setting('app.${name}', true) as value`,
      )
      if (read[0]!.value) found.push(`app.${name} = ${read[0]!.value}`)
    }
    if ((await client.query('select 1 from matter')).rowCount) found.push('rows without a scope')
    client.release()
  }
  return found
}

test(`${REQUESTS} interleaved requests of ${ACTORS} people over ${CONNECTIONS} connections: nobody sees a row of another`, async () => {
  expect(new Set(actors.map((actor) => actor.tenant)).size).toBe(2)
  const { faults, failed } = await interleave(REQUESTS)
  expect(faults).toEqual([])
  expect(failed).toBeGreaterThan(REQUESTS * FAILING * 0.7)
  expect(house.db.pool.totalCount).toBeLessThanOrEqual(CONNECTIONS)
  expect(await remembered()).toEqual([])
})

test('an operation performed as Linli itself inside a person’s gives its sight back', async () => {
  const actor = actors.find((one) => byParents(one, rows, forest).size < 50)!
  const { nest: nesting } = contract('probe', {
    nest: {
      kind: 'query',
      summary: { zh: '看', en: 'Look' },
      input: z.strictObject({}),
      output: z.object({ before: z.number(), inside: z.number(), after: z.number() }),
    },
  })
  const nest = operation(nesting, {
    permit: [anyone('only the net is asked')],
    async run({ tx, perform: inside }) {
      const count = async () => (await tx.text('select 1 from matter')).length
      const machine: Actor = {
        ...actor,
        kind: 'machine',
        id: randomUUID(),
        spans: [{ pos: 0, end: Number.MAX_SAFE_INTEGER }],
      }
      const before = await count()
      const seen = (await inside(query, { way: 'answer' }, machine)) as { ids: string[] }
      return { before, inside: seen.ids.length, after: await count() }
    },
  }) as AnyOperation
  const own = byParents(actor, rows, forest).size
  expect(await perform(house, nest, actor, {})).toEqual({
    before: own,
    inside: rows.filter((row) => row.tenant === actor.tenant).length,
    after: own,
  })
})

describe('bites', () => {
  /** set_scope as it is, with another word in place of `local`. */
  const withScope = async (change: (body: string) => string, then: () => Promise<void>) => {
    const { rows: read } = await street.owner.query<{ text: string }>(
      `select pg_get_functiondef('set_scope'::regproc) as text`,
    )
    const text = read[0]!.text
    expect(change(text)).not.toBe(text)
    await street.owner.query(change(text))
    await then().finally(() => street.owner.query(text))
  }

  test('settings of the session instead of the transaction are noticed', async () => {
    await withScope(
      (body) => body.replaceAll('set local', 'set session'),
      async () => {
        await interleave(40)
        expect(await remembered()).not.toEqual([])
      },
    )
    // What the broken function left behind would outlive it.
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => house.db.pool.connect()))
    for (const client of clients) {
      await client.query('reset all')
      client.release()
    }
    expect(await remembered()).toEqual([])
  })

  test('a setting that is not set anew for each request is noticed', async () => {
    await withScope(
      (body) =>
        body.replace(
          /execute format\('set local app\.hi[^;]*;/,
          `perform set_config('app.hi', '9007199254740991', true);`,
        ),
      async () => expect((await interleave(200)).faults).not.toEqual([]),
    )
    expect((await interleave(100)).faults).toEqual([])
  })
})
