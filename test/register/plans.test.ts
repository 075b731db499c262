// Looking and finding read no big table from end to end: the plans of what they ask, on fifteen thousand people.
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { machine, scopeOf } from '#kernel/access.ts'
import { SET_SCOPE } from '#kernel/scope.ts'
import { finding } from '#modules/finding/contract.ts'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { correctionOf, handled, type Resident, settle } from './residents.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PEOPLE = 15_000
let street: Street
let who: Resident
let slip: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  who = (await settle(street, '清荷苑3号楼', 3))[0]!
  slip = (await street.as('chenjing').do(register.giveSlip, { id: who.id })).slip
  await crowd()
  await street.owner.query('analyze')
})
afterAll(() => street.close())

/** Rows of another street, as many as an index is worth it; their sealed fields are never opened. */
async function crowd(): Promise<void> {
  const { rows } = await street.owner.query(
    `select area_pos as pos, id from area where tenant_id = $1 and name = '汀兰苑1号楼'`,
    [street.tenant],
  )
  const values = [street.tenant, rows[0].pos, rows[0].id]
  const many = `from generate_series(1, ${PEOPLE}) n`
  await street.owner.query(
    `insert into home (tenant_id, id, building_id, grid_id, area_pos, address, address_key, room, source, as_of, made_at, changed_at)
     select $1, gen_random_uuid(), gen_random_uuid(), $3, $2, 'x' || n, 'x' || n, (n % 900)::text, 'test', '2026-01-01', now(), now() ${many}`,
    values,
  )
  await street.owner.query(
    `insert into person (tenant_id, id, class, grid_id, area_pos, name, phone_mac, number_mac, source, as_of, made_at, changed_at)
     select $1, gen_random_uuid(), 'registered', $3, $2, '\\x00', sha256(n::text::bytea), sha256(('i' || n)::bytea), 'test', '2026-01-01', now(), now() ${many}`,
    values,
  )
  await street.owner.query(
    `insert into disclosure (tenant_id, id, person_id, house_id, at, actor_id, office_id, role, way, purpose, purpose_id, fields)
     select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), timestamptz '2024-01-01' + n * interval '40 minutes', gen_random_uuid(), $2, 'grid_worker', 'unmask', 'visit', gen_random_uuid(), '{name}' ${many}`,
    [street.tenant, rows[0].id],
  )
}

type Sent = { readonly text: string; readonly values?: readonly unknown[] }

/** The reading statements that an act sends. */
async function sentBy(act: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [Partial<Sent>]
    if (/^\s*(with|select) .*\bfrom\b/is.test(first?.text ?? '')) sent.push(first as Sent)
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await act()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

const BIG = ['person', 'home', 'disclosure']
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (Array.isArray(value))
    return pg.escapeLiteral(
      `{${value.map((one) => (Buffer.isBuffer(one) ? `"\\\\x${one.toString('hex')}"` : JSON.stringify(String(one)))).join(',')}}`,
    )
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

/** Big tables that a plan reads from end to end, by the server's login, with one plan for all values. */
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
    await client.query('deallocate probe').catch(() => {})
    client.release()
  }
}

test('no look, no search and no page of looks reads all people, homes or looks', async () => {
  const matter = await handled(street)
  const correction = await correctionOf(street, who.id)
  const [zhou, chen] = [street.as('zhouxiaolan'), street.as('chenjing')]
  const acts: Record<string, () => Promise<unknown>> = {
    'a name': () => chen.do(finding.find, { words: '张伟' }),
    'an address': () => chen.do(finding.find, { words: `清荷苑3号楼1单元${who.room}` }),
    'a room that no address says': () => chen.do(finding.find, { words: '清荷苑3号楼1单元999' }),
    'a phone': () => chen.do(finding.number, { whole: who.phone }),
    'an ID number': () => chen.do(finding.number, { whole: who.number }),
    reasons: () => zhou.do(register.reasons, { id: who.id }),
    'a look for a matter': () =>
      zhou.do(register.reveal, { id: who.id, fields: ['name'], for: { kind: 'matter', id: matter } }),
    'a look for a correction': () =>
      chen.do(register.reveal, { id: who.id, fields: ['name'], for: { kind: 'correction', id: correction } }),
    'who looked': () => street.stranger.do(register.lookedAt, { slip }),
    'looks that stand out': () => street.as('xieanlan').do(register.looks, {}),
  }
  const found: string[] = []
  let looked = 0
  for (const [name, act] of Object.entries(acts))
    for (const sent of await sentBy(act)) {
      looked++
      for (const table of await scans(sent)) found.push(`${name} reads all of ${table}: ${sent.text.slice(0, 160)}`)
    }
  expect(looked).toBeGreaterThan(30)
  expect(found).toEqual([])
  expect(
    await scans({ text: 'select id from person where tenant_id = $1 and sex = $2', values: [street.tenant, 1] }),
  ).toEqual(['person'])
})

/** Rows of big tables that a statement looks at and leaves out again. */
async function leftOut({ text, values = [] }: Sent): Promise<number> {
  const client = await street.house.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(SET_SCOPE, [...scopeOf(machine(street.tenant, 'test'))])
    await client.query(`prepare probe as ${text}`)
    const given = values.length ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query(`explain (analyze, format json) execute probe${given}`)
    const plan = JSON.stringify(rows[0])
    const removed = [...plan.matchAll(/"Relation Name":"(\w+)"[^{}]*"Rows Removed by Filter":(\d+)/g)]
    return removed.reduce((sum, [, table, n]) => sum + ([...BIG, 'area'].includes(table!) ? Number(n) : 0), 0)
  } finally {
    await client.query('rollback')
    await client.query('deallocate probe').catch(() => {})
    client.release()
  }
}

test('a list of the few reads the few: who left, who is registered elsewhere', async () => {
  const spanOf = async (name: string): Promise<number[]> => {
    const { rows } = await street.owner.query<{ pos: number; end: number }>(
      'select area_pos as pos, area_end as end from area where tenant_id = $1 and name = $2',
      [street.tenant, name],
    )
    return [rows[0]!.pos, rows[0]!.end]
  }
  const [own, crowded] = [await spanOf('邻里街道'), await spanOf('汀兰街道')]
  const areaId = await street.areaId('邻里街道')
  /** What the duty desk asks of its street, asked of the crowded one. */
  const asked = async (input: object): Promise<Sent> => {
    const sent = await sentBy(() => street.as('anxiaoya').do(register.people, { areaId, ...input }))
    const { text, values = [] } = sent.find((one) => one.text.includes('"person"'))!
    return { text, values: values.map((value) => crowded[own.indexOf(value as number)] ?? value) }
  }
  const gone = await asked({ state: 'left' })
  expect(await leftOut(await asked({}))).toBeLessThan(50)
  expect(await leftOut(gone)).toBeLessThan(50)
  expect(await leftOut(await asked({ class: 'floating' }))).toBeLessThan(50)
  // Without its index the list of the few looks at everybody.
  await street.owner.query('drop index person_gone_area, person_gone')
  expect(await leftOut(gone)).toBeGreaterThan(PEOPLE / 2)
})
