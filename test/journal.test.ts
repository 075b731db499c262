// The journal is tampered with in every way an owner of the database can; verify names each row and seal (C1).
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId, uuidBytes } from '#kernel/ids.ts'
import { type JournalRow, leafHash } from '#kernel/journal/journal.ts'
import type { Seal } from '#kernel/journal/seal-file.ts'
import { LEAF_BYTES, NO_ROOT, sealMac, sealRoot } from '#kernel/journal/sealer.ts'
import { matter } from '#modules/matter/contract.ts'
import { beginJournal, commands, isNamed, mutatedKernel, type Sealed, sealAll, verify } from './sealing.ts'
import { openStreet, type Street } from './street.ts'

const COMMANDS = 300

let street: Street
let sealed: Sealed
/** A row with no empty column: 办结, of the first batch. */
let finished: string

/** Reports and finishes one matter. */
async function walk(code: string): Promise<void> {
  const { id } = await street.stranger.do(matter.report, { code, words: '楼道灯不亮', kind: '0205' })
  const xiaolan = street.as('zhouxiaolan')
  await xiaolan.do(matter.take, { id })
  const proof = await street.photo()
  await xiaolan.do(
    matter.finish,
    { id, result: 'solved', done: '换了灯泡', photos: proof.ids },
    { uploads: proof.uploads },
  )
}

const rowOf = async (id: string) =>
  (await street.owner.query<JournalRow & { hash: Buffer; xid: string }>('select * from journal where id = $1', [id]))
    .rows[0]!

/** What a careful forger does after a change: the row's own hash fits again. */
const rehash = async (id: string) =>
  street.owner.query('update journal set hash = $2 where id = $1', [id, leafHash(await rowOf(id))])

const allSeals = async () => (await street.owner.query<Seal>('select * from seal order by no')).rows

/**
 * A transaction of another test on the same server keeps the newest rows out of a seal until it is over: waited for, so
 * that every hundred commands lie under a seal of their own.
 */
async function settled(): Promise<void> {
  for (;;) {
    const { rows } = await street.owner.query<{ over: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > (select max(xid) from journal) as over',
    )
    if (rows[0]!.over) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

beforeAll(async () => {
  street = await openStreet()
  sealed = await beginJournal(street)
  const code = await street.codeOf('清荷苑3号楼2单元')
  for (let at = 0; at < COMMANDS; at += 100) {
    await walk(code)
    await commands(sealed, 100)
    await settled()
    await sealAll(sealed)
  }
  await street.owner.query('create table kept_journal as table journal; create table kept_seal as table seal')
  cpSync(sealed.file, `${sealed.file}.kept`)
  const first = `select id from journal where operation = 'matter.finish' order by id limit 1`
  finished = (await street.owner.query<{ id: string }>(first)).rows[0]!.id
})
afterAll(() => street.close())
beforeEach(async () => {
  await street.owner.query(
    'truncate journal, seal; insert into journal select * from kept_journal; insert into seal select * from kept_seal',
  )
  cpSync(`${sealed.file}.kept`, sealed.file)
})

test('300 commands, sealed in several batches, are whole', async () => {
  const verdict = await verify(sealed)
  expect(verdict).toMatchObject({ unsealed: 0, faults: [] })
  expect(verdict.rows).toBeGreaterThanOrEqual(COMMANDS)
  expect(verdict.seals).toBeGreaterThanOrEqual(3)
})

/** For each column of the journal what a forger would write there. */
const CHANGES: Readonly<Record<string, string>> = {
  tenant_id: `(select id from tenant where code = '990201')`,
  id: `'01980000-0000-7000-8000-00000000c0de'`,
  era: 'era + 1',
  xid: '(select to_xid from seal order by no limit 1)',
  at: `at + interval '1 second'`,
  actor_kind: `'machine'`,
  actor_id: 'gen_random_uuid()',
  operation: `'matter.verify'`,
  subject_kind: `'area'`,
  subject_id: 'gen_random_uuid()',
  subject_version: 'subject_version + 1',
  area_pos: 'area_pos + 1',
  from_state: `'reported'`,
  to_state: 'null',
  input: `jsonb_set(input, '{result}', '"cannot"')`,
  hash: `sha256('another')`,
  token_id: 'gen_random_uuid()',
}

test('every column of the journal is tried below', async () => {
  const { rows } = await street.owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'journal' order by 1`,
  )
  expect(Object.keys(CHANGES).sort()).toEqual(rows.map((row) => row.name))
})

test.each(Object.entries(CHANGES))(
  'a changed %s names its row, also when its hash is reckoned anew',
  async (column, value) => {
    const changed = await street.owner.query<{ id: string }>(
      `update journal set ${column} = ${value} where id = $1 returning id`,
      [finished],
    )
    expect(isNamed((await verify(sealed)).faults, finished)).toBe(true)
    if (column === 'hash') return
    await rehash(changed.rows[0]!.id)
    expect(isNamed((await verify(sealed)).faults, finished)).toBe(true)
  },
)

test('one letter of one input is found', async () => {
  const { done } = (await rowOf(finished)).input as { done: string }
  await street.owner.query(`update journal set input = jsonb_set(input, '{done}', $2) where id = $1`, [
    finished,
    JSON.stringify(`${done.slice(0, -1)}z`),
  ])
  await rehash(finished)
  expect((await verify(sealed)).faults).toEqual([{ what: 'changed', seal: 1, row: finished }])
})

test('a deleted row is named', async () => {
  await street.owner.query('delete from journal where id = $1', [finished])
  expect((await verify(sealed)).faults).toEqual([{ what: 'missing', seal: 1, row: finished }])
})

test('two rows that swapped their contents are both named', async () => {
  const last = `select id from journal where operation <> 'matter.finish' order by id desc limit 1`
  const other = (await street.owner.query<{ id: string }>(last)).rows[0]!.id
  const columns = Object.keys(CHANGES).filter((name) => name !== 'id' && name !== 'xid')
  await street.owner.query(
    `update journal a set (${columns.join(', ')}) = (select ${columns.map((name) => `b.${name}`).join(', ')} from journal b
       where b.id = case a.id when $1::uuid then $2::uuid else $1::uuid end) where a.id in ($1, $2)`,
    [finished, other],
  )
  for (const id of [finished, other]) await rehash(id)
  const { faults } = await verify(sealed)
  expect([finished, other].map((id) => isNamed(faults, id))).toEqual([true, true])
})

test('an inserted row is named, however well it is made', async () => {
  const id = newId()
  const columns = Object.keys(CHANGES).filter((name) => name !== 'id')
  await street.owner.query(
    `insert into journal (id, ${columns.join(', ')}) select $2, ${columns.join(', ')} from journal where id = $1`,
    [finished, id],
  )
  await rehash(id)
  expect((await verify(sealed)).faults).toEqual([{ what: 'added', seal: 1, row: id }])
})

test('a tail cut off, rows and seal together, is named by the file', async () => {
  const last = (await allSeals()).at(-1)!
  await street.owner.query('delete from journal where xid >= $1::xid8', [last.from_xid])
  await street.owner.query('delete from seal where no = $1', [last.no])
  expect((await verify(sealed)).faults).toEqual([{ what: 'seal missing', seal: last.no }])
})

test('the whole chain rebuilt in the database, with our own key, is named by the file', async () => {
  await street.owner.query('delete from journal where id = $1', [finished])
  const seals = await allSeals()
  let before: Buffer = NO_ROOT
  for (const seal of seals) {
    const { rows } = await street.owner.query<{ id: string; hash: Buffer }>(
      'select id, hash from journal where xid >= $1::xid8 and xid < $2::xid8 order by xid, id',
      [seal.from_xid, seal.to_xid],
    )
    const leaves = Buffer.concat(rows.flatMap((row) => [uuidBytes(row.id), row.hash]))
    const root = sealRoot(before, leaves)
    const mac = sealMac(street.house.keys, { ...seal, root_before: before, root })
    await street.owner.query('update seal set leaves = $2, root_before = $3, root = $4, mac = $5 where no = $1', [
      seal.no,
      leaves,
      before,
      root,
      mac,
    ])
    before = root
  }
  const { faults } = await verify(sealed)
  expect(faults).toContainEqual({ what: 'missing', seal: 1, row: finished })
  const changed = faults.filter((fault) => fault.what === 'seal changed')
  expect(changed.map((fault) => fault.seal)).toEqual(seals.map((seal) => seal.no))
  // Bite: inside the database nothing is left to see; without the file only its absence is noticed.
  rmSync(sealed.file)
  expect(new Set((await verify(sealed)).faults.map((fault) => fault.what))).toEqual(new Set(['seal not in file']))
})

const SEAL_CHANGES: Readonly<Record<string, string>> = {
  era: 'era + 1',
  from_xid: '(from_xid::text::bigint + 1)::text::xid8',
  to_xid: '(to_xid::text::bigint + 1)::text::xid8',
  leaves: `substr(leaves, 1, length(leaves) - ${LEAF_BYTES})`,
  root_before: `sha256('a')`,
  root: `sha256('b')`,
  mac: `sha256('c')`,
  at: `at + interval '1 hour'`,
}

test.each(Object.entries(SEAL_CHANGES))('a seal with another %s is named', async (column, value) => {
  await street.owner.query(`update seal set ${column} = ${value} where no = 2`)
  expect((await verify(sealed)).faults).toContainEqual({ what: 'seal changed', seal: 2 })
})

test('a seal taken out of the middle is named, and so is a changed line of the file', async () => {
  await street.owner.query('delete from seal where no = 2')
  expect((await verify(sealed)).faults).toContainEqual({ what: 'seal missing', seal: 2 })
  await street.owner.query('insert into seal select * from kept_seal where no = 2')
  const lines = readFileSync(sealed.file, 'utf8').split('\n')
  const line = JSON.parse(lines[1]!) as { leaves: string }
  const leaves = Buffer.from(line.leaves, 'base64')
  leaves[20] = leaves[20]! ^ 1
  const forged = lines.with(1, JSON.stringify({ ...line, leaves: leaves.toString('base64') }))
  writeFileSync(sealed.file, forged.join('\n'))
  expect((await verify(sealed)).faults).toContainEqual({ what: 'seal changed', seal: 2 })
})

test('bite: with one column left out of the hash, a change of it goes unseen', async () => {
  const weak = await mutatedKernel('journal.ts', '      row.from_state,\n', '')
  try {
    const { rows } = await street.owner.query<JournalRow>('select * from journal')
    const hashes = rows.map((row) => weak.leafHash(row))
    await street.owner.query(
      'update journal j set hash = x.hash from unnest($1::uuid[], $2::bytea[]) x (id, hash) where j.id = x.id',
      [rows.map((row) => row.id), hashes],
    )
    await street.owner.query('delete from seal')
    const anew = { ...sealed, file: `${sealed.file}.weak` }
    expect(await sealAll(anew, weak)).toMatchObject({ unsealed: 0, faults: [] })
    await street.owner.query(`update journal set from_state = 'reported' where id = $1`, [finished])
    expect((await verify(anew, weak)).faults).toEqual([])
    await street.owner.query(`update journal set to_state = 'reported' where id = $1`, [finished])
    expect(isNamed((await verify(anew, weak)).faults, finished)).toBe(true)
  } finally {
    weak.remove()
  }
})
