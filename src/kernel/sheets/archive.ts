// A .zip or .xlsx as a list of parts, looked through before a single one is unpacked; nothing is ever unpacked to disk.
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import type { ByteSource } from '../files/spool.ts'
import { Problem } from '../problem.ts'
import { sheetProblems } from './problems.ts'
import { archiveIn } from './sealed-source.ts'
import type { SheetLimits } from './sheet.ts'

export type Part = {
  readonly name: string
  readonly packed: number
  /** Unpacked bytes as the archive declares them; a part that turns out longer ends in an error. */
  readonly size: number
  stream(): Promise<Readable>
  /** All of it at once, or the problem `tooLarge`. */
  bytes(most: number): Promise<Buffer>
}

export type Archive = { readonly parts: readonly Part[]; close(): void }

/** Small parts may be packed tighter than the ratio: a styles part of a few kB is mostly repeats. */
const FREE_OF_RATIO = 1024 * 1024
const LOCAL_HEADER = 30

/** Names are UTF-8 where the archive says so or where they are; what Windows in China packs is GB 18030. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  if (entry.generalPurposeBitFlag & 0x800) return raw.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

function refuseCrooked(entry: Entry, name: string, sent: string, limits: SheetLimits): void {
  const refuse = (problem: keyof typeof sheetProblems) => new Problem(sheetProblems[problem], { name: sent })
  if (entry.generalPurposeBitFlag & 0x1) throw refuse('locked')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refuse('hostile')
  if (/^[/\\]|^[a-zA-Z]:|\\|\0/.test(name) || name.split('/').includes('..')) throw refuse('hostile')
  // The upper half holds a Unix mode: 0xA000 is a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) throw refuse('hostile')
  const { compressedSize: packed, uncompressedSize: size } = entry
  if (size > FREE_OF_RATIO && size > packed * limits.ratio) throw refuse('hostile')
}

/** Parts that share bytes make a small archive endless. */
function refuseOverlap(entries: readonly Entry[], sent: string): void {
  const spans = entries
    .map((entry) => [entry.relativeOffsetOfLocalHeader, entry.compressedSize + LOCAL_HEADER] as const)
    .sort((a, b) => a[0] - b[0])
  let end = 0
  for (const [from, length] of spans) {
    if (from < end) throw new Problem(sheetProblems.hostile, { name: sent })
    end = from + length
  }
}

async function entriesOf(zip: ZipFile, sent: string, limits: SheetLimits): Promise<Entry[]> {
  const tooMany = () => new Problem(sheetProblems.tooMany, { name: sent, limit: limits.entries })
  if (zip.entryCount > limits.entries) throw tooMany()
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.push(entry) > limits.entries) throw tooMany()
  }
  return entries
}

const partOf = (zip: ZipFile, entry: Entry, sent: string): Part => ({
  name: nameOf(entry),
  packed: entry.compressedSize,
  size: entry.uncompressedSize,
  stream: () => zip.openReadStreamPromise(entry),
  async bytes(most) {
    if (entry.uncompressedSize > most) throw new Problem(sheetProblems.tooLarge, { name: sent })
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    return Buffer.concat(pieces)
  },
})

/** From a file on disk, sealed or not, or from the bytes of an archive within an archive. */
export async function openArchive(
  from: string | Buffer | ByteSource,
  sent: string,
  limits: SheetLimits,
): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  const zip = await (typeof from === 'string'
    ? openPromise(from, options)
    : Buffer.isBuffer(from)
      ? fromBufferPromise(from, options)
      : archiveIn(from, options))
  try {
    const entries = await entriesOf(zip, sent, limits)
    const parts = entries.map((entry) => partOf(zip, entry, sent))
    let total = 0
    for (const [i, entry] of entries.entries()) {
      refuseCrooked(entry, parts[i]!.name, sent, limits)
      total += entry.uncompressedSize
    }
    if (total > limits.total) throw new Problem(sheetProblems.tooLarge, { name: sent })
    refuseOverlap(entries, sent)
    return { parts: parts.filter((part) => !part.name.endsWith('/')), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}
