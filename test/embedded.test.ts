// The embedded PostgreSQL on a folder of its own: killed, left behind, shared, and found whole each time.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processesOn, withDataLock } from '#kernel/embedded/data-lock.ts'
import { type Embedded, eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { startOf } from '#kernel/embedded/process.ts'

const EMBEDDED = path.resolve(import.meta.dirname, '../src/kernel/embedded/embedded.ts')
const folders: string[] = []

function folder(): string {
  const made = realpathSync(mkdtempSync(path.join(tmpdir(), 'linli-embedded-')))
  folders.push(made)
  return made
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function until<T>(ask: () => Promise<T>, most = 10_000): Promise<T> {
  const deadline = performance.now() + most
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > deadline) throw error
      await pause(50)
    }
  }
}

const gone = (pid: number) => until(async () => expect(startOf(pid)).toBeUndefined())

type Neighbour = {
  process: ChildProcess
  pid: number
  url: string
  owned: boolean
  leave(): Promise<void>
  kill(): Promise<void>
}

/** Another process on the same folder; it leaves when its standard input ends. */
async function neighbour(dataDir: string): Promise<Neighbour> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(EMBEDDED)})
    const one = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    console.log(JSON.stringify({ pid: one.pid, url: one.url, owned: one.owned }))
    process.stdin.on('end', async () => { await one.stop(); process.exit(0) }).resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const exited = once(child, 'exit')
  return {
    process: child,
    ...(JSON.parse(line) as { pid: number; url: string; owned: boolean }),
    leave: async () => {
      child.stdin.end()
      expect(await exited).toEqual([0, null])
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

const quiet = () => {}

afterAll(async () => {
  for (const one of folders) {
    await eraseEmbedded(one)
    rmSync(one, { recursive: true, force: true })
  }
})

describe('one process', () => {
  const dataDir = folder()
  let database: Embedded

  beforeAll(async () => {
    database = await startEmbedded({ dataDir, log: quiet })
  }, 30_000)
  afterAll(() => database.stop())

  test('the database is UTF-8, durable, and its owner no superuser', async () => {
    const [row] = await query(
      database.url,
      `select current_user as name, rolsuper, rolcreaterole, current_setting('server_encoding') as encoding,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('full_page_writes') as pages, current_setting('data_checksums') as sums,
         current_setting('timezone') as zone, current_setting('listen_addresses') as address, upper('é') as upper
       from pg_roles where rolname = current_user`,
    )
    expect(row).toEqual({
      name: 'linli_owner',
      rolsuper: false,
      rolcreaterole: true,
      encoding: 'UTF8',
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      sums: 'on',
      zone: 'UTC',
      address: '127.0.0.1',
      upper: 'É',
    })
    expect(database.owned).toBe(true)
  })

  test('the owner can make the login of the server and the extensions it needs', async () => {
    await query(
      database.url,
      `create extension pg_trgm; create extension btree_gist; create table door (a int);
       create role linli_app login password 'x'; grant select on door to linli_app;
       alter default privileges grant select on tables to linli_app`,
    )
    const app = database.url.replace(/\/\/.*@/, '//linli_app:x@')
    expect(await query(app, 'select count(*)::int as n from door')).toEqual([{ n: 0 }])
  })

  test('passwords are ours alone', () => {
    expect(statSync(path.join(dataDir, 'keys/postgres.json')).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(dataDir, 'keys')).mode & 0o777).toBe(0o700)
  })

  test('after kill -9 of the database what was committed is there again at the same address', async () => {
    await query(database.url, 'create table kept (n int); insert into kept select generate_series(1, 1000)')
    const { url, pid } = database
    let told = 0
    database.onExit(() => told++)
    const busy = query(url, 'select count(*) from generate_series(1, 1e12)').catch((error: Error) => error)
    await pause(200)
    process.kill(pid, 'SIGKILL')
    expect(await until(() => query(url, 'select count(*)::int as n from kept'))).toEqual([{ n: 1000 }])
    expect(await busy).toBeInstanceOf(Error)
    // It answers a moment before its number is read from its file.
    expect(await until(async () => database.pid === pid && Promise.reject(new Error('the old number')))).toBe(false)
    expect(database.url).toBe(url)
    expect(told).toBe(1)
  }, 15_000)

  test('stopped, it is gone; started again, it is the same', async () => {
    const { url, pid } = database
    await database.stop()
    expect(startOf(pid)).toBeUndefined()
    // A pid file that names a living process of somebody else, as after a reused number.
    const kept = JSON.parse(readFileSync(path.join(dataDir, 'keys/postgres.json'), 'utf8')) as { dir: string }
    writeFileSync(path.join(kept.dir, 'postmaster.pid'), `${process.pid}\n${kept.dir}\n1\n21000\n\n127.0.0.1\n`)
    database = await startEmbedded({ dataDir, log: quiet })
    expect(database.url).toBe(url)
    expect(await query(database.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
  }, 15_000)
})

describe('several processes', () => {
  test('the database of a killed process is adopted', async () => {
    const dataDir = folder()
    const killed = await neighbour(dataDir)
    await query(killed.url, 'create table kept (n int); insert into kept values (7)')
    await killed.kill()
    const database = await startEmbedded({ dataDir, log: quiet })
    expect(database.pid).toBe(killed.pid)
    expect(database.owned).toBe(true)
    expect(await query(database.url, 'select n from kept')).toEqual([{ n: 7 }])
    await database.stop()
    await gone(killed.pid)
  }, 20_000)

  test('an orphan that does not answer is stopped and replaced', async () => {
    const dataDir = folder()
    const killed = await neighbour(dataDir)
    await killed.kill()
    // SIGSTOP to the server: it lives, takes no connection, and hears no other signal than kill.
    process.kill(killed.pid, 'SIGSTOP')
    const database = await startEmbedded({ dataDir, log: quiet, patience: 500 })
    expect(database.pid).not.toBe(killed.pid)
    expect(await query(database.url, 'select 1 as n')).toEqual([{ n: 1 }])
    await database.stop()
  }, 20_000)

  test('two that start at once share one database; ownership passes on; the last stops it', async () => {
    const dataDir = folder()
    const both = await Promise.all([neighbour(dataDir), neighbour(dataDir)])
    const [owner, guest] = both[0].owned ? both : [both[1], both[0]]
    expect([owner.owned, guest.owned]).toEqual([true, false])
    expect(owner.pid).toBe(guest.pid)
    const here = await startEmbedded({ dataDir, log: quiet })
    expect([here.pid, here.owned]).toEqual([owner.pid, false])

    await owner.leave()
    await guest.kill()
    expect(here.owned).toBe(true)
    expect(await query(here.url, 'select 1 as n')).toEqual([{ n: 1 }])

    process.kill(here.pid, 'SIGKILL')
    await until(() => query(here.url, 'select 1'))
    const { pid } = here
    await here.stop()
    await gone(pid)
    expect(processesOn(dataDir)).toEqual([])
  }, 30_000)
})

describe('the lock', () => {
  test('one at a time, also when the holder before was killed', async () => {
    const dataDir = folder()
    writeFileSync(path.join(dataDir, 'lock.json.guard'), JSON.stringify({ pid: process.pid, start: 'of another' }))
    let inside = 0
    const most: number[] = []
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withDataLock(dataDir, async () => {
          most.push(++inside)
          await pause(2)
          inside--
        }),
      ),
    )
    expect(most).toEqual(Array(20).fill(1))
  })

  test('a process that died, or whose number another has now, is no owner', async () => {
    const dataDir = folder()
    const processes = [
      { pid: process.pid, start: 'of another' },
      { pid: 2 ** 22 + 1, start: 'none' },
    ]
    writeFileSync(path.join(dataDir, 'lock.json'), JSON.stringify({ processes }))
    expect(processesOn(dataDir)).toEqual([])
    await withDataLock(dataDir, async (lock) => expect(lock.processes).toEqual([]))
  })
})
