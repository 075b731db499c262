// Long form of R6: every migration since the first story killed at random points, on a copy with 200,000 matters.
// node test/long/upgrade.ts [--points N] [--matters N]    every eighth kill takes the database instead of the process
// After each kill schema and rows are those of a whole step; the next start completes, and rows are as if nothing had been.
// The last figures stand in results/upgrade.json.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { migrate, migrations } from '#kernel/schema/migrate.ts'
import { migrateTo, migrating, type Standing, standingOf, withClient } from '../upgrade/migrating.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({
  options: { points: { type: 'string', default: '40' }, matters: { type: 'string', default: '200000' } },
})
const FIRST = 7
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Rows as the schema of the first story has them: matters, their clocks, files and journal. */
const rowsOf = (count: number) => `
  insert into tenant (id, code, name, name_en, made_at) values (gen_random_uuid(), '990401', '试验区', 'Trial', '2026-01-01');
  insert into matter_kind (tenant_id, code, family, zh, en, public, limit_minutes, counting, proof, changed_at)
    select id, 'light', '公共设施', '路灯', 'Lamp', false, 2880, 'work', 'none', made_at from tenant;
  insert into matter (tenant_id, id, no, state, kind, way, words, title, area_id, area_pos, address, reported_at, changed_at)
    select t.id, gen_random_uuid(), 'LL-2026-' || n, case when n % 50 = 0 then 'handling' else 'closed' end, 'light', 'scan',
      '楼道灯不亮 ' || md5(n::text), '楼道灯', gen_random_uuid(), n, '清荷苑', t.made_at + n * interval '1 minute', t.made_at
    from tenant t, generate_series(1, ${count}) n;
  insert into matter_clock (tenant_id, id, matter_id, area_pos, round, kind, counting, limit_minutes, basis, started_at, warn_at, due_at, provisional)
    select tenant_id, gen_random_uuid(), id, area_pos, 1, 'take', 'duty', 30, '', reported_at, reported_at, reported_at, false from matter;
  insert into file (tenant_id, id, subject_id, area_pos, purpose, mime, bytes, width, height, sha256, made_by, made_at)
    select tenant_id, gen_random_uuid(), id, area_pos, 'reported', 'image/jpeg', 1, 1, 1, '\\\\x00', id, reported_at from matter where area_pos % 4 = 0;
  insert into journal (tenant_id, id, era, at, actor_kind, actor_id, operation, subject_kind, subject_id, input, hash)
    select tenant_id, gen_random_uuid(), 1, reported_at, 'anonymous', id, 'matter.report', 'matter', id, '{}', sha256(no::bytea) from matter;`

const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-long-upgrade-'))
const embedded = await startEmbedded({ dataDir, log: () => {} })
const urlOf = (name: string) => {
  const url = new URL(embedded.superUrl)
  url.pathname = `/${name}`
  return url.href
}

/** The database may be starting again after a kill. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries > 200 || (error as { code?: string }).code === '42P04') throw error
      await pause(100)
    }
  }
}

const admin = (text: string) => patiently(() => withClient(embedded.superUrl, (client) => client.query(text)))

/** Nobody else is connected any more: what a killed process had begun is rolled back. */
const settled = (url: string) =>
  patiently(() =>
    withClient(url, async (client: pg.Client) => {
      for (;;) {
        const { rowCount } = await client.query(
          `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename is not null`,
        )
        if (!rowCount) return
        await pause(10)
      }
    }),
  )

const steps = new Map<number, Standing>()
const stepName = (count: number) => `step_${count}`

async function laySteps(count: number): Promise<Map<number, number>> {
  const took = new Map<number, number>()
  await admin(`create database ${stepName(FIRST)} template template0 encoding 'UTF8'`)
  await migrateTo(urlOf(stepName(FIRST)), FIRST)
  await withClient(urlOf(stepName(FIRST)), (client) => client.query(rowsOf(count)))
  for (let step = FIRST; step <= migrations().length; step++) {
    const url = urlOf(stepName(step))
    if (step > FIRST) {
      await admin(`create database ${stepName(step)} template ${stepName(step - 1)}`)
      const file = migrations()[step - 1]!
      const since = performance.now()
      await withClient(url, async (client) => {
        await client.query('begin')
        await client.query(file.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [file.name, file.hash])
        await client.query('commit')
      })
      took.set(step, performance.now() - since)
    }
    steps.set(step, await standingOf(url))
    say(`${migrations()[step - 1]!.name}: ${Math.round(took.get(step) ?? 0)} ms`)
  }
  return took
}

/** 0019 makes these with ids of its own, so of two ways there they are as many and not the same. */
const MADE = ['open311_question']
const comparable = (rows: Standing['rows']) =>
  JSON.stringify(Object.entries(rows).map(([table, said]) => [table, MADE.includes(table) ? said.split(' ')[0] : said]))

type Found = { torn: string[]; unfinished: string[]; stoodAt: Record<string, number> }

async function killOnce(step: number, tookMs: number, database: boolean, found: Found): Promise<void> {
  await admin('drop database if exists trial with (force)')
  await admin(`create database trial template ${stepName(step - 1)}`)
  const url = urlOf('trial')
  const name = migrations()[step - 1]!.name
  const after = tookMs * 1.2 * Math.random()
  const process_ = await migrating(url)
  if (database) {
    const running = process_.run().catch(() => undefined)
    await pause(after)
    process.kill(embedded.pid, 'SIGKILL')
    await running
  } else await process_.run(after)
  await settled(url)
  const now = await patiently(() => standingOf(url))
  const whole = steps.get(now.applied)
  if (whole?.schema !== now.schema || comparable(whole.rows) !== comparable(now.rows))
    found.torn.push(`${name} after ${after} ms`)
  const place = now.applied < step ? 'old' : 'new'
  found.stoodAt[place] = (found.stoodAt[place] ?? 0) + 1
  await patiently(() => migrate(url))
  const end = await patiently(() => standingOf(url))
  const wanted = steps.get(migrations().length)!
  if (end.schema !== wanted.schema || comparable(end.rows) !== comparable(wanted.rows)) found.unfinished.push(name)
}

try {
  const took = await laySteps(Number(given.matters))
  const found: Found = { torn: [], unfinished: [], stoodAt: {} }
  const since = performance.now()
  let kills = 0
  for (const [step, ms] of took) {
    for (let point = 0; point < Number(given.points); point++) await killOnce(step, ms, kills++ % 8 === 7, found)
    say(`${migrations()[step - 1]!.name}: ${given.points} kills, torn so far ${found.torn.length}`)
  }
  const asExpected = found.torn.length === 0 && found.unfinished.length === 0 && (found.stoodAt.old ?? 0) > 0
  const figures = {
    matters: Number(given.matters),
    migrations: took.size,
    pointsEach: Number(given.points),
    kills,
    databaseKills: Math.floor(kills / 8),
    foundOld: found.stoodAt.old ?? 0,
    foundNew: found.stoodAt.new ?? 0,
    torn: found.torn,
    unfinished: found.unfinished,
    slowestMs: Math.round(Math.max(...took.values())),
    seconds: Math.round((performance.now() - since) / 1_000),
  }
  keep('upgrade', 'trial', asExpected, figures)
} finally {
  await embedded.stop()
  await eraseEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}
