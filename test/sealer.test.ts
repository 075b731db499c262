// The sealer beside slow transactions, crashes, a cut tail and a restore: no row is skipped, no line lost, nothing forgiven.
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type JournalRow, leafHash } from '#kernel/journal/journal.ts'
import type { Seal } from '#kernel/journal/seal-file.ts'
import {
  beginJournal,
  commands,
  isNamed,
  mutatedKernel,
  type Sealed,
  type Sealing,
  seal,
  sealAll,
  verify,
} from './sealing.ts'
import { openStreet, type Street } from './street.ts'

let street: Street
let sealed: Sealed
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())
beforeEach(async () => {
  sealed = await beginJournal(street)
})

/** Two batches of ten. */
async function sealTwice(): Promise<void> {
  for (let n = 0; n < 2; n++) {
    await commands(sealed, 10)
    await sealAll(sealed)
  }
}

/** A command whose transaction stays open: its number is drawn and its row written, and nobody can see it yet. */
async function openRow(): Promise<{ id: string; commit(): Promise<void> }> {
  const row: JournalRow = {
    tenant_id: street.tenant,
    id: newId(),
    era: 1,
    at: new Date('2026-11-18T01:00:00Z'),
    actor_kind: 'staff',
    actor_id: newId(),
    operation: 'matter.take',
    subject_kind: 'matter',
    subject_id: newId(),
    subject_version: 2,
    area_pos: 1,
    from_state: 'reported',
    to_state: 'handling',
    input: {},
  }
  const columns = [...Object.keys(row), 'hash']
  const client = new pg.Client({ connectionString: street.ownerUrl })
  await client.connect()
  await client.query('begin')
  await client.query(
    `insert into journal (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    [...Object.values(row), leafHash(row)],
  )
  return {
    id: row.id,
    commit: async () => {
      await client.query('commit')
      await client.end()
    },
  }
}

test('a row whose transaction was open while later ones committed is sealed later, never skipped', async () => {
  await sealTwice()
  const slow = await openRow()
  await commands(sealed, 20)
  for (let n = 0; n < 3; n++) await seal(sealed)
  expect((await verify(sealed)).unsealed).toBe(20)
  await slow.commit()
  expect(await sealAll(sealed)).toMatchObject({ rows: 41, unsealed: 0, faults: [] })
  await street.owner.query('delete from journal where id = $1', [slow.id])
  expect(isNamed((await verify(sealed)).faults, slow.id)).toBe(true)
})

test('bite: sealed up to the last number seen, that row is skipped', async () => {
  const toLast = ['rows[0]!.horizon', 'String(BigInt(rows.at(-1)!.xid) + 1n)'] as const
  const hasty = await mutatedKernel('sealer.ts', 'xid < h.xmin', 'true', ...toLast)
  try {
    await commands(sealed, 10)
    const slow = await openRow()
    await commands(sealed, 10)
    await seal(sealed, hasty)
    await slow.commit()
    await commands(sealed, 10)
    await seal(sealed, hasty)
    expect((await verify(sealed, hasty)).faults).toContainEqual({ what: 'added', seal: 1, row: slow.id })
  } finally {
    hasty.remove()
  }
})

test('two sealers at once make one chain', async () => {
  for (let n = 0; n < 5; n++) {
    await commands(sealed, 10)
    await Promise.all([seal(sealed), seal(sealed), seal(sealed)])
  }
  expect(await sealAll(sealed)).toMatchObject({ rows: 50, unsealed: 0, faults: [] })
})

test('a tail cut off stays named when the sealer goes on', async () => {
  await sealTwice()
  const { rows } = await street.owner.query<Seal>('select * from seal order by no desc limit 1')
  const last = rows[0]!
  await street.owner.query('delete from journal where xid >= $1::xid8', [last.from_xid])
  await street.owner.query('delete from seal where no = $1', [last.no])
  await commands(sealed, 10)
  const { faults } = await sealAll(sealed)
  expect(faults.filter((fault) => fault.seal === last.no)).not.toEqual([])
})

/** The sealer of a process just started: it has not yet read the file. */
async function restarted(): Promise<Sealing> {
  vi.resetModules()
  const { sealOnce } = await import('#kernel/journal/sealer.ts')
  const { verifyJournal } = await import('#kernel/journal/verify.ts')
  return { sealOnce, verifyJournal }
}

const linesOf = () => readFileSync(sealed.file, 'utf8').trimEnd().split('\n')

test('a last line cut by a crash is named, then mended by the next start', async () => {
  await sealTwice()
  const lines = linesOf()
  truncateSync(sealed.file, Buffer.byteLength(lines.join('\n')) - Math.floor(lines.at(-1)!.length / 2))
  expect((await verify(sealed)).faults).toEqual([{ what: 'seal not in file', seal: lines.length }])
  await commands(sealed, 10)
  expect(await sealAll(sealed, await restarted())).toMatchObject({ rows: 30, unsealed: 0, faults: [] })
  const numbers = linesOf().map((line) => (JSON.parse(line) as { no: number }).no)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})

test('a last line that never reached the file is written by the next start', async () => {
  await sealTwice()
  const lines = linesOf()
  writeFileSync(
    sealed.file,
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(''),
  )
  expect((await verify(sealed)).faults).toEqual([{ what: 'seal not in file', seal: lines.length }])
  await commands(sealed, 10)
  expect(await sealAll(sealed, await restarted())).toMatchObject({ rows: 30, unsealed: 0, faults: [] })
})

test('a line that is no line is named, not stumbled over', async () => {
  await sealTwice()
  writeFileSync(sealed.file, linesOf().with(0, '{"no":1,"era"}').join('\n'))
  expect((await verify(sealed)).faults).toEqual([{ what: 'seal not in file', seal: 1 }])
})

test('a file of many days is read: each of 130,000 seals that the database does not know is named', async () => {
  await sealTwice()
  const many = 130_000
  const more = Array.from({ length: many }, (_, at) => `{"no":${at + 100},"era":1,"root":"","leaves":""}\n`)
  appendFileSync(sealed.file, more.join(''))
  const { faults } = await verify(sealed)
  expect(faults.filter((fault) => fault.what === 'seal missing' && fault.seal >= 100).length).toBe(many)
})

test('a new era is sealed on the same chain, and a row moved to another era is named', async () => {
  await sealTwice()
  sealed = { ...sealed, era: 2 }
  await commands(sealed, 10)
  expect(await sealAll(sealed)).toMatchObject({ rows: 30, unsealed: 0, faults: [] })
  const { rows } = await street.owner.query<{ id: string }>('select id from journal where era = 2 order by id limit 1')
  await street.owner.query('update journal set era = 1 where id = $1', [rows[0]!.id])
  expect(isNamed((await verify(sealed)).faults, rows[0]!.id)).toBe(true)
})

test.each([
  ['of the same server', '0'],
  // A restore into a new server: its transaction numbers start over, far below those of the rows it brings back.
  ['of a new server', '1000000000'],
])(
  'what an era left open is sealed in the next one, %s',
  async (_, shift) => {
    await sealTwice()
    await commands(sealed, 10)
    await street.owner.query(
      `update journal set xid = (xid::text::bigint + $1::bigint)::text::xid8 where xid >= (select max(to_xid) from seal)`,
      [shift],
    )
    sealed = { ...sealed, era: 2 }
    await commands(sealed, 10)
    expect(await sealAll(sealed)).toMatchObject({ rows: 40, unsealed: 0, faults: [] })
  },
  10_000,
)
