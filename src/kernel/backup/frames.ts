// A part of a backup on disk: rows in compressed, sealed frames, written once and flushed, read again frame by frame.
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import type { Frames } from '../crypto.ts'
import { rowHash } from './row-hash.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
const HEAD = 5
/** A frame holds a block of rows and at most one long row more; what says it is longer was not written by us. */
const MOST_FRAME = 1 << 30

export type Written = {
  readonly rows: number
  readonly hash: string
  /** Before and after compressing. */
  readonly bytes: number
  readonly stored: number
}

async function writeFrame(handle: FileHandle, sealed: Buffer, last: boolean): Promise<number> {
  const head = Buffer.alloc(HEAD)
  head.writeUInt32BE(sealed.length, 0)
  head[4] = last ? 1 : 0
  await handle.writev([head, sealed])
  return HEAD + sealed.length
}

/** Writes the blocks to a new file and flushes it to disk. `step` hears how many rows and bytes each block had. */
export async function writePart(
  file: string,
  part: number,
  frames: Frames,
  blocks: AsyncIterable<Buffer>,
  step: (rows: number, bytes: number) => void,
): Promise<Written> {
  const handle = await open(file, 'wx', 0o600)
  const sum = rowHash()
  let [index, bytes, stored] = [0, 0, 0]
  try {
    for await (const block of blocks) {
      const before = sum.rows
      sum.add(block)
      const sealed = frames.seal(await compress(block, LEVEL), { part, index: index++, last: false })
      stored += await writeFrame(handle, sealed, false)
      bytes += block.length
      step(sum.rows - before, block.length)
    }
    stored += await writeFrame(handle, frames.seal(Buffer.alloc(0), { part, index, last: true }), true)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { rows: sum.rows, hash: sum.digest(), bytes, stored }
}

/** What is wrong with a backup; the message names the part. Nothing was written because of it. */
export class Damaged extends Error {}

/** The blocks of a part as they were written. Throws Damaged at the first frame that is not as it was sealed. */
export async function* readPart(file: string, part: number, frames: Frames): AsyncGenerator<Buffer> {
  const damaged = (why: string) => new Damaged(`${file}: ${why}`)
  let left: Buffer = Buffer.alloc(0)
  let [index, ended] = [0, false]
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      left = left.length ? Buffer.concat([left, chunk]) : chunk
      for (;;) {
        if (ended && left.length > 0) throw damaged('goes on after its end')
        if (left.length < HEAD) break
        const length = left.readUInt32BE(0)
        if (length > MOST_FRAME || left[4]! > 1) throw damaged('is not of a backup')
        if (left.length < HEAD + length) break
        const last = left[4] === 1
        const packed = openFrame(frames, left.subarray(HEAD, HEAD + length), { part, index: index++, last }, damaged)
        left = left.subarray(HEAD + length)
        ended = last
        if (!last) yield await decompress(packed)
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damaged('is missing')
    throw error
  }
  if (!ended) throw damaged('ends before its end')
}

function openFrame(
  frames: Frames,
  sealed: Buffer,
  at: Parameters<Frames['open']>[1],
  damaged: (why: string) => Damaged,
): Buffer {
  try {
    return frames.open(sealed, at)
  } catch {
    throw damaged(`is not as it was written (frame ${at.index + 1})`)
  }
}
