// Goal O1 in short: a backup taken while people report comes back row by row, in a new era, isolated.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import type { Manifest } from '#kernel/backup/manifest.ts'
import { restoreBackup } from '#kernel/backup/restore.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { perform } from '#kernel/door.ts'
import { sealOnce } from '#kernel/journal/sealer.ts'
import { verifyJournal } from '#kernel/journal/verify.ts'
import { matter } from '#modules/matter/contract.ts'
import { sweepNotices } from '#modules/notice/index.ts'
import { upkeepState } from '#modules/upkeep/index.ts'
import { type Opened, openHouse, prepareDatabase } from '../src/commands/open-house.ts'
import { releaseHouse } from '../src/commands/restore-command.ts'
import { ask, openRoom, type Room, sums } from './backup/room.ts'
import { APP_ROLE } from './global-setup.ts'
import { type Street, testConfig } from './street.ts'

const DOOR = '清荷苑3号楼2单元'

let room: Room
let street: Street
let folder: Room['folder']
let taking: Room['taking']
let restoring: Room['restoring']
let emptyDatabase: Room['emptyDatabase']
beforeAll(async () => {
  room = await openRoom()
  ;({ street, folder, taking, restoring, emptyDatabase } = room)
})
afterAll(() => room?.close())

const report = async (words: string, key?: string) => {
  const { uploads, ids } = await street.photo()
  const extra = key ? { uploads, key } : { uploads }
  return street.stranger.do(
    matter.report,
    { code: await street.codeOf(DOOR), words, photos: ids, phone: '13800001234' } as never,
    extra,
  )
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

const stateOf = (opened: Opened) => perform(opened.house, upkeepState, machine(street.tenant, 'test'), {})
