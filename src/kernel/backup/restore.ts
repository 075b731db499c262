// Restores a backup: everything is verified before anything is overwritten, and one commit puts the new database in the old one's place.
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Keys } from '../crypto.ts'
import { txOn } from '../database.ts'
import { openJobs, prepareJobs } from '../jobs.ts'
import { adoptSealFile, stagedSealFile } from '../journal/seal-file.ts'
import { type Verdict, verifyWithin } from '../journal/verify.ts'
import { schemaFault } from '../schema/migrate.ts'
import { type Checked, checkBackup } from './check.ts'
import { linesOf } from './lines.ts'
import { type Loading, loadTables } from './load.ts'
import { JOBS, SEALS } from './manifest.ts'
import { beginEra, type EndSessions, keepFrom } from './new-era.ts'
import { asOwner, refuseUnlessOwner, SCHEMA_LOCK, takeWorkLock } from './owner.ts'
import { putFiles } from './stored-files.ts'

export type Restoring = Omit<Loading, 'checked'> & {
  readonly ownerUrl: string
  readonly keys: Keys
  readonly from: string
  /** Undefined: the stored files are verified and put nowhere (a proof). */
  readonly filesDir: string | undefined
  readonly sealFile: string
  /** The queues of background work. */
  readonly queues: readonly string[]
  readonly endSessions: EndSessions
  /** Whether a database that holds a district may be replaced. */
  readonly over: boolean
  /** How far numbers for people go on beyond what is known. */
  readonly ahead: number
  /** Whether a journal that does not fit its seals is restored all the same. */
  readonly despiteJournal: boolean
}

export type RestoredBackup = { readonly checked: Checked; readonly era: number; readonly verdict: Verdict }

/** Numbers given in a fortnight by a district with 200,000 matters a year. */
export const NUMBERS_AHEAD = 10_000
/** How often one looks whether all have left, 0.3 s apart. */
const LOOKS = 10

async function otherUsers(client: Client): Promise<readonly { what: string }[]> {
  const { rows } = await client.query<{ what: string }>(
    `select distinct coalesce(nullif(application_name, ''), usename, 'unknown') as what from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and usename is not null`,
  )
  return rows
}

async function refuseUnlessMayReplace(client: Client, over: boolean): Promise<void> {
  let users = await otherUsers(client)
  // A process that has just stopped, or a restore just broken off, is seen here for a moment longer.
  for (let look = 0; users.length && look < LOOKS; look++) {
    await pause(300)
    users = await otherUsers(client)
  }
  if (users.length)
    throw new Error(
      `数据库还有人在用（${users.map((one) => one.what).join('、')}）。请先停下所有邻里进程。\n` +
        'The database is in use: stop every process of Linli first.',
    )
  const { rows: there } = await client.query(`select 1 from pg_class where oid = to_regclass('public.tenant')`)
  if (!there.length) return
  const { rows } = await client.query<{ code: string; name: string }>('select code, name from tenant order by made_at')
  if (rows.length && !over)
    throw new Error(
      `这个数据库里已经有 ${rows.map((one) => `${one.code} ${one.name}`).join('、')}。要用备份替换它，请加 --over。\n` +
        'This database is not empty. To replace it by the backup, say --over.',
    )
}

/** The seals' file of the backup, beside the one it will replace. */
async function stageSeals(checked: Checked, file: string): Promise<void> {
  const part = checked.part(SEALS)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'w', 0o600)
  try {
    if (part) for await (const block of checked.read(part)) await handle.appendFile(block)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Work that was waiting is set off again; that of the replaced database is gone with it. */
async function takeUpJobs(client: Client, ownerUrl: string, checked: Checked): Promise<void> {
  await client.query('delete from pgboss.job')
  const part = checked.part(JOBS)
  if (!part?.rows) return
  const jobs = openJobs(ownerUrl, false)
  const tx = txOn(client as never)
  try {
    for await (const { name, data } of linesOf<{ name: string; data: object | null }>(checked.read(part)))
      await jobs.send(tx, name, data ?? {})
  } finally {
    await jobs.stop()
  }
}

function refuseFaults({ faults }: Verdict, despite: boolean): void {
  if (faults.length === 0 || despite) return
  const told = faults.slice(0, 10).map((fault) => `  ${JSON.stringify(fault)}`)
  throw new Error(
    `备份里的日志和封印不符（${faults.length} 处），没有恢复。仍要恢复，请加 --despite-journal。\n` +
      `The journal in this backup does not fit its seals (${faults.length} faults); nothing was restored. To restore all the same, say --despite-journal.\n` +
      told.join('\n'),
  )
}

async function replaceAll(client: Client, restoring: Restoring, checked: Checked) {
  const { manifest } = checked
  let staged = ''
  try {
    await client.query(`select pg_advisory_lock(${SCHEMA_LOCK})`)
    await client.query('begin')
    const kept = await keepFrom(client)
    await loadTables(client, { ...restoring, checked })
    staged = stagedSealFile(restoring.sealFile, Math.max(manifest.era, kept.era) + 1)
    await stageSeals(checked, staged)
    const verdict = await verifyWithin(txOn(client as never), restoring.keys, staged)
    refuseFaults(verdict, restoring.despiteJournal)
    const era = await beginEra(client, { manifest, kept, ahead: restoring.ahead, endSessions: restoring.endSessions })
    await takeUpJobs(client, restoring.ownerUrl, checked)
    restoring.signal.throwIfAborted()
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('the restore was rolled back')
    await adoptSealFile(restoring.sealFile, era)
    return { era, verdict }
  } catch (error) {
    // Left only where the commit is done and its answer was lost; the next start then finds it by its era.
    if (staged && !restoring.signal.aborted)
      await client.query('rollback').then(
        () => rm(staged, { force: true }),
        () => {},
      )
    throw error
  }
}

/**
 * Verifies the whole backup, then replaces the database, adds the stored files, and puts the seals' file in place. The
 * system is isolated afterwards (isolation.ts). Broken off or killed at any point, the old database is there as it was.
 */
export async function restoreBackup(restoring: Restoring): Promise<RestoredBackup> {
  const { ownerUrl, keys, from, signal, step } = restoring
  const check = (client: Client) => refuseUnlessMayReplace(client, restoring.over)
  await asOwner(ownerUrl, signal, check)
  const checked = await checkBackup(from, keys, signal, step)
  const fault = schemaFault(checked.manifest.schema)
  if (fault) throw new Error(fault)
  const { filesDir } = restoring
  if (filesDir)
    await putFiles(path.join(from, 'files'), filesDir, checked.files(), (bytes) => {
      signal.throwIfAborted()
      step({ what: 'files', rows: 0, bytes })
    })
  await prepareJobs(ownerUrl, restoring.queues)
  return asOwner(ownerUrl, signal, async (client) => {
    await takeWorkLock(client)
    await refuseUnlessOwner(client)
    await check(client)
    return { checked, ...(await replaceAll(client, restoring, checked)) }
  })
}
