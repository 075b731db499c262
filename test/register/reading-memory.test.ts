// However long a file is, reading it holds a few pieces of it: a file forty times as long raises what is held by a set amount at most.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, expect, test } from 'vitest'
import { type ByteSource, openSpool } from '#kernel/files/spool.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { writeCsv, writeXlsx } from '#kernel/sheets/write.ts'
import { readFile } from '../../src/modules/register/import/read-file.ts'
import { peopleAt } from './soiled-list.ts'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

const folder = mkdtempSync(path.join(tmpdir(), 'linli-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const keyFile = path.join(folder, 'root')
const keys = openKeys(keyFile)
const spool = openSpool(path.join(folder, 'spool'), keys)

const [SHORT, LONG] = [600, 24_000]
/** What a long file may hold more than a short one: two pieces of 2,000 rows with what they were cut from, and a number for each row before. */
const MORE_MB = 16
const people = peopleAt('清荷苑3号楼2单元', LONG, 7)
const HEADINGS = ['姓名', '公民身份号码', '出生日期', '现住地址', '备注']

/** A kilobyte a row, most of it in a column that is left out and hardly packs. */
function* rows(count: number): Generator<string[]> {
  yield HEADINGS
  for (const { name = '', number = '', birth = '', address = '' } of people.slice(0, count))
    yield [name, number, birth, address, randomBytes(480).toString('hex')]
}

async function spooled(count: number, name: string): Promise<ByteSource> {
  const through = new PassThrough()
  const written = name.endsWith('.csv')
    ? writeCsv(through, rows(count), 'utf8-bom')
    : writeXlsx(through, [{ name: '名单', rows: rows(count) }])
  const { id } = await spool.stage(through, 1e9)
  await written
  return spool.open(id)
}

/** Bytes that are held, once what is no longer needed was let go; buffers go at the second look. */
const held = (): number => {
  gc()
  gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const SAMPLES = 6

/** The most that was held at any of some moments while the file was read, beyond what was held before. */
async function peakOf(source: ByteSource, name: string): Promise<{ peak: number; read: number }> {
  const before = held()
  let peak = 0
  const look = () => {
    peak = Math.max(peak, held() - before)
  }
  const every = Math.ceil(source.size / SAMPLES)
  let [asked, next] = [0, every]
  const watched: ByteSource = {
    size: source.size,
    close: () => source.close(),
    async read(from, length) {
      asked += length
      if (asked >= next) {
        next += every
        look()
      }
      return source.read(from, length)
    },
  }
  let read = 0
  for await (const message of readFile(
    {
      ...{ keyFile, profile: keys.profile, spoolDir: spool.dir, spoolId: '', name, tenant: '', batch: '' },
      ...{ class: 'special', area: { id: '', pos: 1 }, areas: [], mapping: {}, today: '2026-11-22' },
      ...{ keepNumber: false, dry: true, skip: 0 },
    },
    keys,
    watched,
  ))
    if (message.kind === 'chunk') {
      read += message.rows
      look()
    }
  await source.close()
  return { peak: peak / 2 ** 20, read }
}

async function whole(source: ByteSource): Promise<ByteSource> {
  const all = Buffer.from(await source.read(0, source.size))
  return { ...source, read: async (from, length) => all.subarray(from, from + length) }
}

test.each(['名单.csv', '名单.xlsx'])(
  '%s: forty times as long, hardly more is held; bite: read whole, it is',
  async (name) => {
    await peakOf(await spooled(SHORT, name), name)
    const short = await peakOf(await spooled(SHORT, name), name)
    const file = await spooled(LONG, name)
    const size = file.size / 2 ** 20
    const long = await peakOf(file, name)
    expect([short.read, long.read]).toEqual([SHORT, LONG])
    process.stdout.write(
      `reading ${name}: ${short.peak.toFixed(1)} and ${long.peak.toFixed(1)} MB of ${size.toFixed(1)}\n`,
    )
    expect(long.peak - short.peak).toBeLessThan(MORE_MB)
    const before = held()
    const all = await whole(await spooled(LONG, name))
    const own = held() - before
    const bitten = await peakOf(all, name)
    const more = own / 2 ** 20 + bitten.peak - short.peak
    process.stdout.write(`read whole: ${more.toFixed(1)} MB more\n`)
    expect(more).toBeGreaterThan(MORE_MB)
    // Held until here, as whoever reads it whole would.
    expect((await all.read(0, 1)).length).toBe(1)
  },
)
