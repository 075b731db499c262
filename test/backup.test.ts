// Goals O1 and O2 in short: a backup taken while people work comes back row by row; a damaged one overwrites nothing.
import { randomInt } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { checkBackup } from '#kernel/backup/check.ts'
import { Damaged } from '#kernel/backup/frames.ts'
import { fileOfPart, glanceAt, type Manifest, readManifest } from '#kernel/backup/manifest.ts'
import { type Restoring, restoreBackup } from '#kernel/backup/restore.ts'
import { readListed, type StoredFile } from '#kernel/backup/stored-files.ts'
import { type Taking, takeBackup } from '#kernel/backup/take.ts'
import { keysFrom } from '#kernel/crypto.ts'
import { storedAt } from '#kernel/files.ts'
import { sealOnce } from '#kernel/sealer.ts'
import { verifyJournal } from '#kernel/verify.ts'
import { matter } from '#modules/matter/contract.ts'
import { sweepNotices } from '#modules/notice/index.ts'
import { upkeep } from '#modules/upkeep/contract.ts'
import { type Opened, openHouse, prepareDatabase, QUEUES } from '../src/commands/open-house.ts'
import { releaseHouse } from '../src/commands/restore-command.ts'
import { APP_ROLE } from './global-setup.ts'
import { openStreet, type Street, testConfig } from './street.ts'

const room = mkdtempSync(path.join(tmpdir(), 'linli-backup-'))
const quiet = new AbortController().signal
const DOOR = '清荷苑3号楼2单元'

let street: Street
let admin: pg.Client
let n = 0
const databases: string[] = []

beforeAll(async () => {
  street = await openStreet()
  admin = new pg.Client({ connectionString: inject('database').superUrl })
  await admin.connect()
})
afterAll(async () => {
  await street.close()
  for (const name of databases) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  rmSync(room, { recursive: true, force: true })
})

/** An empty database; its address as its owner. */
async function emptyDatabase(): Promise<string> {
  const name = `linli_restored_${process.pid}_${databases.length}`
  databases.push(name)
  await admin.query(`create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(inject('database').superUrl)
  url.pathname = `/${name}`
  return url.href
}

const report = async (words: string, key?: string) => {
  const { uploads, ids } = await street.photo()
  const extra = key ? { uploads, key } : { uploads }
  return street.stranger.do(
    matter.report,
    { code: await street.codeOf(DOOR), words, photos: ids, phone: '13800001234' } as never,
    extra,
  )
}

const taking = (into: string, more: Partial<Taking> = {}): Taking => ({
  ownerUrl: street.ownerUrl,
  keys: street.house.keys,
  filesDir: street.opened.config.filesDir,
  sealFile: street.opened.config.sealFile,
  into,
  signal: quiet,
  step: () => {},
  ...more,
})

const folder = () => path.join(room, `b${++n}`)

const restoring = (from: string, ownerUrl: string, more: Partial<Restoring> = {}): Restoring => ({
  ownerUrl,
  keys: street.house.keys,
  from,
  filesDir: path.join(room, `files${n}`),
  sealFile: path.join(room, `seals${n}.jsonl`),
  queues: QUEUES,
  over: false,
  ahead: 10_000,
  despiteJournal: false,
  signal: quiet,
  step: () => {},
  ...more,
})

const ask = async <T>(url: string, text: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}

/** By other means than the backup's own: every row as text, sorted, in one sum per table. */
async function sums(url: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await ask<{ sum: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as sum from ${name} t`,
    )
    found[name] = row!.sum
  }
  return found
}

/** What a restore changes on purpose. */
const CHANGED = ['backup_run', 'directory', 'era', 'journal', 'migration', 'number_block', 'restored', 'session']

const opening = async (ownerUrl: string, keyDir: string, filesDir: string, sealFile: string): Promise<Opened> => {
  const appUrl = new URL(ownerUrl)
  ;[appUrl.username, appUrl.password] = [APP_ROLE, 'test']
  const config = { ...testConfig(keyDir, appUrl.href), filesDir, sealFile }
  await prepareDatabase(config, ownerUrl, () => {})
  return openHouse(config, () => {})
}

describe('a drill: taken while people report, restored elsewhere', () => {
  let from: string
  let target: string
  let manifest: Manifest
  let before: { id: string; no: string; receipt: string }
  let sumsBefore: Record<string, string>
  let opened: Opened

  beforeAll(async () => {
    before = (await report('楼道灯不亮', 'restore-key-1')) as never
    while ((await sealOnce(street.opened.db, street.house.keys, 1, street.opened.config.sealFile)) > 0);
    await report('还没有封的一件')
    from = folder()
    // The snapshot stands; what comes after it belongs to the next backup.
    const began = async () => {
      sumsBefore = await sums(street.ownerUrl)
      await report('备份开始以后的一件')
    }
    manifest = await takeBackup(taking(from, { began }))
    target = await emptyDatabase()
    const since = performance.now()
    const { era, verdict } = await restoreBackup(restoring(from, target))
    process.stdout.write(
      `restore of the demo street: ${Math.round(performance.now() - since)} ms, ${manifest.parts.reduce((sum, part) => sum + part.rows, 0)} rows\n`,
    )
    expect(era).toBe(2)
    expect(verdict.faults).toEqual([])
    expect(verdict.seals).toBeGreaterThan(0)
    const at = restoring(from, target)
    opened = await opening(target, street.opened.config.dataDir, at.filesDir!, at.sealFile)
  })
  afterAll(() => opened?.close())

  test('every row of every table is the same, but for what a restore changes on purpose', async () => {
    const after = await sums(target)
    const differ = Object.keys(sumsBefore).filter((table) => sumsBefore[table] !== after[table])
    expect(differ.filter((table) => !CHANGED.includes(table))).toEqual([])
    expect(differ).toEqual(expect.arrayContaining(['era', 'journal', 'number_block', 'restored']))
    const words = await ask<{ words: string }>(target, 'select words from matter order by id desc limit 1')
    expect(words[0]!.words).toBe('还没有封的一件')
  })

  test('no key is in it, and no word of a resident can be read in it', async () => {
    const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const all = Buffer.concat(files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name))))
    const key = readFileSync(street.opened.config.keyFile, 'utf8').trim()
    for (const secret of [
      Buffer.from(key),
      Buffer.from(key, 'hex'),
      Buffer.from('楼道灯不亮'),
      Buffer.from('zhouxiaolan'),
    ])
      expect(all.includes(secret)).toBe(false)
  })

  test('stored files are there and open', async () => {
    const [row] = await ask<{ id: string }>(target, 'select id from file where subject_id = $1', [before.id])
    const photo = await opened.house.files.read(row!.id, 'full')
    expect(photo!.subarray(0, 2).toString('hex')).toBe('ffd8')
    expect(await opened.house.files.read(row!.id, 'small')).toBeDefined()
    expect(manifest.files).toMatchObject({ missing: 0 })
    expect(manifest.files.count).toBeGreaterThan(3)
  })

  test('the new era is sealed on, and the journal says what happened', async () => {
    const { db, house, config } = opened
    while ((await sealOnce(db, house.keys, 2, config.sealFile)) > 0);
    expect(await verifyJournal(db, house.keys, config.sealFile)).toMatchObject({ faults: [], unsealed: 0 })
    const rows = await ask<{ era: number; input: object }>(
      target,
      `select era, input from journal where operation = 'upkeep.restore'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect(rows[0]).toMatchObject({ era: 2, input: { backup: manifest.id, takenAt: manifest.takenAt } })
  })

  test('nobody is signed in any more; a command sent again is answered as before; no number comes twice', async () => {
    expect(await ask(target, 'select 1 from session where ended_at is null')).toEqual([])
    expect(await ask(target, `select 1 from directory where kind = 'session'`)).toEqual([])
    const kept = await ask<{ key: string }>(target, `select key from command where key = 'restore-key-1'`)
    expect(kept).toHaveLength(1)
    const [old] = await ask<{ next: number }>(street.ownerUrl, 'select max(next) as next from number_block')
    const [next] = await ask<{ next: number }>(target, 'select max(next) as next from number_block')
    expect(next!.next).toBe(old!.next + 10_000)
  })

  test('it is isolated: what is due does not leave until it is released; then what waited before stays behind', async () => {
    const sent: string[] = []
    const provider = {
      name: 'trial',
      send: async (first: unknown) => {
        sent.push(JSON.stringify(first))
        return { id: 'x' }
      },
    }
    const senders = { sms: provider, mail: provider } as never
    await ask(
      target,
      `update outbox set state = 'waiting', next_at = now() - interval '1 minute', address = address where tenant_id = $1`,
      [street.tenant],
    )
    const [{ n: waiting } = { n: 0 }] = await ask<{ n: number }>(
      target,
      `select count(*)::int as n from outbox where next_at is not null`,
    )
    await sweepNotices(opened.house, senders)
    expect(sent).toEqual([])
    expect(await stateOf(opened)).toMatchObject({ isolated: true, restored: { releasedAt: null } })
    const said: string[] = []
    await releaseHouse(opened, false, (line) => said.push(line))
    expect(said[0]).toContain('Released')
    await sweepNotices(opened.house, senders)
    expect(sent).toEqual([])
    const held = await ask(target, `select 1 from outbox where error = 'restored' and state = 'given_up'`)
    expect(held).toHaveLength(waiting)
    expect(await stateOf(opened)).toMatchObject({ isolated: false })
    expect(await ask(target, `select 1 from journal where operation = 'upkeep.release'`)).not.toHaveLength(0)
  })
})

const stateOf = async (opened: Opened) => {
  const { perform } = await import('#kernel/door.ts')
  const { machine } = await import('#kernel/access.ts')
  const { upkeepState } = await import('#modules/upkeep/index.ts')
  expect(upkeepState.signature.name).toBe(upkeep.state.name)
  return perform(opened.house, upkeepState, machine(street.tenant, 'test'), {})
}

describe('nothing is overwritten by what is not whole', () => {
  let from: string
  beforeAll(async () => {
    from = folder()
    await takeBackup(taking(from))
  })

  const look = (folder: string) => checkBackup(folder, street.house.keys, quiet, () => {})
  const filesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))

  test('two hundred flipped bits, each found', async () => {
    const whole = await look(from)
    const list: StoredFile[] = []
    for await (const one of whole.files()) list.push(one)
    /** Reads one file of the backup as the check of all does. */
    const lookAt = async (file: string): Promise<void> => {
      const part = whole.manifest.parts.find((one) => fileOfPart(from, one) === file)
      if (part) for await (const _ of whole.read(part));
      else if (file.includes('manifest')) await readManifest(from, street.house.keys)
      else
        await readListed(
          path.join(from, 'files'),
          list.find((one) => storedAt(path.join(from, 'files'), one.id, one.size) === file)!,
        )
    }
    const files = filesOf(from)
    const unseen: string[] = []
    const since = performance.now()
    for (let flip = 0; flip < 200; flip++) {
      const file = files[flip % files.length]!
      const bytes = readFileSync(file)
      const [at, bit] = [randomInt(bytes.length), 1 << randomInt(8)]
      bytes[at]! ^= bit
      writeFileSync(file, bytes)
      await (flip % 40 === 7 ? look(from) : lookAt(file)).then(
        () => unseen.push(`${file} byte ${at}`),
        (error: unknown) => error instanceof Damaged || unseen.push(`${file}: ${(error as Error).message}`),
      )
      bytes[at]! ^= bit
      writeFileSync(file, bytes)
    }
    process.stdout.write(`200 flips: ${Math.round(performance.now() - since)} ms over ${files.length} files\n`)
    expect(unseen).toEqual([])
    await look(from)
  })

  test('a part gone, cut short, or of another backup; a file gone: each found by name', async () => {
    const other = folder()
    await takeBackup(taking(other))
    const parts = readdirSync(path.join(from, 'parts'))
    const matters = path.join('parts', parts.find((name) => name.endsWith('-matter'))!)
    const journal = path.join('parts', parts.find((name) => name.endsWith('-journal'))!)
    const photo = path.relative(from, filesOf(path.join(from, 'files'))[0]!)
    const whole = (name: string) => readFileSync(path.join(from, name))
    const damages: [string, RegExp, (copy: string) => void][] = [
      ['gone', /matter.*missing/, (copy) => rmSync(path.join(copy, matters))],
      [
        'cut',
        /journal.*ends before its end/,
        (copy) => writeFileSync(path.join(copy, journal), whole(journal).subarray(0, -29)),
      ],
      [
        'longer',
        /journal.*goes on/,
        (copy) => writeFileSync(path.join(copy, journal), Buffer.concat([whole(journal), Buffer.alloc(9)])),
      ],
      ['swapped', /not as it was written/, (copy) => writeFileSync(path.join(copy, matters), whole(journal))],
      [
        'of another',
        /not as it was written/,
        (copy) => writeFileSync(path.join(copy, matters), readFileSync(path.join(other, matters))),
      ],
      ['photo', /files.*missing/, (copy) => rmSync(path.join(copy, photo))],
      ['no manifest', /manifest.*missing/, (copy) => rmSync(path.join(copy, 'manifest.json'))],
    ]
    for (const [name, says, damage] of damages) {
      const copy = folder()
      cpSync(from, copy, { recursive: true })
      damage(copy)
      await expect(look(copy), name).rejects.toThrow(says)
      rmSync(copy, { recursive: true })
    }
  })

  test('another root key is told by name', async () => {
    const other = keysFrom(Buffer.alloc(32, 7))
    await expect(checkBackup(from, other, quiet, () => {})).rejects.toThrow(/LINLI_KEY_FILE/)
  })

  test('bite: one row changed behind our back is found, and the database stays as it was', async () => {
    const target = await emptyDatabase()
    const loaded = async (client: pg.Client) => {
      await client.query(`update place set name = name || '。' where ctid = (select ctid from place limit 1)`)
    }
    await expect(restoreBackup(restoring(from, target, { loaded }))).rejects.toThrow(/^place: /)
    expect(await ask(target, `select 1 from pg_class where relname = 'tenant'`)).toEqual([])
  })

  test('over a living system only when told so, never while it is in use, and broken off it is as before', async () => {
    const target = await emptyDatabase()
    await restoreBackup(restoring(from, target))
    const before = await sums(target)
    await expect(restoreBackup(restoring(from, target))).rejects.toThrow(/--over/)
    const user = new pg.Client({ connectionString: target, application_name: 'somebody' })
    await user.connect()
    await expect(restoreBackup(restoring(from, target, { over: true }))).rejects.toThrow(/somebody/)
    await user.end()
    const stop = new AbortController()
    const loaded = async () => stop.abort(new Error('broken off'))
    await expect(restoreBackup(restoring(from, target, { over: true, loaded, signal: stop.signal }))).rejects.toThrow(
      'broken off',
    )
    expect(await sums(target)).toEqual(before)
    const { era } = await restoreBackup(restoring(from, target, { over: true }))
    expect(era).toBe(3)
    // Numbers given by the replaced system are not given again.
    const [a] = await ask<{ next: number }>(street.ownerUrl, 'select max(next) as next from number_block')
    const [b] = await ask<{ next: number }>(target, 'select max(next) as next from number_block')
    expect(b!.next).toBe(a!.next + 20_000)
  })

  test('a backup of a newer Linli is refused by the name of what it has', async () => {
    await ask(street.ownerUrl, `insert into migration (name, hash) values ('9999_later.sql', 'x')`)
    const later = folder()
    try {
      await takeBackup(taking(later))
    } finally {
      await ask(street.ownerUrl, `delete from migration where name = '9999_later.sql'`)
    }
    await expect(restoreBackup(restoring(later, await emptyDatabase()))).rejects.toThrow(/9999_later\.sql/)
  })
})

describe('a backup broken off', () => {
  test('leaves nothing', async () => {
    const stop = new AbortController()
    const into = folder()
    const step = () => stop.abort(new Error('Ctrl-C'))
    await expect(takeBackup(taking(into, { signal: stop.signal, step }))).rejects.toThrow('Ctrl-C')
    expect(existsSync(into)).toBe(false)
    expect(readdirSync(room).filter((name) => name.includes('.half-'))).toEqual([])
  })

  test('writes nothing into a folder that has something', async () => {
    const into = folder()
    await takeBackup(taking(into))
    await expect(takeBackup(taking(into))).rejects.toThrow(/not empty/)
    expect(await glanceAt(into)).toBeDefined()
  })

  test('photos that lie in the backup before are linked, not written again', () => {
    const [first, second] = readdirSync(room)
      .filter((name) => /^b\d+$/.test(name))
      .map((name) => path.join(room, name, 'files'))
      .filter((one) => existsSync(one))
    const name = readdirSync(first!, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile())!
    const in1 = path.join(name.parentPath, name.name)
    expect(statSync(in1).nlink).toBeGreaterThan(1)
    expect(existsSync(path.join(second!, path.relative(first!, in1)))).toBe(true)
  })
})
