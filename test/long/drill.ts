// A backup restored on another machine, its rows compared with those it was taken of by their hashes.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { startEmbedded } from '#kernel/embedded/embedded.ts'
import { type Killable, killable, ROOT } from '../kill/server.ts'
import { type Standing, standingOf } from '../upgrade/migrating.ts'
import { run, secondsSince } from './ran.ts'

/** A new folder with the root key and the list of what has ended, which are kept apart from backups, as the operator prepares it. */
export function newMachine(room: string, name: string, from: string): string {
  const dataDir = path.join(room, name)
  mkdirSync(path.join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  for (const kept of ['keys/root', 'keys/ending'])
    if (existsSync(path.join(from, kept))) cpSync(path.join(from, kept), path.join(dataDir, kept), { recursive: true })
  return dataDir
}

export const standing = async (dataDir: string): Promise<Standing> => {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  try {
    return await standingOf(embedded.url)
  } finally {
    await embedded.stop()
  }
}

/** Tables whose rows a backup or a restore itself adds to. */
export const CHANGED = ['backup_run', 'directory', 'era', 'journal', 'number_block', 'restored', 'session']

export const differing = (one: Standing, other: Standing): string[] =>
  Object.keys(one.rows).filter((table) => !CHANGED.includes(table) && one.rows[table] !== other.rows[table])

/** The backup on a new machine: restored, compared row by row, and started up to its first page. */
export async function restoredElsewhere(room: string, dataDir: string, backup: string, sameAs: Standing) {
  const other = newMachine(room, 'other', dataDir)
  const restored = await run(other, 'restore', backup)
  // A server that runs writes and seals at once, so rows are compared before one is started.
  const after = await standing(other)
  const since = performance.now()
  const server: Killable = await killable(ROOT, other)
  await server.start()
  const startSeconds = secondsSince(since)
  await server.stop()
  const verified = await run(other, 'journal', 'verify')
  const journal = verified.said.trim().split('\n').at(-1)!
  return { other, restored, startSeconds, differ: differing(sameAs, after), journal }
}

export const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)

/** Rows of all parts of a backup. */
export const rowsOf = (backup: string): number =>
  JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8')).parts.reduce(
    (sum: number, part: { rows: number }) => sum + part.rows,
    0,
  )
