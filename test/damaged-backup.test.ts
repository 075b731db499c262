// Goal O2 in short: a backup that is damaged, foreign, newer or broken off overwrites nothing.
import { randomInt } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBackup } from '#kernel/backup/check.ts'
import { Damaged } from '#kernel/backup/frames.ts'
import { fileOfPart, glanceAt, readManifest } from '#kernel/backup/manifest.ts'
import { restoreBackup } from '#kernel/backup/restore.ts'
import { readListed, type StoredFile } from '#kernel/backup/stored-files.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { storedAt } from '#kernel/files/files.ts'
import { keysFrom } from '#kernel/keys/keys.ts'
import { matter } from '#modules/matter/contract.ts'
import { ask, openRoom, QUIET, type Room, sums } from './backup/room.ts'
import type { Street } from './street.ts'

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

describe('nothing is overwritten by what is not whole', () => {
  let from: string
  beforeAll(async () => {
    const { uploads, ids } = await street.photo()
    const code = await street.codeOf('清荷苑3号楼2单元')
    await street.stranger.do(matter.report, { code, words: '楼道灯不亮', photos: ids }, { uploads })
    from = folder()
    await takeBackup(taking(from))
  })

  const look = (folder: string) => checkBackup(folder, street.house.keys, QUIET, () => {})
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
    await expect(checkBackup(from, other, QUIET, () => {})).rejects.toThrow(/LINLI_KEY_FILE/)
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
    expect(readdirSync(room.dir).filter((name) => name.includes('.half-'))).toEqual([])
  })

  test('writes nothing into a folder that has something', async () => {
    const into = folder()
    await takeBackup(taking(into))
    await expect(takeBackup(taking(into))).rejects.toThrow(/not empty/)
    expect(await glanceAt(into)).toBeDefined()
  })

  test('photos that lie in the backup before are linked, not written again', () => {
    const [first, second] = readdirSync(room.dir)
      .filter((name) => /^b\d+$/.test(name))
      .map((name) => path.join(room.dir, name, 'files'))
      .filter((one) => existsSync(one))
    const name = readdirSync(first!, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile())!
    const in1 = path.join(name.parentPath, name.name)
    expect(statSync(in1).nlink).toBeGreaterThan(1)
    expect(existsSync(path.join(second!, path.relative(first!, in1)))).toBe(true)
  })
})
