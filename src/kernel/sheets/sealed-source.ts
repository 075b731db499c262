// A sheet that lies sealed in the spool, read as if it were a plain file: from the front, or an archive from its end.
import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { ByteSource } from '../files/spool.ts'

const PIECE = 256 * 1024

async function* bytesOf(source: ByteSource, from: number, end: number): AsyncGenerator<Buffer> {
  // The source gives a view of the frame it holds; a reader may keep its piece longer.
  for (let at = from; at < end; at += PIECE) yield Buffer.from(await source.read(at, Math.min(PIECE, end - at)))
}

export const streamOf = (source: ByteSource): Readable => Readable.from(bytesOf(source, 0, source.size))

class SealedReader extends RandomAccessReader {
  readonly #source: ByteSource
  constructor(source: ByteSource) {
    super()
    this.#source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(bytesOf(this.#source, start, end))
  }
  override close(done: (error: Error | null) => void): void {
    done(null)
  }
}

export const archiveIn = (source: ByteSource, options: object): Promise<ZipFile> =>
  fromRandomAccessReaderPromise(new SealedReader(source), source.size, options)
