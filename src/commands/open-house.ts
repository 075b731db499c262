// Opens everything the door needs, in order: database, schema, the server's own login, keys, files, jobs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading, Step } from '#kernel/clock.ts'
import { stepLine, writeStep } from '#kernel/clock-step.ts'
import { type Config, type DatabaseFacts, productionFaults } from '#kernel/config.ts'
import type { Keys } from '#kernel/crypto.ts'
import { type Database, openDatabase } from '#kernel/database.ts'
import { beginCount, followClock, readClocks } from '#kernel/database-clock.ts'
import { openDirectory } from '#kernel/directory.ts'
import type { House } from '#kernel/door.ts'
import { startEmbedded } from '#kernel/embedded/embedded.ts'
import { openEndedList } from '#kernel/ending/ended-list.ts'
import { beginListAnew, type Endings, purposesOf, replayEnded } from '#kernel/ending/endings.ts'
import { openMonthKeys, withMonths } from '#kernel/ending/month-keys.ts'
import { openFiles } from '#kernel/files/files.ts'
import { openSpool } from '#kernel/files/spool.ts'
import { type Gate, openGate } from '#kernel/guard/gate.ts'
import { type Live, openLive } from '#kernel/http/live.ts'
import { newSecret } from '#kernel/ids.ts'
import { openJobs, prepareJobs, type RunningJobs } from '#kernel/jobs.ts'
import { adoptSealFile } from '#kernel/journal/seal-file.ts'
import { keysFor } from '#kernel/key-check.ts'
import type { FileKeys } from '#kernel/keys/keys.ts'
import { openNumbers } from '#kernel/numbers.ts'
import { openDocuments } from '#kernel/paper/documents.ts'
import { type Applied, grantApp, migrate, migrations, schemaFault } from '#kernel/schema/migrate.ts'
import { gatherStatistics } from '#kernel/schema/statistics.ts'
import { followTestClock } from '#kernel/test-clock.ts'
import { commandLog, type Log as Lines } from '#kernel/watch/log.ts'
import { openWatch, type Watch } from '#kernel/watch/watch.ts'
import { endings, forgetChanged, hearers, operations, reactions } from '#modules/index.ts'

export type Opened = {
  readonly config: Config
  readonly house: House
  readonly db: Database
  readonly live: Live
  readonly gate: Gate
  readonly jobs: RunningJobs
  readonly watch: Watch
  /** Throws when the schema is no longer the one that this was written for: another process has migrated further. */
  fits(): Promise<void>
  /** After many rows came at once: lets the planner know. Without the owner's login PostgreSQL does so within minutes. */
  counted(): Promise<void>
  close(): Promise<void>
}

export const QUEUES = ['calendar.announced', 'files.sweep'] as const

type Log = (line: string) => void

/** The server's login: given, or made beside the owner's with a password kept in the secrets folder. */
function appLogin(config: Config, ownerUrl: string): { url: string; role: string; password?: string } {
  if (config.appUrl) return { url: config.appUrl, role: new URL(config.appUrl).username }
  const owner = new URL(ownerUrl)
  const role = `${decodeURIComponent(owner.pathname.slice(1)) || 'linli'}_app`
  const file = path.join(config.dataDir, 'keys', `login-${role}`)
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, newSecret(), { mode: 0o600 })
  }
  const password = readFileSync(file, 'utf8').trim()
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return { url: url.href, role, password }
}

/** Brings the schema up to date as its owner and gives the server's login its rights. Returns that login's address. */
export async function prepareDatabase(config: Config, ownerUrl: string, log: Log): Promise<string> {
  await migrate(ownerUrl, log)
  await prepareJobs(ownerUrl, QUEUES)
  const login = appLogin(config, ownerUrl)
  await grantApp(ownerUrl, login.role, login.password)
  return login.url
}

/** Tests are refused by the hundred, and none of them is to wait. */
const refusalOf = ({ env }: Config) => ({ refusalMs: env === 'test' ? 0 : undefined })

async function factsOf(db: Database): Promise<DatabaseFacts> {
  const { rows } = await db.pool.query<DatabaseFacts>(`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit, current_setting('server_encoding') as encoding,
      r.rolsuper as superuser, r.rolbypassrls as bypassrls,
      not r.rolsuper and exists (select 1 from pg_class c where c.relname = 'journal' and pg_has_role(r.oid, c.relowner, 'member')) as owns,
      (select count(*)::int from tenant where demo) as demo_accounts
    from pg_roles r where r.rolname = current_user`)
  return rows[0]!
}

/** A server that cannot migrate by itself must find exactly the schema it was written for. */
async function refuseOtherSchema(db: Database, known = migrations()): Promise<void> {
  const { rows } = await db.pool.query<Applied>('select name, hash from migration order by name')
  const fault = schemaFault(rows, known)
  if (fault) throw new Error(fault)
  const missing = known.filter((one) => !rows.some((row) => row.name === one.name)).map((one) => one.name)
  if (missing.length)
    throw new Error(
      `数据库还没有升级：缺 ${missing.join(', ')}。请先用属主账号运行 bin/linli migrate。\n` +
        `the database lacks ${missing.join(', ')}: run bin/linli migrate with the owner’s DATABASE_URL first.`,
    )
}

/** Refuses what must not be in production, each setting by its name (decided 3, reliability R9). */
async function refuseFaults(config: Config, db: Database): Promise<void> {
  const facts = await factsOf(db)
  if (config.env !== 'production') return
  const faults = productionFaults(config, facts)
  if (faults.length)
    throw new Error(`LINLI_ENV=production refuses to start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
}

/** How often this database was restored. */
async function eraOf(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ no: number }>('select max(no) as no from era')
  return rows[0]!.no
}

/** What ends in this house, with the list and the keys by month in `folder`. */
export const endingsIn = (folder: string, keys: Keys): Endings => ({
  all: endings,
  months: openMonthKeys(path.join(folder, 'months')),
  list: openEndedList(folder, keys),
})

/** The keys of a database that has passed every check, months' keys among them. They follow their file until they are stopped. */
async function keysOnSound(db: Database, config: Config): Promise<{ fileKeys: FileKeys; keys: Keys; ending: Endings }> {
  await refuseOtherSchema(db)
  await refuseFaults(config, db)
  const fileKeys = await keysFor(db, config.keyFile, config.crypto)
  // A test system's seals carry the time it was moved to.
  await beginCount(db, config.env !== 'test')
  fileKeys.follow()
  const ending = endingsIn(config.endingDir, fileKeys.keys)
  return { fileKeys, ending, keys: withMonths(fileKeys.keys, ending.months, purposesOf(endings)) }
}

/** Before anything is served: what has ended since this database's backup does not come back. */
async function endAgain(opened: Opened, log: Log, listLost: boolean): Promise<Opened> {
  const { db, config } = opened
  if (listLost) await beginListAnew(db, config.endingDir)
  const again = await replayEnded(opened.house).catch(async (error) => {
    await opened.close()
    throw error
  })
  if (again > 0) log(`恢复前已按期销毁的 ${again} 条又销毁了一次 · ${again} rows that had ended have ended again`)
  return opened
}

/** `log`: the few lines of the start. `lines`: what happens while it is open. `listLost`: the list of what has ended begins anew. */
export async function openHouse(
  config: Config,
  log: Log,
  lines: Lines = commandLog(),
  listLost = false,
): Promise<Opened> {
  const embedded = config.ownerUrl || config.appUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log })
  const ownerUrl = config.ownerUrl ?? embedded?.url
  const appUrl = ownerUrl ? await prepareDatabase(config, ownerUrl, log) : config.appUrl!
  const [db, known] = [openDatabase(appUrl), migrations()]
  const { fileKeys, keys, ending } = await keysOnSound(db, config).catch(async (error) => {
    await db.close()
    await embedded?.stop()
    throw error
  })
  // Leasing a number happens inside a command, which already holds a connection: from the same pool they would wait for each other.
  const leases = openDatabase(appUrl, 2)
  const era = await eraOf(db)
  await adoptSealFile(config.sealFile, era)
  const live = openLive(db, era)
  live.hear(forgetChanged)
  const testClock = config.env === 'test' && config.port ? followTestClock(db) : undefined
  const jobs = openJobs(appUrl)
  const watch = openWatch(config, db, lines, embedded?.dir)
  const tellStep = async (step: Step, reading: Reading) => {
    await writeStep(house, step, reading)
    lines.said(stepLine(step))
  }
  const following = followClock(() => readClocks(db), tellStep)
  const [files, documents, spool] = [
    openFiles(config.filesDir, keys),
    openDocuments(),
    openSpool(config.spoolDir, keys),
  ]
  const house: House = {
    ...{ db, keys, files, spool, documents },
    directory: openDirectory(db, keys),
    numbers: openNumbers(leases),
    jobs,
    ...{ endings: ending, operations: [...operations.values()], reactions, hearers },
    settings: { env: config.env, demoTotp: config.demoTotp },
    era,
    watch,
    url: config.url,
    lookAtClock: following.look,
    committed: () => live.nudge(),
  }
  const opened: Opened = {
    config,
    house,
    db,
    live,
    gate: openGate(house, { ...config, ...refusalOf(config), databaseDir: embedded?.dir }),
    jobs,
    watch,
    fits: () => refuseOtherSchema(db, known),
    counted: async () => (ownerUrl ? gatherStatistics(ownerUrl) : undefined),
    async close() {
      watch.stop()
      fileKeys.stop()
      testClock?.stop()
      await following.stop()
      await live.stop()
      await jobs.stop()
      files.stop()
      documents.stop()
      await leases.close()
      await db.close()
      await embedded?.stop()
    },
  }
  return endAgain(opened, log, listLost)
}
