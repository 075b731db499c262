// The rotation: pass after pass over rows and files, until nothing is sealed with an old version of the root key any more.
import { statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { clock } from '../clock.ts'
import type { Keys } from '../crypto.ts'
import { LOOK_MS } from './keys.ts'
import { sealFiles, versionsOfFiles } from './rotate-files.ts'
import { oldIn, sealPiece, versionsIn } from './rotate-rows.ts'
import type { SealedTable } from './sealed.ts'

export type Rotating = {
  /** As the owner of the tables, on a connection for this alone. */
  readonly client: Client
  readonly keys: Keys
  readonly keyFile: string
  readonly filesDir: string
  readonly sealed: readonly SealedTable[]
  readonly signal: AbortSignal
  readonly step: (done: { readonly what: string; readonly rows: number }) => void
}

export type Rotated = {
  readonly rows: number
  readonly files: number
  /** What does not open: `table tenant row`, or a file. It stays on its old version. */
  readonly unreadable: readonly string[]
}

/** One rotation of a database at a time. */
const ROTATION_LOCK = '7315, 22'
/** A row that somebody works on is free again soon. */
const AGAIN_MS = 200

/** What is sealed with one version: rows of the tables, and files. */
export type Held = { readonly what: string; readonly version: number; readonly n: number }

export async function heldBy({
  client,
  sealed,
  filesDir,
}: Pick<Rotating, 'client' | 'sealed' | 'filesDir'>): Promise<Held[]> {
  const found: Held[] = []
  for (const table of sealed)
    for (const [version, n] of await versionsIn(client, table)) found.push({ what: table.table, version, n })
  for (const [version, n] of await versionsOfFiles(filesDir)) found.push({ what: 'files', version, n })
  return found
}

/** Rows and files that the newest version has not sealed. */
async function countOld({ client, sealed, filesDir, keys }: Rotating): Promise<number> {
  let old = 0
  for (const table of sealed) old += await oldIn(client, table, keys.version)
  for (const [version, n] of await versionsOfFiles(filesDir)) if (version !== keys.version) old += n
  return old
}

export async function takeRotationLock(client: Client): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${ROTATION_LOCK}) as got`)
  if (!rows[0]!.got) throw new Error('密钥正在轮换或变更。 The keys are being rotated or changed by another command.')
}

/** Servers look at the file every second; until they have, they would go on sealing with the version before. */
async function untilSeen({ keyFile, signal }: Rotating): Promise<void> {
  const age = clock.wall() - statSync(keyFile).mtimeMs
  const wait = Math.min(3 * LOOK_MS, 3 * LOOK_MS - age)
  if (wait > 0) await pause(wait, undefined, { signal })
}

/** The first transaction that begins from now on. */
async function nextTransaction(client: Client): Promise<string> {
  const { rows } = await client.query<{ xid: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as xid')
  return rows[0]!.xid
}

/** Whether every transaction before that one has ended: until then it may still bring rows that nobody can see yet. */
async function areOver(client: Client, before: string): Promise<boolean> {
  const text = 'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as over'
  return (await client.query<{ over: boolean }>(text, [before])).rows[0]!.over
}

async function sealTable(of: Rotating, table: SealedTable): Promise<{ sealed: number; unreadable: string[] }> {
  const unreadable: string[] = []
  let sealed = 0
  let next: Parameters<typeof sealPiece>[3]
  do {
    of.signal.throwIfAborted()
    const piece = await sealPiece(of.client, table, of.keys, next)
    sealed += piece.sealed
    unreadable.push(...piece.unreadable)
    next = piece.next
    of.step({ what: table.table, rows: piece.sealed })
  } while (next)
  return { sealed, unreadable }
}

/**
 * Seals everything anew. Killed at any moment it leaves rows of both versions, all of which open, and is simply run
 * again: what is done is not done twice. Ends when only what does not open is left on an old version.
 */
export async function rotate(of: Rotating): Promise<Rotated> {
  await takeRotationLock(of.client)
  await untilSeen(of)
  // What began before may have sealed with the version before, and commits when it likes.
  const first = await nextTransaction(of.client)
  let [rows, files] = [0, 0]
  for (;;) {
    const last = await areOver(of.client, first)
    const unreadable: string[] = []
    for (const table of of.sealed) {
      const done = await sealTable(of, table)
      rows += done.sealed
      unreadable.push(...done.unreadable)
    }
    const stored = await sealFiles(of.filesDir, of.keys, (n) => {
      of.signal.throwIfAborted()
      of.step({ what: 'files', rows: n })
    })
    files += stored.sealed
    unreadable.push(...stored.unreadable)
    if (last && (await countOld(of)) <= unreadable.length) return { rows, files, unreadable }
    await pause(AGAIN_MS, undefined, { signal: of.signal })
  }
}
