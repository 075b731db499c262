// What the chain of the journal costs (C3): rows with their hash while a sealer reads them, against the same rows unchained.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clock } from '#kernel/clock.ts'
import type { Config } from '#kernel/config.ts'
import { openDatabase } from '#kernel/database.ts'
import { startEmbedded } from '#kernel/embedded/embedded.ts'
import { newId } from '#kernel/ids.ts'
import { canonical, type JournalRow, leafHash } from '#kernel/journal/journal.ts'
import { startSealer } from '#kernel/journal/sealer.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { median } from '../passes.ts'
import { atLeast, type Result, shown } from '../report.ts'

const CLIENTS = 32

/** Where a row goes: `journal`, which the server under test seals every second; a table nobody reads; one with a head row. */
const WAYS = {
  chained: `insert into journal (COLUMNS, hash) values (VALUES)`,
  unchained: `insert into bench_journal (COLUMNS) values (VALUES)`,
  'one head':
    'with head as (update bench_head set hash = $16 returning hash) insert into bench_journal (COLUMNS) values (VALUES)',
} as const
type Way = keyof typeof WAYS

/** As many rows under the same indexes: an empty table would be faster by its size alone. */
const TABLES = `
  drop table if exists bench_journal, bench_head;
  create table bench_journal (like journal including defaults);
  alter table bench_journal drop column hash;
  insert into bench_journal (COPIED) select COPIED from journal;
  alter table bench_journal add primary key (tenant_id, id);
  create index on bench_journal (era, xid);
  create index on bench_journal (tenant_id, subject_id, id);
  create table bench_head (hash bytea not null) with (fillfactor = 10);
  insert into bench_head values ('\\x00')`

/** A step at a desk, as the door writes it. */
const rowOf = (tenant: string, era: number): JournalRow => ({
  tenant_id: tenant,
  id: newId(),
  era,
  at: clock.now(),
  actor_kind: 'staff',
  actor_id: newId(),
  operation: 'matter.note',
  subject_kind: 'matter',
  subject_id: newId(),
  subject_version: 3,
  area_pos: 1_200,
  from_state: 'handling',
  to_state: 'handling',
  input: { id: newId(), text: 'hmac:4f1f6a' },
  token_id: null,
})

function statementOf(way: Way, row: JournalRow): { name: string; text: string; values: unknown[] } {
  const columns = Object.keys(row)
  const hashed = way !== 'unchained'
  const places = [...columns, ...(way === 'chained' ? ['hash'] : [])].map((_, at) => `$${at + 1}`)
  const values = Object.values({ ...row, input: canonical(row.input) })
  return {
    name: way,
    text: WAYS[way].replace('COLUMNS', columns.join(', ')).replace('VALUES', places.join(', ')),
    values: hashed ? [...values, leafHash(row)] : values,
  }
}

/** Rows a second that `CLIENTS` connections of one process write, each its next when the last has been written. */
async function rateOf(pool: pg.Pool, way: Way, tenant: string, era: number, forMs: number): Promise<number> {
  let written = 0
  let over = false
  const loop = async () => {
    while (!over) {
      await pool.query(statementOf(way, rowOf(tenant, era)))
      written++
    }
  }
  const loops = Promise.all(Array.from({ length: CLIENTS }, loop))
  const since = performance.now()
  await pause(forMs)
  over = true
  const rate = (written * 1_000) / (performance.now() - since)
  await loops
  return rate
}

/** With a sealer and nobody else at work. `passes` samples of `forMs` of each way, in turn. */
export async function measureChain(config: Config, passes: number, forMs: number): Promise<Result[]> {
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  const pool = new pg.Pool({ connectionString: embedded.url, max: CLIENTS })
  // Connections are still closing when the database stops.
  pool.on('error', () => {})
  const db = openDatabase(embedded.url, 2)
  try {
    const copied = ['xid', ...Object.keys(rowOf('', 0))].join(', ')
    await pool.query(TABLES.replaceAll('COPIED', copied))
    const { rows } = await pool.query<{ tenant: string; era: number }>(
      'select (select id from tenant limit 1) as tenant, (select max(no) from era) as era',
    )
    const { tenant, era } = rows[0]!
    const sealer = startSealer(db, openKeys(config.keyFile), era, config.sealFile)
    const samples: Record<Way, number>[] = []
    // The first pass warms up.
    for (let pass = 0; pass <= passes; pass++) {
      const rate = {} as Record<Way, number>
      for (const way of ['chained', 'unchained', 'one head'] as const)
        rate[way] = await rateOf(pool, way, tenant, era, forMs)
      if (pass > 0) samples.push(rate)
    }
    await sealer.stop()
    await pool.query('drop table bench_journal, bench_head')
    const of = (way: Way) => median(samples.map((rate) => rate[way] / rate.unchained))
    const perSecond = (way: Way) => `${median(samples.map((rate) => rate[way])).toFixed(0)}/s`
    return [
      atLeast(
        'journal rows, chained',
        of('chained'),
        0.8,
        `of the same rows without hash and seal, ${CLIENTS} connections; ${perSecond('chained')} against ${perSecond('unchained')}`,
      ),
      shown(
        'journal rows, one head row',
        of('one head'),
        `what a chain by one head row keeps; ${perSecond('one head')}`,
      ),
    ]
  } finally {
    await pool.end()
    await db.close()
    await embedded.stop()
  }
}
