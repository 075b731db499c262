// Goal A6: for every person and row, the door's sight, row-level security and the tree itself agree; the net alone holds.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anyone, scopeOf } from '#kernel/access.ts'
import { contract } from '#kernel/contract.ts'
import { perform } from '#kernel/door.ts'
import { type AnyOperation, operation } from '#kernel/operation.ts'
import { openStreet, type Street } from '#test/street.ts'
import {
  anyActor,
  apart,
  byDatabase,
  byParents,
  bySpans,
  type Forest,
  forestOf,
  GUARDED_TABLES,
  type Guarded,
  type Row,
  randomFrom,
  scatterMatters,
} from './differential.ts'

const ROWS = 1_000
const ACTORS = 60
const random = randomFrom(990_101)

let street: Street
let client: pg.Client
let forest: Forest
let rows: Row[]
let actors: ReturnType<typeof anyActor>[]

beforeAll(async () => {
  street = await openStreet()
  forest = await forestOf(street.owner)
  rows = await scatterMatters(street, forest, ROWS, random)
  actors = Array.from({ length: ACTORS }, () => anyActor(forest, rows, random))
  client = new pg.Client({ connectionString: street.appUrl })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await street?.close()
})

type Pair = { actor: number; row: string; between: string }

/** Every pair of actor and row on which two of the three do not agree. */
async function disagreements(table: Guarded, asked = actors): Promise<Pair[]> {
  const found: Pair[] = []
  for (const [at, actor] of asked.entries()) {
    const spans = bySpans(actor, rows)
    const note = (between: string, list: string[]) => found.push(...list.map((row) => ({ actor: at, row, between })))
    note('spans and tree', apart(spans, byParents(actor, rows, forest)))
    note('spans and database', apart(spans, await byDatabase(client, actor, table)))
  }
  return found
}

test('rows lie in both tenants and in every grid, and actors see none, some and all of their district', () => {
  const grids = forest.areas.filter((area) => area.level === 'grid')
  expect(grids.filter((grid) => !rows.some((row) => row.area === grid.id))).toEqual([])
  expect(new Set(rows.map((row) => row.tenant)).size).toBe(2)
  const seen = actors.map((actor) => bySpans(actor, rows).size)
  expect(Math.min(...seen)).toBe(0)
  expect(seen.filter((count) => count > 0 && count < 200).length).toBeGreaterThan(10)
  expect(Math.max(...seen)).toBe(
    Math.max(...[street.tenant, street.otherTenant].map((one) => rows.filter((row) => row.tenant === one).length)),
  )
})

test.each(GUARDED_TABLES)('spans, tree and database agree on every pair of person and row of %s', async (table) => {
  expect(ACTORS * ROWS).toBeGreaterThanOrEqual(20_000)
  expect(await disagreements(table)).toEqual([])
})

const { look: signature } = contract('probe', {
  look: {
    kind: 'query',
    summary: { zh: '看', en: 'Look' },
    input: z.strictObject({ id: z.uuid(), pos: z.number() }),
    output: z.object({}),
  },
})
/** Its subject is what the input says, past the database: only the door itself can call it missing. */
const look = operation(signature, {
  permit: [anyone('whether it is there is what is asked')],
  subject: async ({ id, pos }) => ({ id, area_pos: pos }),
  run: async () => ({}),
}) as AnyOperation

test('the door calls missing exactly what the tree puts outside', async () => {
  const wrong: string[] = []
  for (let asked = 0; asked < 400; asked++) {
    const actor = actors[asked % ACTORS]!
    const near = rows.filter((row) => row.tenant === actor.tenant)
    const row = near[Math.floor(random() * near.length)]!
    const answer = await perform(street.house, look, actor, { id: row.id, pos: row.pos }).then(
      () => 'there',
      (error: Error) => error.message,
    )
    if (answer !== (byParents(actor, [row], forest).size ? 'there' : 'door.missing'))
      wrong.push(`${actor.id} ${row.id} ${answer}`)
  }
  expect(wrong).toEqual([])
})

/** Runs a statement as the server's login within one actor's scope and undoes it. */
async function asActor(
  actor: Parameters<typeof scopeOf>[0],
  text: string,
  values: unknown[] = [],
): Promise<number | string> {
  await client.query('begin')
  await client.query('select set_scope($1, $2, $3, $4, $5)', [...scopeOf(actor)])
  const done = await client.query(text, values).then(
    (result) => result.rowCount ?? 0,
    (error: { code: string }) => error.code,
  )
  await client.query('rollback')
  return done
}

test('no statement changes or adds a row outside', async () => {
  for (const actor of actors.slice(0, 10)) {
    const inside = bySpans(actor, rows)
    for (const table of GUARDED_TABLES)
      expect(await asActor(actor, `update ${table} set area_pos = area_pos`)).toBe(inside.size)
    const outside = rows.find((row) => !inside.has(row.id))
    if (!outside) continue
    const copied = `insert into file select ($1::file).*`
    const { rows: files } = await street.owner.query('select f::text as text from file f where id = $1', [outside.id])
    expect(await asActor(actor, copied, [files[0].text])).toBe('42501')
  }
})

test('every table with a tenant is guarded, and shows no row of another one', async () => {
  const { rows: tables } = await street.owner.query<{ name: string; guarded: boolean }>(
    `select c.relname as name, c.relrowsecurity as guarded from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped order by 1`,
  )
  // Where a login or a code leads is asked before any tenant is known; its keys are hashes.
  expect(tables.filter((table) => !table.guarded).map((table) => table.name)).toEqual(['directory'])
  const somebody = actors.find((actor) => actor.tenant === street.tenant && actor.posts.length > 0)!
  for (const { name } of tables.filter((table) => table.guarded)) {
    expect(await asActor(somebody, `select 1 from ${name} where tenant_id <> '${street.tenant}'`), name).toBe(0)
    expect(await asActor({ ...somebody, tenant: '', ids: [] }, `select 1 from ${name}`), `${name} for nobody`).toBe(0)
  }
})

test('without a scope the server sees no row at all', async () => {
  for (const table of GUARDED_TABLES) expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0)
})

describe('bites', () => {
  const some = () => actors.slice(0, 12)
  const widened = async (table: Guarded, using: string, then: () => Promise<void>) => {
    await street.owner.query(`create policy wide on ${table} using (${using})`)
    await then().finally(() => street.owner.query(`drop policy wide on ${table}`))
  }

  test.each(GUARDED_TABLES)('a policy on %s widened to everything, or to the tenant, is noticed', async (table) => {
    const tenant = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`
    for (const using of ['true', tenant])
      await widened(table, using, async () => expect(await disagreements(table, some())).not.toEqual([]))
    expect(await disagreements(table, some())).toEqual([])
  })

  test('row-level security switched off is noticed', async () => {
    await street.owner.query('alter table matter disable row level security')
    expect(await disagreements('matter', some())).not.toEqual([])
    await street.owner.query('alter table matter enable row level security')
  })

  test('a policy that looks at the hull of several areas alone is noticed', async () => {
    const scope = (name: string) => `nullif(current_setting('app.${name}', true), '')`
    const hull = `tenant_id = ${scope('tenant_id')}::uuid and area_pos between ${scope('lo')}::bigint and ${scope('hi')}::bigint`
    const several = actors.filter((actor) => actor.spans.length > 1)
    await widened('matter', hull, async () => expect(await disagreements('matter', several)).not.toEqual([]))
  })

  test('one role more that opens its area is noticed', () => {
    const lawyers = actors.filter((actor) => actor.posts.some((post) => post.role === 'lawyer'))
    const wide = lawyers.map((actor) => ({ ...actor, spans: actor.posts }))
    expect(wide.some((actor) => apart(bySpans(actor, rows), byParents(actor, rows, forest)).length > 0)).toBe(true)
  })
})
