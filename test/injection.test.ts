// Nothing that is typed becomes part of a statement (I4): 400 payloads in every text that a question or command takes.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { openApi } from '#kernel/http/openapi.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { operations } from '#modules/index.ts'
import { knownOf } from './fuzz/known.ts'
import { type Described, describedBy, type Schema } from './fuzz/schema.ts'
import { drawn } from './fuzz/valid.ts'
import { injections, TOKEN } from './injection/payloads.ts'
import { openStreet, type Street } from './street.ts'

/** A payload that slept would take five seconds; whatever else runs here, no statement of ours comes near. */
const SLEPT_MS = 4_500
const CAST = ['anxiaoya', 'chengyizhou', 'zhouxiaolan', 'hemingyuan', 'fengdazhi']

let street: Street
let list: Described[]
let actors: Actor[]
const sent = new Set<string>()
const { query } = pg.Client.prototype
beforeAll(async () => {
  street = await openStreet()
  list = describedBy(openApi([...operations.values()], street.house.url, {}))
  actors = await Promise.all(CAST.map((login) => street.as(login).actor()))
  pg.Client.prototype.query = function (this: pg.Client, ...args: Parameters<typeof query>) {
    const [first] = args as unknown as [string | { text?: string }]
    sent.add(typeof first === 'string' ? first : (first?.text ?? ''))
    return query.apply(this, args)
  } as typeof query
})
afterAll(async () => {
  pg.Client.prototype.query = query
  await street.close()
})

/** The value with every free text in it replaced; ids, days and choices stay what they are. */
function withPayload(schema: Schema, value: unknown, payload: string): unknown {
  if (typeof value === 'string') {
    const isFree = !schema.format && !schema.enum && (schema.pattern?.startsWith('^[^') ?? true)
    return isFree ? payload.slice(0, schema.maxLength ?? payload.length) : value
  }
  if (Array.isArray(value)) return value.map((one) => withPayload(schema.items ?? {}, one, payload))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withPayload(schema.properties?.[name] ?? {}, one, payload)]),
  )
}

/** All at once in every column that is kept; what only says when somebody was last seen is left out. */
async function fingerprint(): Promise<unknown[]> {
  const { rows: tables } = await street.owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not in ('session', 'journal', 'seal', 'command', 'notice_wish') order by relname`,
  )
  const sums = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as sum from "${name}" t`,
  )
  return (await street.owner.query(`${sums.join(' union all ')} order by name`)).rows
}

type Tried = { asked: number; slowestMs: number; readonly faults: string[] }

async function tryAll(of: readonly Described[], ops: ReadonlyMap<string, AnyOperation>, count: number): Promise<Tried> {
  const known = await knownOf(
    street,
    of.map(({ name }) => name),
  )
  const tried: Tried = { asked: 0, slowestMs: 0, faults: [] }
  for (let n = 0; n < count; n++) {
    const { name, input } = of[n % of.length]!
    const op = ops.get(name)!
    const able = actors.filter((actor) => op.permit.some((rule) => rule.mayEver(actor)))
    const actor = able[n % Math.max(1, able.length)] ?? actors[0]!
    const proper = fc.sample(drawn(input, known(name), ''), { seed: n, numRuns: 1 })[0]
    const given = withPayload(input, proper, injections[n % injections.length]!)
    const since = performance.now()
    await perform(
      street.house,
      op,
      actor,
      given,
      op.signature.kind === 'command' ? { key: `injected-${n}` } : {},
    ).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.status >= 500)
        tried.faults.push(`${name} ${JSON.stringify(given)}: ${error}`)
    })
    tried.asked++
    tried.slowestMs = Math.max(tried.slowestMs, Math.round(performance.now() - since))
  }
  return tried
}

const hasText = (schema: Schema): boolean =>
  (schema.type === 'string' && !schema.format && !schema.enum && (schema.pattern?.startsWith('^[^') ?? true)) ||
  [...(schema.anyOf ?? []), ...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])].some(
    hasText,
  )
const kindOf = (name: string) => operations.get(name)!.signature.kind
const holdsToken = () => [...sent].filter((text) => text.includes(TOKEN))

describe(`${injections.length} payloads`, () => {
  test('in every text of every question: answered or refused, no row changed, none in a statement', async () => {
    const questions = list.filter(({ name, input }) => kindOf(name) === 'query' && hasText(input))
    const before = await fingerprint()
    const { asked, slowestMs, faults } = await tryAll(questions, operations, injections.length)
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThanOrEqual(400)
    expect(slowestMs).toBeLessThan(SLEPT_MS)
    expect(await fingerprint()).toEqual(before)
    expect(holdsToken()).toEqual([])
  }, 60_000)

  test('in every text of every command: done or refused, none in a statement', async () => {
    const commands = list.filter(({ name, input }) => kindOf(name) === 'command' && hasText(input))
    const { slowestMs, faults } = await tryAll(commands, operations, injections.length)
    expect(faults).toEqual([])
    expect(slowestMs).toBeLessThan(SLEPT_MS)
    expect(holdsToken()).toEqual([])
  }, 60_000)

  // The first four payloads: a fifth one sleeps, in every row.
  test('bite: one order written together by hand is found', async () => {
    const find = operations.get('area.find')!
    const crooked: AnyOperation = {
      ...find,
      run: async ({ tx, input }) => {
        await tx.text(`select id from area where name like '${input.words}' limit 1`)
        return { areas: [] }
      },
    }
    const { faults } = await tryAll(
      list.filter(({ name }) => name === 'area.find'),
      new Map([['area.find', crooked]]),
      4,
    )
    expect(faults.length).toBeGreaterThan(0)
    expect(holdsToken().length).toBeGreaterThan(0)
  })
})
