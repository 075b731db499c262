// Goal P11: the concepts that Linli refuses stand in no table, contract, operation or word, in Chinese, pinyin or English.
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyOperation } from '#kernel/operation.ts'
import type { Problem } from '#kernel/problem.ts'
import { CONCEPTS, refusedIn } from '#kernel/refused-words.ts'
import { operations } from '#modules/index.ts'
import { place } from '#modules/place/contract.ts'
import { walk } from './house/rule.ts'
import { readTree, type Source, sourceOf } from './house/source.ts'
import { openStreet, type Street } from './street.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

type Named = { readonly where: string; readonly text: string; readonly isName: boolean }
const refused = (list: readonly Named[]): string[] =>
  list.flatMap(({ where, text, isName }) => {
    const found = refusedIn(text, isName ? 'name' : 'text')
    return found ? [`${where} ${text.slice(0, 60)} — ${found.word}: ${found.why}`] : []
  })

/** In rate_limit, whose columns a library names, requests are counted under keyed hashes: of nobody in particular. */
async function catalogue(database: Pool | PoolClient): Promise<Named[]> {
  const { rows } = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
     union select attname from pg_attribute where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) and attnum > 0 and not (attrelid = 'rate_limit'::regclass and attname = 'points')
     union select proname from pg_proc where pronamespace = 'public'::regnamespace
     union select unnest(regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''::text', 'g')) from pg_constraint where contype = 'c'`,
  )
  return rows.map(({ name }) => ({ where: 'the database has', text: name, isName: true }))
}

/** Every field name and enumerated value in a contract. */
function namesIn(schema: unknown): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, inner]) => [key, ...namesIn(inner)])
  if (schema instanceof z.ZodArray) return namesIn(schema.element)
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return namesIn(schema.unwrap())
  if (schema instanceof z.ZodPipe) return [...namesIn(schema.in), ...namesIn(schema.out)]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(namesIn)
  if (schema instanceof z.ZodRecord) return [...namesIn(schema.keyType), ...namesIn(schema.valueType)]
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  return []
}

const contracts = (list: Iterable<AnyOperation>): Named[] =>
  [...list].flatMap(({ signature }) => [
    { where: 'an operation', text: signature.name, isName: true },
    ...[signature.summary.zh, signature.summary.en].map((text) => ({ where: signature.name, text, isName: false })),
    ...[...namesIn(signature.input), ...namesIn(signature.output)].map((text) => ({
      where: signature.name,
      text,
      isName: true,
    })),
  ])

/** The one file that has to name them in order to refuse them. */
const REFUSING = 'src/kernel/refused-words.ts'

/** Every text that could reach a reader, and every type and property that the product names. */
function texts(tree: readonly Source[]): Named[] {
  const product = tree.filter(
    // What is generated from the columns was looked at in the database.
    (file) =>
      file.path !== 'src/kernel/schema/tables.ts' &&
      /^(src|demo)\/.*\.tsx?$/.test(file.path) &&
      !/\.test\.tsx?$/.test(file.path) &&
      file.path !== REFUSING,
  )
  return product.flatMap((file) => {
    const list: Named[] = []
    const add = (text: unknown, isName: boolean) => {
      if (typeof text === 'string' && text.trim()) list.push({ where: file.path, text, isName })
    }
    walk(file, () => ({
      Literal(node) {
        add(node.value, false)
      },
      TemplateElement(node) {
        add(node.value.cooked, false)
      },
      JSXText(node) {
        add(node.value, false)
      },
      TSPropertySignature(node) {
        if (node.key.type === 'Identifier') add(node.key.name, true)
      },
      TSTypeAliasDeclaration(node) {
        add(node.id.name, true)
      },
    }))
    return list
  })
}

test('the list names each concept in three ways, none twice', () => {
  const all = CONCEPTS.flatMap(({ zh, zhNames, pinyin, en }) => [...zh, ...zhNames, ...pinyin, ...en])
  expect(CONCEPTS.flatMap(({ zh, zhNames }) => [...zh, ...zhNames]).length).toBeGreaterThanOrEqual(120)
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  for (const { zh, zhNames, pinyin } of CONCEPTS) expect(pinyin.length, zh.join()).toBe(zh.length + zhNames.length)
})

test('no table, column, function or checked value is one of them', async () => {
  expect(refused(await catalogue(street.owner))).toEqual([])
})

test('no operation, field or choice of a contract is one of them', () => {
  expect(refused(contracts(operations.values()))).toEqual([])
})

test('no word of the product is one of them', () => {
  expect(refused(texts(readTree()))).toEqual([])
})

test.each([
  'alter table account add column "风险等级" text',
  'alter table account add column fengxiandengji integer',
  'alter table matter add column risk_level integer',
  'create table key_person (id uuid)',
])('it would be noticed in the database: %s', async (change) => {
  const client = await street.owner.connect()
  try {
    await client.query('begin')
    await client.query(change)
    expect(refused(await catalogue(client))).not.toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('it would be noticed in a contract or a text: every concept, in every way', () => {
  const operation = operations.get('matter.kinds')!
  for (const { zh, zhNames, pinyin, en } of CONCEPTS) {
    for (const name of [
      ...zh,
      ...zhNames,
      ...pinyin,
      ...en.map((word) => word.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())),
    ]) {
      const signature = {
        ...operation.signature,
        output: z.object({ rows: z.array(z.object({ [name]: z.string() })) }),
      }
      expect(refused(contracts([{ ...operation, signature } as AnyOperation])), name).not.toEqual([])
    }
    for (const word of zh)
      expect(refused(texts([sourceOf(['src/a.ts', `export const zh = '这里写着${word}'`])])), word).not.toEqual([])
  }
})

test('nor can a kind be named so: what is refused as a field is refused as a setting', async () => {
  const named = (zh: string) => street.as('chengyizhou').do(place.setKind, { code: 'corner', zh, en: 'Corner' })
  for (const zh of ['重点人员居住地', '人脸门禁', '积分兑换点', '上访户', '民族', '風險 等級', 'ZongJiao'])
    expect([zh, await named(zh).catch((error: Problem) => error.body('en').code)]).toEqual([zh, 'door.invalid'])
  expect(await named('活动角')).toMatchObject({ code: 'corner' })
})
