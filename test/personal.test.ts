// Goal P5: schema, contracts and the register of personal fields say the same. Nothing of a person is kept unregistered.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyOperation } from '#kernel/operation.ts'
import { personal as ofTheKernel, open, type PersonalField } from '#kernel/personal.ts'
import { modules, operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { reporterName, reporterPhone } from '#modules/matter/personal.ts'
import { KERNEL_TABLES } from './house/tables.ts'
import { EVERYWHERE, PLAIN, PLAIN_INPUTS } from './personal/plain.ts'
import { openStreet, type Street } from './street.ts'

const MODULES = path.join(import.meta.dirname, '../src/modules')
const declared = readdirSync(MODULES, { recursive: true }).filter((file) =>
  String(file).endsWith('personal.ts'),
) as string[]
const register: readonly PersonalField[] = [
  ...ofTheKernel,
  ...(await Promise.all(declared.map((file) => import(path.join(MODULES, file))))).flatMap((one) => one.personal),
]

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

type Column = { table: string; column: string; type: string }

const columnsOf = async (database: Pool | PoolClient): Promise<Column[]> =>
  (
    await database.query<Column>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')`,
    )
  ).rows

const registered = new Set(register.flatMap((field) => field.columns))

/** Columns of tenant tables that nobody has looked at. */
const unknown = (columns: readonly Column[]): string[] =>
  columns
    .filter(
      ({ table, column }) =>
        !registered.has(`${table}.${column}`) && !EVERYWHERE.includes(column) && !PLAIN[table]?.includes(column),
    )
    .map(({ table, column }) => `${table}.${column}`)

type Leaf = { readonly path: string; readonly mark: string | undefined; readonly free: boolean }
type Schema = z.core.$ZodType & { meta?: unknown }

/** The ends of an input's schema: which mark each carries, and whether it takes any text at all. */
function leavesOf(schema: Schema, at = ''): Leaf[] {
  const marks = (z.globalRegistry.get(schema) ?? {}) as Record<string, unknown>
  const mark =
    typeof marks.personal === 'string' ? marks.personal : ['words', 'secret', 'uploads'].find((one) => marks[one])
  if (mark) return [{ path: at, mark, free: false }]
  const inside = (inner: z.core.$ZodType, name = at) => leavesOf(inner as Schema, name)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, inner]) => inside(inner as Schema, at ? `${at}.${key}` : key))
  if (schema instanceof z.ZodArray) return inside(schema.element)
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return inside(schema.unwrap())
  if (schema instanceof z.ZodPipe) return inside(schema.in)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => inside(one))
  const free =
    (schema instanceof z.ZodString && schema.format === null) ||
    schema instanceof z.ZodRecord ||
    schema instanceof z.ZodUnknown
  return [{ path: at, mark: undefined, free }]
}

const leaves = (op: AnyOperation) => leavesOf(op.signature.input as Schema)

/** Text that a command takes, and so the journal keeps, although nobody has said that it names no person. */
const unmarked = (list: Iterable<AnyOperation>): string[] =>
  [...list]
    .filter((op) => op.signature.kind === 'command' || op.signature.discloses)
    .flatMap((op) =>
      leaves(op)
        .filter((leaf) => leaf.free)
        .map((leaf) => `${op.signature.name} ${leaf.path}`),
    )
    .filter((leaf) => !PLAIN_INPUTS.some((plain) => plain.test(leaf)))

const KINDS = ['words', 'secret', 'uploads']
const marksWithoutField = (list: Iterable<AnyOperation>): string[] =>
  [...list]
    .flatMap((op) => leaves(op).flatMap((leaf) => leaf.mark ?? []))
    .filter((mark) => !KINDS.includes(mark) && !register.some((field) => field.name === mark))

describe('the register', () => {
  test('names each field and each column once, in the module that owns the table', () => {
    const names = register.map((field) => field.name)
    const columns = register.flatMap((field) => field.columns)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(columns.filter((column, at) => columns.indexOf(column) !== at)).toEqual([])
    for (const { name, columns } of register) {
      const owner = name.split('.')[0]!
      const tables = owner === 'kernel' ? KERNEL_TABLES : modules.find((module) => module.name === owner)!.tables
      for (const column of columns) expect(tables, `${name} names ${column}`).toContain(column.split('.')[0])
    }
  })

  test('says of each field why, on which law, how long, and what others see', () => {
    for (const { name, purpose, basis, retention, mask, kept, class: sort } of register) {
      expect(purpose.zh, name).toMatch(/\p{Script=Han}{4}/u)
      expect(purpose.en, name).toMatch(/^[A-Z].{8,}/)
      expect(basis, name).toMatch(/法.*第.+条/)
      expect(retention.days, name).toBeGreaterThanOrEqual(0)
      // What is a file of the archive is kept as one.
      expect(retention.days, name).toBeLessThanOrEqual((basis.includes('档案法') ? 10 : 3) * 365)
      if (sort === 'S') expect(mask, `${name} is sensitive and shown`).not.toBe(open)
      if (kept === 'sealed') expect(mask, `${name} is sealed and shown`).not.toBe(open)
    }
  })
})

describe('the database', () => {
  test('has every registered column, and no other column that nobody has looked at', async () => {
    const columns = await columnsOf(street.owner)
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    expect([...registered].filter((column) => !there.has(column))).toEqual([])
    expect(unknown(columns)).toEqual([])
    const listed = Object.entries(PLAIN).flatMap(([table, list]) => list.map((column) => `${table}.${column}`))
    expect(listed.filter((column) => !there.has(column))).toEqual([])
  })

  test('keeps sealed fields sealed and hashed fields hashed', async () => {
    const canary = { name: '上官婉秋女士', phone: '13987650321' }
    const code = await street.codeOf('清荷苑3号楼2单元')
    const key = 'personal-0001'
    await street.stranger.do(matter.report, { code, words: '楼道堆了杂物', ...canary }, { key })
    const tables = [...new Set((await columnsOf(street.owner)).map((column) => column.table))]
    for (const table of tables) {
      const { rows } = await street.owner.query<{ n: number }>(
        `select count(*)::int as n from ${table} t where t::text ~ $1 or t::text ~ encode(convert_to($2, 'UTF8'), 'hex')`,
        [`${canary.name}|${canary.phone}`, canary.name],
      )
      expect(rows[0]!.n, table).toBe(0)
    }
    const types = new Map(
      (await columnsOf(street.owner)).map(({ table, column, type }) => [`${table}.${column}`, type]),
    )
    for (const field of register.filter((one) => one.kept === 'sealed'))
      for (const column of field.columns) expect(types.get(column), column).toBe('bytea')
  })

  test.each([
    ['a phone beside the place', 'alter table place add column keeper_phone text'],
    ['a number about an account', 'alter table account add column points integer'],
    ['a table of its own', 'create table resident (tenant_id uuid, id uuid, name text)'],
    ['a box for anything', 'alter table matter add column more jsonb'],
  ])('it would be noticed: %s', async (_, change) => {
    const client = await street.owner.connect()
    try {
      await client.query('begin')
      await client.query(change)
      expect(unknown(await columnsOf(client))).toHaveLength(1)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('contracts', () => {
  test('mark only what is registered, and leave no free text of a command unmarked', () => {
    expect(marksWithoutField(operations.values())).toEqual([])
    expect(unmarked(operations.values())).toEqual([])
  })

  test('what is marked stays out of the journal', async () => {
    const { rows } = await street.owner.query<{ input: Record<string, unknown> }>(
      `select input from journal where operation in ('account.addDemo', 'duty.appoint', 'duty.setGroup') and input::text ~ '周晓岚|陈静|[^0-9a-f-]1\\d{10}[^0-9a-f]'`,
    )
    expect(rows).toEqual([])
  })

  test('it would be noticed: a mark without a field, a text without a mark', () => {
    const like = (input: z.ZodType) => [
      { ...operations.get('matter.report')!, signature: { ...matter.report, input } } as AnyOperation,
    ]
    expect(marksWithoutField(like(z.object({ a: z.string().meta({ personal: 'matter.grandmother' }) })))).toHaveLength(
      1,
    )
    expect(unmarked(like(z.object({ neighbours: z.array(z.string().max(20)).optional() })))).toHaveLength(1)
    expect(unmarked(like(z.object({ more: z.record(z.string(), z.unknown()) })))).toHaveLength(1)
  })
})

test('masks leave what helps and hide what tells', () => {
  const name = (text: string) => reporterName.mask(text)
  expect(['孙女士', '孙美兰', '欧阳明珠', '孙美兰女士', 'Anna Berg'].map(name)).toEqual([
    '孙女士',
    '孙**',
    '欧**',
    '孙**女士',
    'A**',
  ])
  expect(['13800001234', '037012345678', '0370-1234567'].map((phone) => reporterPhone.mask(phone))).toEqual([
    '138****1234',
    '0370****678',
    '0370****567',
  ])
})
