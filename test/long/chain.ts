// Long form of C1: a million rows of the journal, then 10,000 single changes by the owner of the database, a tail cut off and the chain rebuilt.
// node test/long/chain.ts [--rows=1000000] [--changes=10000]
// Every changed row must be named. The last figures stand in results/chain.json.
import { newId, uuidBytes } from '#kernel/ids.ts'
import { type JournalRow, leafHash } from '#kernel/journal/journal.ts'
import type { Seal } from '#kernel/journal/seal-file.ts'
import { NO_ROOT, sealMac, sealRoot } from '#kernel/journal/sealer.ts'
import { CHANGES } from '../journal/changes.ts'
import { beginJournal, commands, seal, verify } from '../sealing.ts'
import type { Street } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const argument = (name: string, usual: number): number =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual)
const ROWS = argument('rows', 1_000_000)
const CHANGED = argument('changes', 10_000)
const BATCH = 20_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10

/** No column is empty, so that each change of one is a change. */
const FULL = {
  subject_version: 3,
  area_pos: 70_000,
  from_state: 'handling',
  to_state: 'finished',
  input: { result: 'solved' },
}

/** Rows like those of the commands before, each with an id and a hash of its own. */
async function fill({ owner }: Street, count: number): Promise<void> {
  const { rows: like } = await owner.query<JournalRow>('select * from journal order by id limit 200')
  for (let at = 0; at < count; at += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - at) }, (_, n) => {
      const row = {
        ...like[n % like.length]!,
        ...FULL,
        subject_id: newId(),
        id: newId(),
        at: new Date(1_790_000_000_000 + (at + n) * 1_000),
      }
      return { ...row, hash: `\\x${leafHash(row).toString('hex')}` }
    })
    await owner.query(
      `insert into journal select (jsonb_populate_record(null::journal, x || jsonb_build_object('xid', pg_current_xact_id()))).*
         from jsonb_array_elements($1::jsonb) x`,
      [JSON.stringify(made)],
    )
  }
}

/** Changes every so many-th row, each time in the next of the ways there are; the ids that must be named. */
async function tamper({ owner }: Street, count: number): Promise<Map<string, string[]>> {
  const ways = [...Object.keys(CHANGES).filter((column) => column !== 'hash'), 'hash', 'deleted', 'inserted']
  const { rows } = await owner.query<{ id: string }>(
    `select id from (select id, row_number() over (order by id) as n from journal) j where n % (select count(*) / $1 from journal) = 1 limit $1`,
    [count],
  )
  const named = new Map<string, string[]>()
  for (const [n, way] of ways.entries()) {
    const mine = rows.filter((_, at) => at % ways.length === n).map(({ id }) => id)
    if (way === 'deleted') await owner.query('delete from journal where id = any($1)', [mine])
    else if (way === 'inserted') named.set(way, await insertBeside(owner, mine))
    else if (way === 'id') named.set(way, await renumber(owner, mine))
    else await owner.query(`update journal set ${way} = ${CHANGES[way]} where id = any($1)`, [mine])
    if (!named.has(way)) named.set(way, mine)
  }
  return named
}

async function insertBeside(owner: Street['owner'], ids: readonly string[]): Promise<string[]> {
  const columns = Object.keys(CHANGES).filter((name) => name !== 'id')
  const { rows } = await owner.query<{ id: string }>(
    `insert into journal (id, ${columns.join(', ')}) select gen_random_uuid(), ${columns.join(', ')} from journal where id = any($1) returning id`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

async function renumber(owner: Street['owner'], ids: readonly string[]): Promise<string[]> {
  await owner.query('update journal set id = gen_random_uuid() where id = any($1)', [ids])
  return [...ids]
}

/** The chain reckoned anew from the rows that stand there now, with our own key: the work of whoever holds server and database. */
async function rebuild({ owner, house }: Street): Promise<void> {
  const { rows: seals } = await owner.query<Seal>('select * from seal order by no')
  let before: Buffer = NO_ROOT
  for (const one of seals) {
    const { rows } = await owner.query<{ id: string; hash: Buffer }>(
      'select id, hash from journal where era = $1 and xid >= $2::xid8 and xid < $3::xid8 order by xid, id',
      [one.era, one.from_xid, one.to_xid],
    )
    const leaves = Buffer.concat(rows.flatMap((row) => [uuidBytes(row.id), row.hash]))
    const root = sealRoot(before, leaves)
    const mac = sealMac(house.keys, { ...one, root_before: before, root })
    await owner.query('update seal set leaves = $2, root_before = $3, root = $4, mac = $5 where no = $1', [
      one.no,
      leaves,
      before,
      root,
      mac,
    ])
    before = root
  }
}

const long = await longStreet()
const street = await long.open()
const began = performance.now()
const figures: Record<string, unknown> = {}
let asExpected = false
try {
  const sealed = await beginJournal(street)
  await commands(sealed, 200)
  await fill(street, ROWS)
  // What the rows were made after has empty columns.
  await street.owner.query('delete from journal where subject_version is null')
  say(`${ROWS} rows, ${seconds(began)} s`)
  let since = performance.now()
  while ((await seal(sealed)) > 0);
  say(`sealed, ${seconds(since)} s`)
  since = performance.now()
  const whole = await verify(sealed)
  Object.assign(figures, {
    rows: whole.rows,
    seals: whole.seals,
    unsealed: whole.unsealed,
    faultsBefore: whole.faults.length,
    verifySeconds: seconds(since),
  })
  say(`verified, ${seconds(since)} s, ${whole.faults.length} faults`)
  const named = await tamper(street, CHANGED)
  const { faults } = await verify(sealed)
  const rows = new Set(faults.flatMap((fault) => ('row' in fault ? [fault.row] : [])))
  const missed = [...named].flatMap(([way, ids]) => ids.filter((id) => !rows.has(id)).map((id) => `${way} ${id}`))
  const changed = [...named.values()].reduce((sum, ids) => sum + ids.length, 0)
  Object.assign(figures, { ways: named.size, changed, named: changed - missed.length, missed: missed.slice(0, 20) })
  say(`${changed} changes in ${named.size} ways, ${missed.length} missed`)
  await rebuild(street)
  const rebuilt = (await verify(sealed)).faults.filter((fault) => fault.what === 'seal changed').length
  const { rows: tail } = await street.owner.query<Seal>('select * from seal order by no desc limit 1')
  await street.owner.query('delete from journal where xid >= $1::xid8', [tail[0]!.from_xid])
  await street.owner.query('delete from seal where no = $1', [tail[0]!.no])
  const cut = (await verify(sealed)).faults.some((fault) => fault.what === 'seal missing' && fault.seal === tail[0]!.no)
  Object.assign(figures, { sealsOfTheRebuiltChainNamed: rebuilt, cutTailNamed: cut, seconds: seconds(began) })
  asExpected =
    whole.faults.length === 0 &&
    whole.rows >= ROWS &&
    whole.unsealed === 0 &&
    missed.length === 0 &&
    rebuilt === whole.seals &&
    cut
} finally {
  await street.close()
  await long.end()
}
keep('chain', 'trial', asExpected, figures)
