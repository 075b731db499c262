// Long form of the import: a whole city by one command while a desk goes on working, held against the counts that its
// generator says, and against COPY of the same final columns into the same indexed tables of the same database.
// node test/long/import.ts [--rows 2675933] [--seed 7]
// The last figures stand in results/import.json. Seconds run from the first file's arrival to the last one's publishing:
// reading, checking, hashing, sealing, statistics and publishing are in them.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { withOwner } from '../kill/owner.ts'
import { listsDuring } from './import/lists.ts'
import { type RawCopy, rawCopy } from './import/raw-copy.ts'
import { onOwnServer } from './own-server.ts'
import { mostMbOf, type Ran, run, say } from './ran.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({
  options: { rows: { type: 'string', default: '2675933' }, seed: { type: 'string', default: '7' } },
})
const IDLE_MS = 30_000
/** Of raw COPY, of an idle desk's p95, of memory (issue of this step). */
const LEAST = 0.4
const SLOWEST = 2
const MOST_MB = 600
/** The desk of the demonstration's first street, in another district of the same server. */
const DESK = 'anxiaoya'

type Expected = { classes: Record<string, { rows: number; good: number; repeats: number }> }
type Count = { class: string; state: string; read: number; good: number; bad: number; repeats: number }
type Came = { readonly counts: Count[]; readonly seconds: number; readonly raw: RawCopy }

const SECONDS = `select extract(epoch from max(published_at) - min(made_at))::float8 as seconds from register_batch where tenant_id = $1`
const COUNTS = `select b.class, b.state, sum(c.read_rows)::int as read, sum(c.good_rows)::int as good, sum(c.bad_rows)::int as bad,
    sum(c.repeat_rows)::int as repeats
  from register_batch b join import_chunk c on c.tenant_id = b.tenant_id and c.batch_id = b.id and c.pass = 'load'
  where b.tenant_id = $1 group by b.class, b.state order by b.class`

/** What came in, and what PostgreSQL alone takes for it. */
const cameIn = (dataDir: string, room: string): Promise<Came> =>
  withOwner(dataDir, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(`select id from tenant where code = '990301'`)
    const counts = (await owner.query<Count>(COUNTS, [rows[0]!.id])).rows
    const seconds = (await owner.query<{ seconds: number }>(SECONDS, [rows[0]!.id])).rows[0]!.seconds
    mkdirSync(room)
    // The database may run as somebody else; a umask is not asked.
    chmodSync(room, 0o777)
    chmodSync(path.dirname(room), 0o711)
    return { counts, seconds, raw: await rawCopy(owner, room) }
  })

function differing(expected: Expected, counts: readonly Count[]): string[] {
  return Object.entries(expected.classes).flatMap(([code, want]) => {
    const got = counts.find((one) => one.class === code)
    const right =
      got?.state === 'published' &&
      got.read === want.rows &&
      got.good === want.good &&
      got.repeats === want.repeats &&
      got.read === got.good + got.bad + got.repeats
    return right ? [] : [`${code} ${JSON.stringify(got)}`]
  })
}

const room = mkdtempSync(path.join(tmpdir(), 'linli-long-import-'))
const city = path.join(room, 'city')
try {
  const written = await run(room, 'demo', 'city', '--rows', given.rows, '--seed', given.seed, '--out', city)
  say(`written in ${written.seconds} s`)
  const expected = JSON.parse(readFileSync(path.join(city, 'expected.json'), 'utf8')) as Expected
  await onOwnServer({ demo: true }, async ({ server, url, dataDir }) => {
    const idle = await listsDuring(url, DESK, pause(IDLE_MS))
    let ran: Ran | undefined
    const beside = await listsDuring(
      url,
      DESK,
      run(dataDir, 'import', 'city', city).then((one) => (ran = one)),
    )
    const serverMb = mostMbOf(server.pid())
    say(ran!.said.split('\n').slice(-12).join('\n'))
    const { counts, seconds, raw } = await cameIn(dataDir, path.join(room, 'raw'))
    const read = counts.reduce((sum, one) => sum + one.read, 0)
    const ratio = raw.seconds / seconds
    const differ = differing(expected, counts)
    const asExpected =
      ran!.code === 0 &&
      differ.length === 0 &&
      ratio >= LEAST &&
      beside.p95 <= SLOWEST * idle.p95 &&
      beside.failed === 0 &&
      Math.max(serverMb, ran!.mostMb) < MOST_MB &&
      ran!.said.includes('every count is right')
    keep('import', 'trial', asExpected, {
      rowsRead: read,
      accepted: Object.fromEntries(counts.map((one) => [one.class, one.good])),
      rejected: counts.reduce((sum, one) => sum + one.bad, 0),
      repeats: counts.reduce((sum, one) => sum + one.repeats, 0),
      differ,
      seconds: Math.round(seconds),
      rowsPerSecond: Math.round(read / seconds),
      rawCopy: { rows: raw.rows, seconds: Math.round(raw.seconds * 10) / 10, mb: Math.round(raw.bytes / 1e6) },
      shareOfRawCopy: Math.round(ratio * 1_000) / 1_000,
      listIdle: idle,
      listBeside: beside,
      listTimes: Math.round((beside.p95 / idle.p95) * 100) / 100,
      commandMostMb: ran!.mostMb,
      serverMostMb: serverMb,
    })
  })
} finally {
  rmSync(room, { recursive: true, force: true })
}
