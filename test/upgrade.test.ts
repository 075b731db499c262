// Goal R6 in short: a migration killed anywhere leaves the old schema or the new one; a newer schema is refused by name.
import { randomInt } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate, migrations, schemaFault } from '#kernel/schema/migrate.ts'
import { openHouse } from '../src/commands/open-house.ts'
import { openStreet, testConfig } from './street.ts'
import { migrateTo, migrating, standingOf, withClient } from './upgrade/migrating.ts'

const OLD = 7
const KILLS = 4

let admin: pg.Client
const made: string[] = []
beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('database').superUrl })
  await admin.connect()
})
afterAll(async () => {
  for (const name of made) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

async function database(template = 'template0'): Promise<{ name: string; url: string }> {
  const name = `linli_upgrade_${process.pid}_${made.length}`
  made.push(name)
  await admin.query(`create database ${name} template ${template} ${template === 'template0' ? `encoding 'UTF8'` : ''}`)
  const url = new URL(inject('database').superUrl)
  url.pathname = `/${name}`
  return { name, url: url.href }
}

/** The schema after each number of files, each made in one go. */
async function wholeSteps(): Promise<ReadonlyMap<number, string>> {
  const steps = new Map<number, string>()
  const { url } = await database()
  for (let count = OLD; count <= migrations().length; count++) {
    if (count === OLD) await migrateTo(url, OLD)
    else
      await withClient(url, async (client) => {
        const file = migrations()[count - 1]!
        await client.query(file.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [file.name, file.hash])
      })
    steps.set(count, (await standingOf(url)).schema)
  }
  return steps
}

/** Kills one migration at some point; says what was found. */
async function killed(template: string, after: number, inside: boolean) {
  const { url } = await database(template)
  const process = await migrating(url, inside)
  await process.run(after)
  // What the killed process had sent is rolled back by the server on its own time.
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock(7315, 0)')
    for (;;) {
      const { rowCount } = await client.query(
        `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename is not null`,
      )
      if (!rowCount) return
    }
  })
  return { url, standing: await standingOf(url) }
}

test('killed at four points of an upgrade, the schema is one of the whole steps; the next start finishes it', async () => {
  const steps = await wholeSteps()
  const old = await database()
  await migrateTo(old.url, OLD)
  const whole = await database(old.name)
  const took = (await (await migrating(whole.url)).run())!
  const between: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const { url, standing } = await killed(old.name, (took * (kill + Math.random())) / KILLS, true)
    expect(steps.get(standing.applied), `after ${standing.applied} files`).toBe(standing.schema)
    between.push(standing.applied)
    await migrate(url)
    expect((await standingOf(url)).schema).toBe(steps.get(migrations().length))
  }
  process.stdout.write(`upgrade of ${Math.round(took)} ms killed after ${between.join(', ')} files\n`)
})

test('bite: without transactions a kill leaves a schema that is no whole step', async () => {
  const steps = await wholeSteps()
  const old = await database()
  await migrateTo(old.url, OLD)
  const took = (await (await migrating((await database(old.name)).url, false)).run())!
  let torn = 0
  for (let kill = 0; kill < 8 && torn === 0; kill++) {
    const { standing } = await killed(old.name, (took * randomInt(10, 90)) / 100, false)
    if (steps.get(standing.applied) !== standing.schema) torn++
  }
  expect(torn).toBe(1)
})

test('a schema that is newer, or not yet migrated, is refused by name, also by a server that only has its own login', async () => {
  expect(schemaFault([{ name: '9999_later.sql', hash: 'x' }])).toContain('9999_later.sql')
  expect(schemaFault([{ name: migrations()[0]!.name, hash: 'x' }])).toContain(migrations()[0]!.name)
  expect(schemaFault(migrations())).toBeUndefined()
  const street = await openStreet()
  try {
    const config = testConfig(street.opened.config.dataDir, street.appUrl)
    await street.owner.query(`insert into migration (name, hash) values ('9999_later.sql', 'x')`)
    await expect(openHouse(config, () => {})).rejects.toThrow(/9999_later\.sql/)
    await expect(migrate(street.ownerUrl)).rejects.toThrow(/9999_later\.sql/)
    await street.owner.query(`delete from migration where name = '9999_later.sql'`)
    const last = migrations().at(-1)!
    await street.owner.query('delete from migration where name = $1', [last.name])
    await expect(openHouse(config, () => {})).rejects.toThrow(new RegExp(`${last.name}.*\\n.*migrate`, 's'))
    await street.owner.query('insert into migration (name, hash) values ($1, $2)', [last.name, last.hash])
    await (await openHouse(config, () => {})).close()
  } finally {
    await street.close()
  }
})
