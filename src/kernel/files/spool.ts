// Large files on their way in: sealed frame by frame while they arrive, read from any place, gone once they were used.
import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { type FileHandle, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { clock } from '../clock.ts'
import type { Frames, Keys } from '../crypto.ts'
import { newId } from '../ids.ts'
import { doorProblems, Problem } from '../problem.ts'
import type { StagedFile } from './files.ts'

/** A file that is read from any place: an archive is read from its end. */
export type ByteSource = {
  readonly size: number
  read(from: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

export type Spool = {
  /**
   * Takes a stream in, refused as soon as it passes `most` bytes or the disk is nearly full; at once where `announced` bytes
   * would do so. Of one that breaks off nothing stays.
   */
  stage(stream: AsyncIterable<Uint8Array>, most: number, announced?: number): Promise<StagedFile>
  open(id: string): Promise<ByteSource>
  remove(id: string): Promise<void>
  /** Removes files older than two hours that no row names. */
  sweep(named: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>
  readonly dir: string
}

/** What a sheet of a whole city may weigh. */
export const SPOOL_LIMIT = 1024 ** 3

const FRAME = 256 * 1024
/** Left free on the disk for photos and the database, whoever sends what; looked at again after so many bytes. */
const LEFT_FREE = 256 * 1024 ** 2
const LOOK_AFTER = 64 * 1024 ** 2
const ORPHAN_AGE_MS = 2 * 3_600_000

const framesOf = (keys: Keys, id: string, version = keys.version): Frames => keys.frames(`spool ${id}`, version)

async function* sealed(stream: AsyncIterable<Uint8Array>, frames: Frames, passed: (piece: Uint8Array) => unknown) {
  let held = Buffer.alloc(0)
  let index = 0
  for await (const piece of stream) {
    await passed(piece)
    held = Buffer.concat([held, piece])
    // One frame is always kept back: only the end knows which is the last.
    while (held.length > FRAME) {
      yield frames.seal(held.subarray(0, FRAME), { part: 0, index: index++, last: false })
      held = held.subarray(FRAME)
    }
  }
  yield frames.seal(held, { part: 0, index, last: true })
}

export function openSpool(dir: string, keys: Keys, leftFree = LEFT_FREE): Spool {
  const fileOf = (id: string) => path.join(dir, id)
  const refuseWithoutRoom = async (bytes: number) => {
    const { bavail, bsize } = await statfs(dir)
    if (bavail * bsize - bytes < leftFree) throw new Problem(doorProblems.full)
  }
  return {
    dir,
    async stage(stream, most, announced = 0) {
      const tooLarge = () => new Problem(doorProblems.tooLarge, { limit: `${most / 1024 / 1024} MB` })
      if (announced > most) throw tooLarge()
      mkdirSync(dir, { recursive: true, mode: 0o700 })
      await refuseWithoutRoom(announced)
      const id = newId()
      const hash = createHash('sha256')
      let bytes = 0
      let looked = 0
      const passed = (piece: Uint8Array) => {
        bytes += piece.byteLength
        if (bytes > most) throw tooLarge()
        hash.update(piece)
        if (bytes - looked < LOOK_AFTER) return
        looked = bytes
        return refuseWithoutRoom(0)
      }
      const file = createWriteStream(fileOf(id), { mode: 0o600, flags: 'wx', flush: true })
      try {
        await pipeline(Readable.from(sealed(stream, framesOf(keys, id), passed)), file)
      } catch (error) {
        await rm(fileOf(id), { force: true })
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Problem(doorProblems.full)
        throw error
      }
      const sha256 = hash.digest()
      const shape = { mime: 'application/octet-stream', width: 0, height: 0 }
      return { id, ...shape, bytes, sha256, sentSha256: sha256.toString('hex') }
    },
    async open(id) {
      const handle = await open(fileOf(id), 'r')
      // The root key may have been renewed since the file came.
      for (const version of keys.versions.slice(0, -1)) {
        const source = await sourceOf(handle, framesOf(keys, id, version))
        const opens = await source.read(0, 1).then(
          () => true,
          () => false,
        )
        if (opens) return source
      }
      return sourceOf(handle, framesOf(keys, id, keys.versions.at(-1)))
    },
    remove: (id) => rm(fileOf(id), { force: true }),
    async sweep(named) {
      const ids = await readdir(dir).catch(() => [] as string[])
      const kept = await named(ids)
      const now = Math.min(clock.now().getTime(), clock.wall())
      let swept = 0
      for (const id of ids) {
        const { mtimeMs } = await stat(fileOf(id)).catch(() => ({ mtimeMs: now }))
        if (kept.has(id) || now - mtimeMs < ORPHAN_AGE_MS) continue
        await rm(fileOf(id), { force: true })
        swept++
      }
      return swept
    },
  }
}

async function sourceOf(handle: FileHandle, frames: Frames): Promise<ByteSource> {
  const sealedFrame = FRAME + frames.tag
  const stored = (await handle.stat()).size
  const last = Math.max(0, Math.ceil(stored / sealedFrame) - 1)
  const size = stored - (last + 1) * frames.tag
  let at = -1
  let plain: Buffer = Buffer.alloc(0)
  const frame = async (index: number) => {
    if (index === at) return plain
    const length = Math.min(sealedFrame, stored - index * sealedFrame)
    const bytes = Buffer.alloc(length)
    await handle.read(bytes, 0, length, index * sealedFrame)
    plain = frames.open(bytes, { part: 0, index, last: index === last })
    at = index
    return plain
  }
  return {
    size,
    async read(from, length) {
      const end = Math.min(size, from + length)
      const pieces: Buffer[] = []
      for (let now = from; now < end; ) {
        const bytes = await frame(Math.floor(now / FRAME))
        const within = now % FRAME
        const piece = bytes.subarray(within, Math.min(bytes.length, within + end - now))
        pieces.push(piece)
        now += piece.length
      }
      return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
    },
    close: () => handle.close(),
  }
}
