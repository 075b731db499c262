// Goal R9: in production Linli refuses to start on a database, login, key or address that must not be, and names the setting.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Config, type DatabaseFacts, productionFaults, readConfig } from '#kernel/config.ts'
import { type Embedded, eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { openHouse, prepareDatabase } from '../src/commands/open-house.ts'

const ROOT = path.join(import.meta.dirname, '..')
const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-start-'))

let embedded: Embedded
let admin: pg.Client
let sound: Config
let superUrl: string
beforeAll(async () => {
  embedded = await startEmbedded({ dataDir, log: () => {} })
  const base = readConfig({ LINLI_ENV: 'production', LINLI_DATA: dataDir, LINLI_URL: 'https://linli.example' })
  const appUrl = await prepareDatabase(base, embedded.url, () => {})
  sound = { ...base, appUrl }
  const url = new URL(embedded.superUrl)
  url.pathname = new URL(embedded.url).pathname
  superUrl = url.href
  admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin?.end()
  await embedded?.stop()
  await eraseEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
})

/** Opens the house as a server would; the faults it names, or none when it opened. */
async function opening(config: Config): Promise<string[]> {
  try {
    await (await openHouse(config, () => {})).close()
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

const run = (text: string) => async () => {
  await admin.query(text)
  return {}
}

type Case = {
  readonly name: string
  readonly names: RegExp
  /** Breaks it; what it answers is a setting of ours that changes. */
  readonly breaks: () => Promise<Partial<Config>>
  readonly mends?: () => Promise<unknown>
}

const byMember = (url: string) => {
  const member = new URL(url)
  member.username = 'linli_member'
  member.password = 'member'
  return member.href
}

const CASES: readonly Case[] = [
  {
    name: 'commits not waited for by the login',
    names: /^ {2}- synchronous_commit is off/,
    breaks: run('alter role linli_app set synchronous_commit = off'),
    mends: run('alter role linli_app reset synchronous_commit'),
  },
  {
    name: 'commits not waited for in the database',
    names: /^ {2}- synchronous_commit is local/,
    breaks: run('alter database linli set synchronous_commit = local'),
    mends: run('alter database linli reset synchronous_commit'),
  },
  {
    name: 'a login past row-level security',
    names: /^ {2}- DATABASE_APP_URL .* row-level security/,
    breaks: run('alter role linli_app bypassrls'),
    mends: run('alter role linli_app nobypassrls'),
  },
  {
    name: 'the owner’s login',
    names: /^ {2}- DATABASE_APP_URL .* owner/,
    breaks: async () => ({ appUrl: embedded.url }),
  },
  {
    name: 'a login that may become the owner',
    names: /^ {2}- DATABASE_APP_URL .* owner/,
    breaks: async () => {
      await admin.query(`create role linli_member login password 'member' in role ${new URL(embedded.url).username}`)
      return { appUrl: byMember(sound.appUrl!) }
    },
    mends: run('drop role linli_member'),
  },
  {
    name: 'a superuser’s login',
    names: /^ {2}- DATABASE_APP_URL .* superuser/,
    breaks: async () => ({ appUrl: superUrl }),
  },
  {
    name: 'accounts everybody knows',
    names: /^ {2}- demo accounts: 1 of the demo’s districts/,
    breaks: run(
      `insert into tenant (id, code, name, name_en, demo, made_at) values (gen_random_uuid(), '990101', '邻里区', 'Linli', true, now())`,
    ),
    mends: run('delete from tenant'),
  },
  {
    name: 'a key that others can read',
    names: /^ {2}- LINLI_KEY_FILE: .*0600/,
    breaks: async () => {
      chmodSync(sound.keyFile, 0o644)
      return {}
    },
    mends: async () => chmodSync(sound.keyFile, 0o600),
  },
  {
    name: 'the sample key',
    names: /^ {2}- LINLI_KEY_FILE: .*sample/,
    breaks: async () => {
      const keyFile = path.join(dataDir, 'keys/sample')
      writeFileSync(keyFile, `${'0'.repeat(64)}\n`, { mode: 0o600 })
      return { keyFile }
    },
  },
  {
    name: 'an address without https',
    names: /^ {2}- LINLI_URL: http:\/\/linli\.example/,
    breaks: async () => ({ url: 'http://linli.example' }),
  },
  {
    name: 'an address nobody else has',
    names: /^ {2}- LINLI_URL: http:\/\/localhost/,
    breaks: async () => ({ url: 'http://localhost:7080' }),
  },
]

/** What a sound database says; the embedded one is started with fsync on its command line, so these lies are told by hand. */
const FACTS: DatabaseFacts = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  encoding: 'UTF8',
  superuser: false,
  bypassrls: false,
  owns: false,
  demo_accounts: 0,
}

test.each<[string, Partial<DatabaseFacts>]>([
  ['fsync', { fsync: 'off' }],
  ['full_page_writes', { full_page_writes: 'off' }],
  ['synchronous_commit', { synchronous_commit: 'off' }],
])('%s off is refused by name', (name, lie) => {
  expect(productionFaults(sound, FACTS)).toEqual([])
  expect(productionFaults(sound, { ...FACTS, ...lie })).toEqual([expect.stringContaining(`${name} is off`)])
})

describe('the root key', () => {
  const away = `${path.join(dataDir, 'keys/root')}.away`
  test('gone or another one, it is named and nothing is opened; put back, the house opens', async () => {
    expect(await opening(sound)).toEqual([])
    renameSync(sound.keyFile, away)
    try {
      expect((await opening(sound)).join('\n')).toMatch(/LINLI_KEY_FILE: .* is gone/)
      expect(existsSync(sound.keyFile)).toBe(false)
      writeFileSync(sound.keyFile, 'ab'.repeat(32), { mode: 0o600 })
      expect((await opening(sound)).join('\n')).toMatch(/LINLI_KEY_FILE: .* is not the key/)
      // Bite: a database that knows no key takes any.
      for (const table of ['key_check', 'key_version']) {
        await admin.query(`alter table ${table} rename to ${table}_away`)
        await admin.query(`create table ${table} (like ${table}_away including all)`)
      }
      expect((await opening(sound)).join('\n')).not.toMatch(/LINLI_KEY_FILE/)
    } finally {
      for (const table of ['key_check', 'key_version']) {
        await admin.query(`drop table if exists ${table}`)
        await admin.query(`alter table if exists ${table}_away rename to ${table}`)
      }
      renameSync(away, sound.keyFile)
    }
    expect(await opening(sound)).toEqual([])
  })
})

describe('in production', () => {
  test('a sound house opens', async () => {
    expect(await opening(sound)).toEqual([])
  })

  test.each(CASES)('$name is refused by name, and by that alone', async ({ names, breaks, mends }) => {
    try {
      const [head, ...faults] = await opening({ ...sound, ...(await breaks()) })
      expect(head).toBe('LINLI_ENV=production refuses to start:')
      expect(faults.filter((fault) => !names.test(fault))).toEqual([])
      expect(faults).toHaveLength(1)
    } finally {
      await mends?.()
    }
    expect(await opening(sound)).toEqual([])
  })

  test('elsewhere the same is allowed: whoever tries it out need not own a certificate', async () => {
    expect(await opening({ ...sound, env: 'development', url: 'http://localhost:7080' })).toEqual([])
  })
})

test.each([
  ['LINLI_ENV', { LINLI_ENV: 'prod' }],
  ['PORT', { PORT: '70800' }],
  ['PORT', { PORT: 'http' }],
  ['LINLI_URL', { LINLI_URL: 'linli' }],
])('a setting that cannot be meant is named: %s', (name, env) => {
  expect(() => readConfig(env)).toThrow(name)
})

/** The real program; `said` is everything it printed. */
function start(command: string, env: Record<string, string>): { child: ChildProcess; said: () => string } {
  let said = ''
  const child = spawn(process.execPath, ['src/main.ts', command], {
    cwd: ROOT,
    env: { PATH: process.env.PATH!, LANG: 'C.UTF-8', LINLI_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { child, said: () => said }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

describe('the real program', () => {
  test('exits with a failure and names every setting that lies', async () => {
    await admin.query('alter role linli_app set synchronous_commit = off')
    const { child, said } = start('serve', {
      LINLI_ENV: 'production',
      DATABASE_APP_URL: sound.appUrl!,
      LINLI_URL: 'http://linli.example',
      PORT: String(await freePort()),
    })
    const [code] = await once(child, 'exit')
    await admin.query('alter role linli_app reset synchronous_commit')
    expect(code).toBe(1)
    for (const name of ['LINLI_ENV=production refuses', 'synchronous_commit', 'LINLI_URL'])
      expect(said()).toContain(name)
    expect(said()).not.toContain(new URL(sound.appUrl!).password)
  })

  test('starts when nothing lies, without a demo, and stops when told', async () => {
    const { child, said } = start('start', {
      LINLI_ENV: 'production',
      DATABASE_APP_URL: sound.appUrl!,
      LINLI_URL: 'https://linli.example',
      PORT: String(await freePort()),
    })
    for (let waited = 0; waited < 300 && child.exitCode === null && !said().includes('Linli is running'); waited++)
      await pause(100)
    expect(said()).toContain('Linli is running')
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(child.exitCode).toBe(0)
    expect((await admin.query('select 1 from tenant')).rowCount).toBe(0)
  })
})
