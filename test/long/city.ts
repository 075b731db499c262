// Long form of step 4: a city of 2.7 million rows is searched, listed, painted, changed, undone, backed up and restored.
// node test/long/city.ts --data DIR --files DIR   DIR made by `bin/linli import city`; the files it was made of, for the undo
//   --only times,changes,undo,backup   --matters N   --passes N --seconds N   of one sample   --undo N   rows of the batch
// Without --data a city is generated (--rows N) and imported first. The last figures stand in results/city.json.
// A given folder is changed: people to sign in as, matters, and what the changes leave. Give a copy.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { clock, localDay } from '#kernel/clock.ts'
import { type Embedded, eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { configFor, environmentOf } from '../../bench/ground.ts'
import { memoryOf } from '../../bench/machine.ts'
import { startBare, startLinli } from '../../bench/measures/starts.ts'
import { runProcess } from '../../bench/processes.ts'
import { changed } from './city/changes.ts'
import { type City, openCity } from './city/ground.ts'
import { BARE_MS, CLIENTS, compared, type Servers, timed } from './city/measure.ts'
import { peopleTheCity } from './city/people.ts'
import { bareList, lists, numbers, portraits, searches } from './city/questions.ts'
import { undone } from './city/undo.ts'
import { restoredElsewhere, rowsOf, sizeOf, standing } from './drill.ts'
import { run, say } from './ran.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({
  options: {
    data: { type: 'string' },
    files: { type: 'string' },
    rows: { type: 'string', default: '2675933' },
    matters: { type: 'string', default: '40000' },
    passes: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    undo: { type: 'string', default: '500000' },
    only: { type: 'string', default: 'times,changes,undo,backup' },
  },
})
const wants = (what: string) => given.only.split(',').includes(what)
const room = mkdtempSync(path.join(os.tmpdir(), 'linli-long-city-'))
const PORTRAIT_MS: Readonly<Record<string, number>> = { 'the whole city': 300, 'a grid': 50 }

async function laid(): Promise<{ dataDir: string; files: string | undefined }> {
  if (given.data) return { dataDir: given.data, files: given.files }
  const [dataDir, files] = [path.join(room, 'city'), path.join(room, 'files')]
  mkdirSync(dataDir)
  const env = { PATH: process.env.PATH ?? '', LINLI_DATA: dataDir }
  say(`generating ${given.rows} rows`)
  await runProcess(['src/main.ts', 'demo', 'city', '--rows', given.rows, '--seed', '7', '--out', files], env)
  await runProcess(['src/main.ts', 'migrate'], env)
  await runProcess(['src/main.ts', 'tenant', 'add', '990301', '安川区', 'Anchuan'], env)
  say('importing them')
  await runProcess(['src/main.ts', 'import', 'city', files], env)
  return { dataDir, files }
}

/** Until every grid is counted: after a whole city has come in that takes minutes. */
async function portraitsCounted(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const since = performance.now()
  const open = `select count(*)::int as n from area left join grid_portrait kept on kept.tenant_id = area.tenant_id and kept.grid_id = area.id
    where area.level = 'grid' and area.valid_to is null and kept.changes is distinct from kept.counted`
  while ((await client.query<{ n: number }>(open)).rows[0]!.n > 0) await pause(1_000)
  await client.end()
  return Math.round((performance.now() - since) / 1_000)
}

async function times(servers: Servers, city: City, options: Parameters<typeof timed>[2]) {
  // What is kept in memory is read when it is asked for the first time; a working day has that behind it.
  await timed(servers, searches(city), { ...options, passes: 1, warmMs: 0, forMs: 1_500, log: () => {} })
  const found = {
    searches: await timed(servers, searches(city), options, () => 150),
    numbers: await timed(servers, numbers(city), options, () => 150),
    lists: await timed(servers, lists(city), options, (name) => (name.startsWith('matters') ? undefined : 50)),
    portraits: await timed(servers, portraits(city), { ...options, connections: 1 }, (name) => PORTRAIT_MS[name]),
  }
  const ratio = (one: string, other: string) => compared(servers, lists(city), one, other, options)
  const worker = {
    people: await ratio('people of a grid, by its worker', 'people of a grid, by the duty desk'),
    matters: await ratio('matters, by a grid worker', 'matters, by the duty desk'),
  }
  const missed = Object.values(found).flatMap((group) =>
    Object.entries(group).flatMap(([name, { held }]) => (held === false ? [name] : [])),
  )
  return {
    ...found,
    workerOverDesk: worker,
    missed,
    held: missed.length === 0 && Object.values(worker).every((one) => one <= 1.15),
  }
}

async function underWay(dataDir: string, files: string | undefined) {
  const config = configFor(dataDir)
  const linli = await startLinli(config)
  let embedded: Embedded | undefined
  let stopBare = async () => {}
  try {
    embedded = await startEmbedded({ dataDir, log: () => {} })
    const { url } = embedded
    say('counting portraits')
    const portraitsSeconds = await portraitsCounted(url)
    const city = await openCity(config, url)
    const bare = await startBare(config, url)
    stopBare = () => bare.stop()
    const servers = { linli, bare, bareAsk: bareList(city) }
    const ours = { single: [linli.pid, bare.pid], postmaster: embedded.pid }
    const sample = { warmMs: 1_000, forMs: Number(given.seconds) * 1_000 }
    const options = { passes: Number(given.passes), ...sample, ours, log: say }
    const idleMb = Math.round(memoryOf(linli.pid))
    const found = {
      portraitsSeconds,
      ...(wants('times') ? { times: await times(servers, city, options) } : {}),
      ...(wants('changes')
        ? {
            changes: await changed(
              { port: config.port, url, env: environmentOf(config), city, day: localDay(clock.now()) },
              20,
            ),
          }
        : {}),
      ...(wants('undo') && files ? { undo: await undone({ config, url, city, files, room }, Number(given.undo)) } : {}),
    }
    say(JSON.stringify({ ...found, times: undefined }))
    const most = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${linli.pid}/status`, 'utf8'))?.[1]
    return { ...found, memoryMb: { idle: idleMb, most: Math.round(Number(most) / 1024) } }
  } finally {
    await stopBare()
    await linli.stop()
    await embedded?.stop()
  }
}

async function backedUp(dataDir: string) {
  const backup = path.join(room, 'backup')
  const before = await standing(dataDir)
  const taken = await run(dataDir, 'backup', backup)
  const { other, restored, startSeconds, differ, journal } = await restoredElsewhere(room, dataDir, backup, before)
  await eraseEmbedded(other)
  return {
    ...{ rows: rowsOf(backup), backupMb: Math.round(sizeOf(backup) / 1e6) },
    ...{ backupSeconds: taken.seconds, backupMostMb: taken.mostMb },
    ...{ restoreSeconds: restored.seconds, restoreMostMb: restored.mostMb, firstPageSeconds: startSeconds },
    ...{ tablesThatDiffer: differ, journal },
    held: taken.code === 0 && restored.code === 0 && differ.length === 0 && journal.includes('whole'),
  }
}

const { dataDir, files } = await laid()
try {
  await peopleTheCity(dataDir, Number(given.matters), say)
  const found = {
    machine: `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB`,
    ...{ clients: CLIENTS, bareMs: BARE_MS },
    ...(await underWay(dataDir, files)),
    ...(wants('backup') ? { backup: await backedUp(dataDir) } : {}),
  }
  const parts = Object.values(found).filter((one) => typeof one === 'object' && 'held' in one)
  keep(
    'city',
    'trial',
    parts.every((one) => (one as { held: boolean }).held),
    found,
  )
} finally {
  if (!given.data) await eraseEmbedded(dataDir)
  rmSync(room, { recursive: true, force: true })
}
