// A .zip as bytes while its parts come. Sizes stand behind each part, so nothing is held back; the same content gives the same bytes.
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type PartToPack = { readonly name: string; readonly content: AsyncIterable<Buffer> | Iterable<Buffer> }

type Packed = { name: Buffer; crc: number; packed: number; size: number; at: number }

/** Names are UTF-8, sizes follow the content (APPNOTE 4.4.4). */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1 January 1980, the first day there is: when a part was packed is nobody's business. */
const FIRST_DAY = 0x21
/** Beyond this an archive needs another form (zip64), which no register comes near. */
const MOST = 0xffffffff

function header(signature: number, name: Buffer, fixed: number): Buffer {
  const bytes = Buffer.alloc(fixed + name.length)
  bytes.writeUInt32LE(signature, 0)
  name.copy(bytes, fixed)
  return bytes
}

function localHeader(name: Buffer): Buffer {
  const bytes = header(0x04034b50, name, 30)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(FLAGS, 6)
  bytes.writeUInt16LE(DEFLATED, 8)
  bytes.writeUInt16LE(FIRST_DAY, 12)
  bytes.writeUInt16LE(name.length, 26)
  return bytes
}

function sums(bytes: Buffer, { crc, packed, size }: Packed, from: number): Buffer {
  bytes.writeUInt32LE(crc, from)
  bytes.writeUInt32LE(packed, from + 4)
  bytes.writeUInt32LE(size, from + 8)
  return bytes
}

function directoryEntry(part: Packed): Buffer {
  const bytes = header(0x02014b50, part.name, 46)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 6)
  bytes.writeUInt16LE(FLAGS, 8)
  bytes.writeUInt16LE(DEFLATED, 10)
  bytes.writeUInt16LE(FIRST_DAY, 14)
  bytes.writeUInt16LE(part.name.length, 28)
  bytes.writeUInt32LE(part.at, 42)
  return sums(bytes, part, 16)
}

function end(parts: number, length: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(parts, 8)
  bytes.writeUInt16LE(parts, 10)
  bytes.writeUInt32LE(length, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}

async function* counted(content: PartToPack['content'], part: Packed): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    part.crc = crc32(piece, part.crc)
    part.size += piece.length
    yield piece
  }
}

export async function* zipped(parts: AsyncIterable<PartToPack>): AsyncGenerator<Buffer> {
  const done: Packed[] = []
  let at = 0
  for await (const { name, content } of parts) {
    const part: Packed = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at }
    const head = localHeader(part.name)
    yield head
    // Its errors arrive where its pieces are read.
    const deflated = createDeflateRaw({ level: 5 })
    pipeline(Readable.from(counted(content, part)), deflated, () => {})
    for await (const piece of deflated) {
      part.packed += (piece as Buffer).length
      yield piece as Buffer
    }
    const behind = Buffer.alloc(16)
    behind.writeUInt32LE(0x08074b50, 0)
    yield sums(behind, part, 4)
    at += head.length + part.packed + behind.length
    if (at > MOST || part.size > MOST) throw new RangeError('this archive would need zip64')
    done.push(part)
  }
  const directory = Buffer.concat(done.map(directoryEntry))
  yield directory
  yield end(done.length, directory.length, at)
}
