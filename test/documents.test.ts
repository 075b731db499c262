// What is generated and committed says what the schema and the contracts say today. When it is stale: npm run docs.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '#kernel/schema/migrate.ts'
import { generated } from '../src/commands/docs.ts'

const ROOT = path.join(import.meta.dirname, '..')
const DATABASE = `linli_documents_${process.pid}`
const { superUrl, server } = inject('database')

/** The files are printed by the embedded version; another one words defaults and checks a little differently. */
const printsAlike = server.startsWith('PostgreSQL 18')

let admin: pg.Client
let files: ReadonlyMap<string, string>
beforeAll(async () => {
  admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
  await admin.query(`create database ${DATABASE} encoding 'UTF8' template template0`)
  const url = new URL(superUrl)
  url.pathname = `/${DATABASE}`
  await migrate(url.href)
  files = await generated(url.href)
})
afterAll(async () => {
  await admin.query(`drop database if exists ${DATABASE} with (force)`)
  await admin.end()
})

const committed = (name: string) => {
  try {
    return readFileSync(path.join(ROOT, name), 'utf8')
  } catch {
    return ''
  }
}
const stale = (read: (name: string) => string): string[] =>
  [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name)

test.skipIf(!printsAlike)('no generated file is stale; when one is: npm run docs', () => {
  expect(stale(committed)).toEqual([])
})

test('every kind of generated file is looked at', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'src/kernel/schema/tables.ts',
      'db/schema.sql',
      'docs/reference/openapi.json',
      'docs/reference/lives.md',
    ]),
  )
  for (const [name, text] of files) expect(text.length, name).toBeGreaterThan(500)
})

test('it would be noticed: one letter changed, one file gone', () => {
  const fresh = (name: string) => files.get(name)!
  expect(stale(fresh)).toEqual([])
  expect(stale((name) => (name === 'db/schema.sql' ? fresh(name).replace('uuid', 'text') : fresh(name)))).toEqual([
    'db/schema.sql',
  ])
  expect(stale((name) => (name === 'src/kernel/schema/tables.ts' ? '' : fresh(name)))).toEqual([
    'src/kernel/schema/tables.ts',
  ])
})
