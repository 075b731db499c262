// Nothing is let in beside what a contract names (A2): every input refuses every column the database has, at every depth,
// and no answer says more than its contract.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
let columns: readonly string[]

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  const { rows } = await street.owner.query<{ name: string }>(
    `select distinct attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped`,
  )
  columns = rows.flatMap(({ name }) => [name, name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())])
})
afterAll(() => street.close())

type Node = { readonly path: string; readonly schema: z.ZodObject }

/** Every object in a schema, with the way to it. */
function objectsIn(schema: z.core.$ZodType, path = ''): Node[] {
  if (schema instanceof z.ZodObject) {
    const inner = Object.entries(schema.shape).flatMap(([key, one]) => objectsIn(one as z.ZodType, `${path}.${key}`))
    return [{ path, schema }, ...inner]
  }
  if (schema instanceof z.ZodArray) return objectsIn(schema.element, `${path}[]`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => objectsIn(one, path))
  if (schema instanceof z.ZodPipe) return objectsIn(schema.in, path)
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return objectsIn(schema.unwrap(), path)
  return []
}

/** GeoJSON may carry more than anybody asked for (RFC 7946, 6.1); it is left out without a word. */
const isGeometry = ({ schema, path }: Node) => path.endsWith('boundary') && !schema._zod.def.catchall

/** Names that an object lets in although it does not name them. */
function letIn(node: Node): string[] {
  if (isGeometry(node)) return []
  const extras = columns.filter((column) => !(column in node.schema.shape))
  const { error } = node.schema.safeParse(Object.fromEntries(extras.map((column) => [column, 'x'])))
  const refused = new Set(error?.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])))
  return extras.filter((column) => !refused.has(column))
}

const faults = (list: Iterable<AnyOperation>): string[] =>
  [...list].flatMap((op) =>
    objectsIn(op.signature.input as z.ZodType).flatMap((node) =>
      letIn(node).map((column) => `${op.signature.name}${node.path} takes ${column}`),
    ),
  )

test('every input refuses every column that it does not name, at every depth', () => {
  expect(columns.length).toBeGreaterThan(400)
  expect(faults(operations.values())).toEqual([])
})

test('bite: one loose object is found', () => {
  const loose = matter.saveFilter.input.extend({ filter: z.looseObject({}) })
  const op = { ...operations.get('matter.saveFilter')!, signature: { ...matter.saveFilter, input: loose } }
  expect(faults([op as AnyOperation]).length).toBeGreaterThan(400)
})

test('columns sent along change nothing: the command is refused and the row is as it was', async () => {
  const code = await street.codeOf('清荷苑3号楼2单元')
  const { id } = await street.stranger.do(matter.report, { code, words: '路灯不亮' })
  const rowOf = async () => (await street.owner.query('select * from matter where id = $1', [id])).rows[0]
  const before = await rowOf()
  const worker = street.as('zhouxiaolan')
  for (const extra of [{ state: 'closed' }, { solved: true }, { late_times: 0 }, { handler_id: id }, { version: 9 }])
    await expect(worker.do(matter.take, { id, ...extra })).rejects.toMatchObject({ message: 'door.invalid' })
  expect(await rowOf()).toEqual(before)
})

test('what an operation answers beside its contract does not leave', async () => {
  const worker = street.as('zhouxiaolan')
  const op = operations.get('matter.counts')!
  const wordy = {
    ...op,
    run: async (context: never) => ({ ...((await op.run(context)) as object), reporterPhone: '1' }),
  }
  const answer = await perform(street.house, wordy as AnyOperation, await worker.actor(), {})
  expect(answer).not.toHaveProperty('reporterPhone')
})
