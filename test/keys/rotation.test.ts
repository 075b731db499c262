// Goal C8: the root key is renewed while the house works. Nobody is kept waiting, a kill loses nothing, and the old key can go.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { checkBackup } from '#kernel/backup/check.ts'
import { asOwner } from '#kernel/backup/owner.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { type Keys, versionOf } from '#kernel/crypto.ts'
import { storedAt } from '#kernel/files/files.ts'
import { addVersion, retireVersion } from '#kernel/keys/change.ts'
import { custodiansFile, refuseUnlessTwo, setCustodians } from '#kernel/keys/custodians.ts'
import { readRing } from '#kernel/keys/key-file.ts'
import { keysOf, profiles } from '#kernel/keys/keys.ts'
import { heldBy, rotate } from '#kernel/keys/rotate.ts'
import { sealed } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { keysCommand } from '../../src/commands/keys-command.ts'
import { openHouse } from '../../src/commands/open-house.ts'
import { openStreet, type Street } from '../street.ts'
import { changePerson, countLost, type Laid, layPeople, readByPhone } from './tables.ts'

const PEOPLE = 2_500
const WORDS = ['春江潮水连海平，一二三四', '海上明月共潮生，四五六七', '滟滟随波千万里，七八九十'] as const

let dataDir: string
let street: Street
let keys: Keys
let people: Laid[]
let photo: string
/** A report, and the answer it got: sent again under its key it must get the same. */
let again: () => Promise<unknown>
let answered: unknown

beforeAll(async () => {
  const given = inject('database')
  dataDir = mkdtempSync(path.join(tmpdir(), 'linli-rotation-'))
  // A key file of its own, which holds the key that the street was made with.
  cpSync(path.join(given.dataDir, 'keys'), path.join(dataDir, 'keys'), { recursive: true })
  street = await openStreet({ ...given, dataDir })
  keys = street.house.keys
  people = await layPeople(street.owner, keys, street.tenant, PEOPLE)
  photo = [...(await street.photo()).uploads.keys()][0]!
  const input = { code: await street.codeOf('清荷苑3号楼2单元'), words: '路灯不亮', phone: '13900880077' }
  again = () => street.stranger.do(matter.report, input, { key: 'rotation-0001' })
  answered = await again()
})
afterAll(async () => {
  await street.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const keyFile = () => street.opened.config.keyFile
const filesDir = () => street.opened.config.filesDir
const signal = new AbortController().signal
const owned = <T>(work: Parameters<typeof asOwner<T>>[2]) => asOwner(street.ownerUrl, signal, work)
const held = () => owned((client) => heldBy({ client, sealed, filesDir: filesDir() }))
const onVersion = async (no: number) => (await held()).filter((one) => one.version === no)

/** As if the key file had been written a while ago: a rotation waits until every server has seen a new one. */
const seenByAll = () => utimesSync(keyFile(), 1, 1)

function rotating(): ChildProcess {
  const child = path.join(import.meta.dirname, 'rotate-child.ts')
  return spawn(process.execPath, [child, street.ownerUrl, keyFile(), filesDir()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Reads and changes people all the while, one after the other; resolves with what went wrong. */
function working() {
  const failed: string[] = []
  let over = false
  let [reads, changes] = [0, 0]
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    const went = await work().catch((error: Error) => error.message)
    if (went !== true) failed.push(`${what}: ${went}`)
  }
  const run = (async () => {
    for (let n = 0; !over; n = (n + 997) % PEOPLE) {
      await attempt('read', () => readByPhone(street.owner, keys, people[n]!))
      reads++
      if (reads % 8 !== 0) continue
      await attempt('change', () => changePerson(street.owner, keys, people[n]!))
      await attempt('again', async () => JSON.stringify(await again()) === JSON.stringify(answered))
      changes++
    }
  })()
  return {
    async stop() {
      over = true
      await run
      return { failed, reads, changes }
    },
  }
}

test('every sealed column of the database is one that a rotation knows, and every other is a hash', async () => {
  const { rows } = await street.owner.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'bytea'::regtype
       and exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')`,
  )
  const known = sealed.flatMap(({ table, columns, remade = [] }) =>
    [...columns.map((one) => (typeof one === 'string' ? one : one.column)), ...remade.map((one) => one.column)].map(
      (column) => `${table}.${column}`,
    ),
  )
  const there = rows.map(({ table, column }) => `${table}.${column}`)
  expect(known.filter((one) => !there.includes(one))).toEqual([])
  expect(there.filter((one) => !known.includes(one) && !/(_mac|hash|\.sha256)$/.test(one))).toEqual([])
})

test('a new version seals, all is sealed anew under readers and writers, one kill in it, and nothing is left on the old', async () => {
  const stale = keysOf(readRing(keyFile(), profiles[keys.profile]), keys.profile)
  const before = (await street.owner.query('select number_mac from person where id = $1', [people[0]!.row])).rows[0]
  expect(await owned((client) => addVersion({ client, keys, keyFile: keyFile() }))).toBe(2)
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
  seenByAll()
  const work = working()
  const first = rotating()
  const ended = once(first, 'exit')
  const done = async () =>
    (await street.owner.query<{ n: number }>('select count(*)::int as n from person where get_byte(name, 0) = 2'))
      .rows[0]!.n
  while ((await done()) < 500 && first.exitCode === null) await pause(5)
  first.kill('SIGKILL')
  await ended
  expect(first.signalCode).toBe('SIGKILL')
  expect(await onVersion(1)).not.toEqual([])
  // Somebody sealed with the old version a while ago, and commits only when the walk is long over.
  const late = await street.owner.connect()
  await late.query('begin')
  people.push(...(await layPeople(late, stale, street.tenant, 1)))
  const second = rotating()
  while ((await done()) < PEOPLE) await pause(20)
  // A walk that heeded only what can be seen would end about now.
  expect(await Promise.race([once(second, 'exit'), pause(800, 'waits')])).toBe('waits')
  await late.query('commit')
  late.release()
  const [[code], [said]] = await Promise.all([once(second, 'exit'), once(second.stdout!, 'data')])
  const { failed, reads, changes } = await work.stop()
  expect(failed).toEqual([])
  expect(reads).toBeGreaterThan(20)
  expect(changes).toBeGreaterThan(2)
  expect(code).toBe(0)
  expect(JSON.parse(String(said))).toMatchObject({ unreadable: [] })
  expect(await onVersion(1)).toEqual([])
  expect(await countLost(street.owner, keys, people)).toBe(0)
  expect(versionOf(readFileSync(storedAt(filesDir(), photo, 'full')))).toBe(2)
  expect((await street.house.files.read(photo, 'full'))!.length).toBeGreaterThan(100)
  const { rows } = await street.owner.query('select number_mac, key_version from person where id = $1', [
    people[0]!.row,
  ])
  expect(rows[0]).toEqual({ ...before, key_version: 2 })
  // Bite: a server that never looks at the file again cannot read what the new version sealed.
  await expect(readByPhone(street.owner, stale, people[0]!)).resolves.toBe(false)
  const { rows: sealed } = await street.owner.query<{ answer: Buffer }>(
    `select answer from command where key = 'rotation-0001'`,
  )
  const at = { tenant: street.tenant, table: 'command', column: 'answer', row: 'rotation-0001' }
  expect(() => stale.open(sealed[0]!.answer, at)).toThrow(/version 2 of the root key/)
})

test('what does not open is told by name and left; an old version goes only when nothing needs it and two of three agree', async () => {
  const said: string[] = []
  const config = { ...street.opened.config, ownerUrl: street.ownerUrl }
  const run = (...args: string[]) => keysCommand(config, args, (line) => said.push(line))
  const { rows } = await street.owner.query<{ id: string; name: Buffer; seal_no: number }>(
    'select id, name, seal_no from person where id = $1',
    [people[1]!.row],
  )
  const other = (name: Buffer) =>
    street.owner.query('update person set name = $2 where id = $1', [people[1]!.row, name])
  const all = { keys, keyFile: keyFile(), filesDir: filesDir(), sealed, signal, step: () => {} }
  const retire = (words: readonly string[]) =>
    owned((client) =>
      retireVersion({ ...all, client }, 1, async () => refuseUnlessTwo(custodiansFile(keyFile()), words)),
    )
  // Somebody writes over a name, with the first version's number in front.
  await other(Buffer.concat([Buffer.of(1), Buffer.alloc(40)]))
  const { unreadable } = await owned((client) => rotate({ ...all, client }))
  expect(unreadable).toEqual([`person ${street.tenant} ${people[1]!.row}`])
  await expect(retire([WORDS[0], WORDS[1]])).rejects.toThrow(/still sealed with version 1 \(person 1\)/)
  await other(rows[0]!.name)

  await expect(retire([WORDS[0], WORDS[1]])).rejects.toThrow(/No custodians are set/)
  const file = custodiansFile(keyFile())
  expect(() => setCustodians(file, ['short', WORDS[1], WORDS[2]], [])).toThrow(/12 characters/)
  expect(() => setCustodians(file, [WORDS[0], WORDS[0], WORDS[2]], [])).toThrow(/different/)
  setCustodians(file, WORDS, [])
  expect(() => setCustodians(file, [...WORDS].reverse(), [WORDS[0], WORDS[0]])).toThrow(/two of the three/)
  for (const words of [
    [WORDS[0], WORDS[0]],
    [WORDS[0], `${WORDS[1]}。`],
  ])
    await expect(retire(words), words.join(' ')).rejects.toThrow(/two of the three/)
  const whole = readFileSync(keyFile(), 'utf8')
  await retire([WORDS[2], WORDS[0]])
  expect(readFileSync(keyFile(), 'utf8')).not.toMatch(/^1 /m)
  const left = keysOf(readRing(keyFile(), profiles[keys.profile]), keys.profile)
  expect(left.versions).toEqual([2])
  await expect(readByPhone(street.owner, left, people[0]!)).resolves.toBe(true)
  // What is only hashed is found as before: a command, a login, a session.
  expect(left.mac('command', 'x')).toEqual(keys.mac('command', 'x'))
  await run('show')
  expect(said.join('\n')).toMatch(/version 2（在用 in use）: .*account \d+/)

  // A server starts with this file, and with none that lacks what rows are sealed with.
  await (await openHouse(street.opened.config, () => {})).close()
  const now = readFileSync(keyFile(), 'utf8')
  writeFileSync(keyFile(), whole.replace(/^2 .*\n/m, ''), { mode: 0o600 })
  await expect(openHouse(street.opened.config, () => {})).rejects.toThrow(
    /LINLI_KEY_FILE: .*lacks version 2|version 1, which is retired/,
  )
  writeFileSync(keyFile(), now, { mode: 0o600 })
})

test('a backup says which versions it needs, and is not put in place where one is missing', async () => {
  const ring = readRing(keyFile(), profiles[keys.profile])
  const { sealFile } = street.opened.config
  const into = path.join(dataDir, 'backup')
  const taking = {
    ownerUrl: street.ownerUrl,
    filesDir: filesDir(),
    sealFile,
    sealed,
    into,
    signal,
    step: () => {},
  }
  const taken = await takeBackup({ ...taking, keys: keysOf(ring, keys.profile) })
  expect(taken).toMatchObject({ keyVersion: 2, keyVersions: [2], crypto: keys.profile })
  // The first thing a restore does.
  const check = (roots: typeof ring.roots) =>
    checkBackup(into, keysOf({ ...ring, roots }, keys.profile), signal, () => {})
  await expect(check(new Map([[3, Buffer.alloc(32, 3)]]))).rejects.toThrow(
    /LINLI_KEY_FILE: this backup needs version 2/,
  )
  await expect(check(new Map([...ring.roots, [3, Buffer.alloc(32, 3)]]))).resolves.toBeDefined()
})
