// Takes a backup: every row of one moment, the stored files, the seals' file; never a key. It appears whole or not at all.
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { clock } from '../clock.ts'
import type { Frames, Keys } from '../crypto.ts'
import { newName } from '../ids.ts'
import { versionsIn } from '../keys/rotate-rows.ts'
import type { SealedTable } from '../keys/sealed.ts'
import { copyOutOf, tablesOf } from './catalogue.ts'
import { copyOut } from './copy-wire.ts'
import { writePart } from './frames.ts'
import { inBlocks } from './lines.ts'
import {
  FILES,
  fileOfPart,
  glanceAt,
  JOBS,
  keyCheckOf,
  type Manifest,
  type Part,
  SEALS,
  writeManifest,
} from './manifest.ts'
import { asOwner, refuseUnlessOwner, SCHEMA_LOCK, takeWorkLock } from './owner.ts'
import { sealLines } from './seal-lines.ts'
import { copyFiles, type FileCount } from './stored-files.ts'

/** How far it has come; `what` is a table or a list, `bytes` before compressing. */
export type Progress = { readonly what: string; readonly rows: number; readonly bytes: number }

export type Taking = {
  readonly ownerUrl: string
  readonly keys: Keys
  readonly filesDir: string
  readonly sealFile: string
  /** Whose values say which versions of the root key a restore will need. */
  readonly sealed: readonly SealedTable[]
  /** The folder to make; it must not exist, or be empty. */
  readonly into: string
  readonly signal: AbortSignal
  readonly step: (progress: Progress) => void
  /** Begun: for tests that break it off somewhere. */
  readonly began?: (half: string) => Promise<void> | void
}

const JOBS_OUT = `copy (select json_build_object('name', name, 'data', data)::text from pgboss.job
  where state in ('created', 'retry', 'active') order by created_on, id) to stdout with (format csv, delimiter E'\\x01', quote E'\\x02', escape E'\\x02')`

async function refuseUnlessFree(into: string): Promise<void> {
  const there = await readdir(into).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (there.length)
    throw new Error(`${into} 里已经有东西，请换一个新的文件夹。\n${into} is not empty: name a new folder.`)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncTree(path.join(folder, entry.name))
  await syncFolder(folder)
}

/** The files of the newest other backup in the same folder: what has not changed is linked to it. */
async function earlierFiles(into: string): Promise<string | undefined> {
  const parent = path.dirname(into)
  const found: { folder: string; takenAt: string }[] = []
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name)
    const manifest = folder === into ? undefined : await glanceAt(folder)
    if (manifest && !name.includes('.half-')) found.push({ folder, takenAt: manifest.takenAt })
  }
  const newest = found.sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))[0]
  return newest && path.join(newest.folder, 'files')
}

type About = Pick<Manifest, 'postgres' | 'tenants' | 'schema' | 'era'>

/** What the snapshot says of itself. Throws when the root key at hand is not this database's. */
async function aboutOf(client: Client, keys: Keys): Promise<About> {
  const one = async <T>(text: string) => (await client.query(text)).rows as T[]
  const [check] = await one<{ mac: Buffer }>('select mac from key_check where id = 1')
  if (check && check.mac.toString('hex') !== keyCheckOf(keys))
    throw new Error('LINLI_KEY_FILE 不是这个数据库的密钥。 LINLI_KEY_FILE is not the key of this database.')
  return {
    postgres: (await one<{ server_version: string }>('show server_version'))[0]!.server_version,
    tenants: await one('select code, name from tenant order by made_at, code'),
    schema: await one('select name, hash from migration order by name'),
    era: (await one<{ no: number }>('select max(no) as no from era'))[0]!.no,
  }
}

type Writing = Taking & { readonly client: Client; readonly half: string; readonly frames: Frames }

/** Of rows as the snapshot has them; a table that is not there yet holds none. */
async function versionsOf(client: Client, sealed: readonly SealedTable[]): Promise<Set<number>> {
  const found = new Set<number>()
  const there = (await tablesOf(client)).map((table) => table.name)
  for (const table of sealed.filter((one) => there.includes(one.table)))
    for (const version of (await versionsIn(client, table)).keys()) found.add(version)
  return found
}

type Written = { readonly parts: Part[]; readonly files: FileCount; readonly keyVersions: number[] }

async function writeAll(of: Writing): Promise<Written> {
  const { client, half, frames, step } = of
  const parts: Part[] = []
  const part = async (name: string, columns: readonly string[], blocks: AsyncIterable<Buffer>) => {
    const no = parts.length + 1
    const file = fileOfPart(half, { no, name })
    const tell = (rows: number, bytes: number) => {
      of.signal.throwIfAborted()
      step({ what: name, rows, bytes })
    }
    parts.push({ no, name, columns: [...columns], ...(await writePart(file, no, frames, blocks, tell)) })
  }
  for (const table of await tablesOf(client)) await part(table.name, table.columns, copyOut(client, copyOutOf(table)))
  const { rows: boss } = await client.query(`select 1 from pg_class where oid = to_regclass('pgboss.job')`)
  if (boss.length) await part(JOBS, [], copyOut(client, JOBS_OUT))
  await part(SEALS, [], inBlocks(sealLines(client, of.sealFile)))
  const files: FileCount = { count: 0, bytes: 0, missing: 0 }
  const earlier = await earlierFiles(of.into)
  const versions = await versionsOf(client, of.sealed)
  const where = { from: of.filesDir, into: path.join(half, 'files'), earlier }
  const copying = copyFiles({ client, ...where, count: files, sealedWith: (version) => versions.add(version) })
  await part(FILES, [], inBlocks(copying))
  // What somebody has scribbled over opens with no key, and must not keep a backup from being restored.
  const keyVersions = of.keys.versions.filter((no) => versions.has(no)).sort((a, b) => a - b)
  return { parts, files, keyVersions }
}

async function inSnapshot(client: Client, taking: Taking, half: string): Promise<Manifest> {
  await takeWorkLock(client)
  await refuseUnlessOwner(client)
  await client.query(`select pg_advisory_lock_shared(${SCHEMA_LOCK})`)
  await client.query('begin isolation level repeatable read read only')
  // The snapshot is taken by the first question, not by BEGIN.
  await client.query('select 1 from era limit 1')
  const takenAt = clock.now().toISOString()
  const id = newName()
  const about = await aboutOf(client, taking.keys)
  await taking.began?.(half)
  const { keys } = taking
  const keyVersion = keys.version
  const written = await writeAll({ ...taking, client, half, frames: keys.frames(`backup ${id}`, keyVersion) })
  await client.query('rollback')
  const sealing = { keyCheck: keyCheckOf(keys), crypto: keys.profile, keyVersion }
  const manifest: Manifest = { format: 1, id, takenAt, ...about, ...written, ...sealing }
  taking.signal.throwIfAborted()
  await writeManifest(half, manifest, taking.keys)
  return manifest
}

/**
 * Takes a backup while the server works. Broken off at any point (Ctrl-C, kill -9, power), it leaves nothing under the
 * name `into`; what a killed one left is called `….half-PID`.
 */
export async function takeBackup(taking: Taking): Promise<Manifest> {
  const into = path.resolve(taking.into)
  await refuseUnlessFree(into)
  const half = `${into}.half-${process.pid}`
  await mkdir(path.dirname(into), { recursive: true })
  await rm(half, { recursive: true, force: true })
  await mkdir(path.join(half, 'parts'), { recursive: true, mode: 0o700 })
  try {
    const manifest = await asOwner(taking.ownerUrl, taking.signal, (client) =>
      inSnapshot(client, { ...taking, into }, half),
    )
    await syncTree(half)
    await rename(half, into)
    await syncFolder(path.dirname(into))
    return manifest
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw error
  }
}
