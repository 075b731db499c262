// A process that migrates a database and is killed on the way; and what the database then is, to be held against the whole steps.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { copyOutOf, SETTINGS, tablesOf } from '#kernel/backup/catalogue.ts'
import { copyOut } from '#kernel/backup/copy-wire.ts'
import { rowHash } from '#kernel/backup/row-hash.ts'
import { txOn } from '#kernel/database.ts'
import { applyAll, migrations } from '#kernel/schema/migrate.ts'
import { schemaText } from '#kernel/schema/schema-text.ts'

const MIGRATE = path.resolve(import.meta.dirname, '../../src/kernel/schema/migrate.ts')

export const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Brings an empty database to the schema of the first `count` files. */
export const migrateTo = (url: string, count: number): Promise<void> =>
  withClient(url, async (client) => {
    await client.query('begin')
    await applyAll(client, migrations().slice(0, count))
    await client.query('commit')
  })

export type Standing = {
  readonly applied: number
  readonly schema: string
  readonly rows: Readonly<Record<string, string>>
}

/** Which files are applied, the schema as text, and a hash over the rows of each table in the given columns. */
export const standingOf = (url: string, columns?: ReadonlyMap<string, readonly string[]>): Promise<Standing> =>
  withClient(url, async (client) => {
    await client.query(SETTINGS)
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from migration')
    const found: Record<string, string> = {}
    for (const table of await tablesOf(client)) {
      const kept = columns ? columns.get(table.name) : table.columns
      if (!kept) continue
      const sum = rowHash()
      for await (const block of copyOut(client, copyOutOf({ name: table.name, columns: kept }))) sum.add(block)
      found[table.name] = `${sum.rows} ${sum.digest()}`
    }
    return { applied: rows[0]!.n, schema: await schemaText(txOn(client as never)), rows: found }
  })

export const columnsOf = (url: string): Promise<Map<string, readonly string[]>> =>
  withClient(url, async (client) => new Map((await tablesOf(client)).map((one) => [one.name, one.columns])))

/** `inside`: with each file in its transaction, as it is; without, statement by statement (the bite). */
const script = (url: string, inside: boolean) => `
  import { readFileSync } from 'node:fs'
  const text = ${JSON.stringify(MIGRATE)}
  ${
    inside
      ? `const { migrate } = await import(text)`
      : `const { default: pg } = await import('pg')
  const { migrations } = await import(text)
  const migrate = async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select name from migration')
    for (const { name, sql, hash } of migrations().filter((one) => !rows.some((row) => row.name === one.name))) {
      let statement = ''
      for (const piece of sql.split(/(?<=;)\\n/)) {
        statement += piece + '\\n'
        // Inside a function a semicolon ends nothing of ours.
        if (statement.split('$$').length % 2 === 0) continue
        await client.query(statement)
        statement = ''
      }
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    }
    await client.end()
  }`
  }
  console.log('ready')
  process.stdin.once('data', async () => {
    const since = performance.now()
    await migrate(${JSON.stringify(url)})
    console.log('done ' + (performance.now() - since))
    process.exit(0)
  })`

export type Migrating = {
  /** Begins; resolves with the milliseconds it took, or undefined when it was killed before its end. */
  run(killAfterMs?: number): Promise<number | undefined>
}

/** A process that stands ready to migrate, so that the kill falls into the migrating and not into the starting. */
export async function migrating(url: string, inside = true): Promise<Migrating> {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script(url, inside)], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout!)
  const exited = once(child, 'exit')
  await once(lines, 'line')
  return {
    async run(killAfterMs) {
      let took: number | undefined
      lines.on('line', (line) => (took = Number(line.slice(5))))
      child.stdin!.write('go\n')
      if (killAfterMs !== undefined) {
        await pause(killAfterMs)
        child.kill('SIGKILL')
      }
      await exited
      return took
    },
  }
}
