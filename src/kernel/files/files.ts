// Stored files: photos redrawn, voices cleared, both encrypted, on disk before the row that names them commits; orphans are swept.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { clock } from '../clock.ts'
import type { Keys } from '../crypto.ts'
import { k } from '../database.ts'
import { newId } from '../ids.ts'
import { doorProblems, Problem } from '../problem.ts'
import { openPhotos, photoProblems, refuseUnlessPhoto } from './photos.ts'
import { clearVoice } from './voices.ts'

/** A file that came with this request: on disk already, but nothing names it until its row commits. */
export type StagedFile = {
  readonly id: string
  readonly mime: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly sha256: Buffer
  /** Of the bytes as sent, so that the same upload twice is the same command. */
  readonly sentSha256: string
}

export type Files = {
  stagePhoto(bytes: Uint8Array, name: string): Promise<StagedFile>
  stageVoice(bytes: Uint8Array, name: string): Promise<StagedFile>
  /** What the house made itself and keeps as it is: a bound file, an archive. */
  stageMade(bytes: Uint8Array, mime: string): Promise<StagedFile>
  /** A form of several steps without script carries its photos as tickets: signed, useless to anybody else, good for an hour. */
  ticket(file: StagedFile): string
  redeem(ticket: string): StagedFile | undefined
  read(id: string, size: 'full' | 'small'): Promise<Buffer | undefined>
  /** Removes files older than an hour that no row names. */
  sweep(named: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>
  /** Takes both sizes from the disk, for good. */
  destroy(id: string): Promise<void>
  stop(): void
}

/** What of a sent file is stored. */
type Made = Pick<StagedFile, 'mime' | 'width' | 'height'> & { readonly full: Buffer; readonly small?: Buffer }

export const PHOTO_LIMIT = 15 * 1024 * 1024
const TICKET_MS = 3_600_000
const ORPHAN_AGE_MS = 2 * TICKET_MS

/** Where a stored file lies. A photo has a small one beside the full one, a voice has not. */
export const storedAt = (root: string, id: string, size: 'full' | 'small'): string =>
  path.join(root, id.slice(-2), size === 'full' ? id : `${id}.s`)

export function openFiles(root: string, keys: Keys): Files {
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const photos = openPhotos()
  const fileOf = (id: string, size: 'full' | 'small') => storedAt(root, id, size)

  const store = async (file: string, sealed: Buffer) => {
    const folder = path.dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const handle = await open(`${file}.new`, 'w', 0o600)
    try {
      await handle.writeFile(sealed)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${file}.new`, file)
    const dir = await open(folder, 'r')
    await dir.sync().finally(() => dir.close())
  }

  const staged = async (sent: Uint8Array, made: Made): Promise<StagedFile> => {
    const { full, small, ...shape } = made
    const id = newId()
    try {
      if (small) await store(fileOf(id, 'small'), keys.sealBytes(small, `${id}.s`))
      await store(fileOf(id, 'full'), keys.sealBytes(full, id))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Problem(doorProblems.full)
      throw error
    }
    const sum = (of: Uint8Array) => createHash('sha256').update(of).digest()
    return { id, ...shape, bytes: full.length, sha256: sum(full), sentSha256: sum(sent).toString('hex') }
  }

  return {
    async stagePhoto(bytes, name) {
      if (bytes.byteLength > PHOTO_LIMIT) throw new Problem(photoProblems.tooLarge, { name, limit: '15 MB' })
      refuseUnlessPhoto(bytes, name)
      const { full, small, width, height } = await photos.redraw(bytes, name)
      return staged(bytes, { full, small, width, height, mime: 'image/jpeg' })
    },
    async stageVoice(bytes, name) {
      const voice = clearVoice(bytes, name)
      return staged(bytes, { full: voice.bytes, width: 0, height: 0, mime: voice.mime })
    },
    stageMade: (bytes, mime) => staged(bytes, { full: Buffer.from(bytes), width: 0, height: 0, mime }),
    ticket(file) {
      const text = JSON.stringify({
        ...file,
        sha256: file.sha256.toString('hex'),
        until: clock.now().getTime() + TICKET_MS,
      })
      return `${Buffer.from(text).toString('base64url')}.${keys.mac('file ticket', text).toString('base64url')}`
    },
    redeem(ticket) {
      const [body, mac] = ticket.split('.')
      const text = Buffer.from(body ?? '', 'base64url').toString()
      if (!mac || keys.mac('file ticket', text).toString('base64url') !== mac) return undefined
      const { until, sha256, ...file } = JSON.parse(text) as StagedFile & { until: number; sha256: string }
      return until < clock.now().getTime() ? undefined : { ...file, sha256: Buffer.from(sha256, 'hex') }
    },
    async read(id, size) {
      const sealed = await readFile(fileOf(id, size)).catch(() => undefined)
      return sealed && keys.openBytes(sealed, size === 'full' ? id : `${id}.s`)
    },
    async sweep(named) {
      let swept = 0
      for (const folder of await readdir(root)) {
        const names = await readdir(path.join(root, folder))
        if (names.length === 0) continue
        const ids = [...new Set(names.map((name) => name.replace(/\.(s|new|s\.new)$/, '')))]
        const kept = await named(ids)
        for (const name of names) {
          const id = name.replace(/\.(s|new|s\.new)$/, '')
          const file = path.join(root, folder, name)
          // The machine dated it by its own clock, which may have been set since: old by both, or not old.
          const now = Math.min(clock.now().getTime(), clock.wall())
          const old = now - (await stat(file)).mtimeMs > ORPHAN_AGE_MS
          if (!old || (kept.has(id) && !name.endsWith('.new'))) continue
          await rm(file)
          swept++
        }
      }
      return swept
    },
    async destroy(id) {
      for (const size of ['full', 'small'] as const) await rm(fileOf(id, size), { force: true })
    },
    stop: () => photos.stop(),
  }
}

/** Stored files of these subjects, and the rows that name them: for whoever ends a subject. */
export const filesOf = (tenant: string, subjects: readonly string[]) =>
  k
    .selectFrom('file')
    .select('id')
    .where('tenant_id', '=', tenant)
    .where('subject_id', 'in', [...subjects])

export const endFileRows = (tenant: string, subjects: readonly string[]) =>
  k
    .deleteFrom('file')
    .where('tenant_id', '=', tenant)
    .where('subject_id', 'in', [...subjects])

/** The row that makes a staged file part of a subject. */
export const writeFileRow = (
  file: StagedFile,
  row: {
    tenant: string
    subject: string
    areaPos: number
    purpose: 'reported' | 'finished' | 'voice' | 'scan' | 'archive'
    by: string
    at: Date
  },
) =>
  k.insertInto('file').values({
    tenant_id: row.tenant,
    id: file.id,
    subject_id: row.subject,
    area_pos: row.areaPos,
    purpose: row.purpose,
    mime: file.mime,
    bytes: file.bytes,
    width: file.width,
    height: file.height,
    sha256: file.sha256,
    made_by: row.by,
    made_at: row.at,
  })
