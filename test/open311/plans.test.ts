// No list of this door reads a table from end to end: the plans of what is asked over HTTP, on five thousand matters.
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { machine, scopeOf } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { SET_SCOPE } from '#kernel/scope.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { grow } from './crowd.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const V2 = '/open311/v2'
let street: Street
let web: TestWeb
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  setClock('2026-11-18', '12:00')
  await grow(street, 5_000, { until: clock.now(), days: 400, first: 100_000 })
  await street.owner.query('analyze')
})
afterAll(() => street.close())

type Sent = { readonly text: string; readonly values?: readonly unknown[] }
type Query = typeof pg.Client.prototype.query

/** The reading statements that one request sends. */
async function sentBy(path: string): Promise<Sent[]> {
  const sent: Sent[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [Partial<Sent>]
    if (/^\s*(with|select) .*\bfrom\b/is.test(first?.text ?? '')) sent.push(first as Sent)
    return Reflect.apply(query, this, given)
  } as Query
  const response = await web.ask(V2 + path)
  pg.Client.prototype.query = query
  expect([200, 404], path).toContain(response.status)
  return sent
}

const BIG = ['matter', 'matter_step', 'matter_clock', 'area']

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

/**
 * Big tables that a plan reads from end to end, as the server's login and with the sight of Linli itself. Prepared, since
 * the server keeps one plan for all values of a statement.
 */
async function scans({ text, values = [] }: Sent): Promise<string[]> {
  const client = await street.house.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(SET_SCOPE, [...scopeOf(machine(street.tenant, 'test'))])
    await client.query(`prepare probe as ${text}`)
    const given = values.length ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query(`explain (format json) execute probe${given}`)
    const plan = JSON.stringify(rows[0])
    return BIG.filter((table) => new RegExp(`"Node Type":"Seq Scan"[^{}]*"Relation Name":"${table}"`).test(plan))
  } finally {
    await client.query('rollback')
    await client.query('deallocate probe')
    client.release()
  }
}

const ASKED = [
  '/requests.json',
  '/requests.json?page_size=20&page=3',
  '/requests.json?status=open',
  '/requests.json?status=closed&page_size=50',
  '/requests.json?service_code=0305,0301',
  '/requests.json?start_date=2026-01-01&end_date=2026-03-01',
  '/requests.json?updated_after=2026-11-17T00:00:00Z',
  '/requests.json?updated_after=2026-11-17T00:00:00Z&service_code=0305&status=closed',
  '/requests.json?updated_after=2025-01-01&page_size=100',
  '/requests.json?service_request_id=LL-2026-100001,LL-2026-100002',
  '/requests/LL-2026-100001.json',
  '/servicerequestupdates.json?updated_after=2026-11-17T00:00:00Z',
  '/servicerequestupdates.json?service_request_id=LL-2026-100001',
  '/services.json',
]

test('no list reads a big table from end to end', async () => {
  const found: string[] = []
  let looked = 0
  for (const path of ASKED)
    for (const sent of await sentBy(path)) {
      looked++
      for (const table of await scans(sent)) found.push(`${path} reads all of ${table}: ${sent.text.slice(0, 120)}`)
    }
  expect(looked).toBeGreaterThan(30)
  expect(found).toEqual([])
})

test('it would be noticed: what has no index to go by', async () => {
  expect(
    await scans({ text: 'select no from matter where tenant_id = $1 and title = $2', values: [street.tenant, 'x'] }),
  ).toEqual(['matter'])
})
