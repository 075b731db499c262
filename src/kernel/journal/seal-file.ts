// The seals' file outside the database: one line a seal, only ever added to, read a line at a time however long it grows.
import { createReadStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, rename, stat } from 'node:fs/promises'
import path from 'node:path'

export type Seal = {
  readonly no: number
  readonly era: number
  readonly from_xid: string
  readonly to_xid: string
  /** 48 bytes a row: id (16), hash (32), in the order of transaction number and id. */
  readonly leaves: Buffer
  readonly root_before: Buffer
  readonly root: Buffer
  readonly mac: Buffer
  readonly at: Date
}

export type SealLine = {
  no: number
  era: number
  from: string
  to: string
  at: string
  before: string
  root: string
  mac: string
  leaves: string
}

export const sealLine = (seal: Seal): string =>
  `${JSON.stringify({
    no: seal.no,
    era: seal.era,
    from: seal.from_xid,
    to: seal.to_xid,
    at: seal.at,
    before: seal.root_before.toString('hex'),
    root: seal.root.toString('hex'),
    mac: seal.mac.toString('hex'),
    leaves: seal.leaves.toString('base64'),
  })}\n`

const read = (line: string): SealLine | undefined => {
  try {
    return JSON.parse(line) as SealLine
  } catch {
    return undefined
  }
}

const NEWLINE = 10
const BLOCK = 1 << 20

/** The end of the chain in the file: the next seal goes on from it. */
export type Tail = { readonly no: number; readonly era: number; readonly to_xid: string; readonly root: Buffer }

const tailOf = (line: SealLine | undefined): Tail | undefined =>
  line && { no: line.no, era: line.era, to_xid: line.to, root: Buffer.from(line.root, 'hex') }

const openAt = async (file: string, flags: string): Promise<FileHandle | undefined> =>
  open(file, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** The bytes after the last line break before `end`, and where they begin. */
async function lastPart(handle: FileHandle, end: number): Promise<{ start: number; bytes: Buffer }> {
  let [start, bytes] = [end, Buffer.alloc(0)]
  while (start > 0) {
    const length = Math.min(BLOCK, start)
    const block = Buffer.alloc(length)
    await handle.read(block, 0, length, start - length)
    const at = block.lastIndexOf(NEWLINE)
    if (at >= 0) return { start: start - length + at + 1, bytes: Buffer.concat([block.subarray(at + 1), bytes]) }
    bytes = Buffer.concat([block, bytes])
    start -= length
  }
  return { start, bytes }
}

/** What this process knows of a file: its last seal, and the size it had then. Another size means another sealer wrote. */
const known = new Map<string, { size: number; tail: Tail | undefined }>()

/** The last seal of the file. A line cut by a crash is taken away first: its seal is in the database and is written again. */
export async function lastSealIn(file: string): Promise<Tail | undefined> {
  const handle = await openAt(file, 'r+')
  if (!handle) return undefined
  try {
    const { size } = await handle.stat()
    const before = known.get(file)
    if (before?.size === size) return before.tail
    const cut = await lastPart(handle, size)
    if (cut.bytes.length > 0) await handle.truncate(cut.start)
    let [end, line] = [cut.start, undefined as SealLine | undefined]
    while (!line && end > 0) {
      const part = await lastPart(handle, end - 1)
      line = read(part.bytes.toString())
      end = part.start
    }
    known.set(file, { size: cut.start, tail: tailOf(line) })
    return tailOf(line)
  } finally {
    await handle.close()
  }
}

export async function appendSeal(file: string, seal: Seal): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(sealLine(seal))
    await handle.sync()
    const { no, era, to_xid, root } = seal
    known.set(file, { size: (await handle.stat()).size, tail: { no, era, to_xid, root } })
  } finally {
    await handle.close()
  }
}

/** Where a restore lays the file of its backup until its database is committed. */
export const stagedSealFile = (file: string, era: number): string => `${file}.era-${era}`

/**
 * Puts a restored file in the place of the one before, which is kept beside it as a witness of what was lost. Called by
 * the restore, and again at every start in case the restore was killed between its commit and this.
 */
export async function adoptSealFile(file: string, era: number): Promise<void> {
  const unlessGone = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  const staged = stagedSealFile(file, era)
  if (!(await stat(staged).catch(unlessGone))) return
  await link(file, `${file}.before-era-${era}`).catch(unlessGone)
  await rename(staged, file).catch(unlessGone)
  known.delete(file)
}

export type SealFile = {
  readonly numbers: Iterable<number>
  line(no: number): Promise<SealLine | undefined>
  close(): Promise<void>
}

/** Opens the file for looking seals up by number; what is no line of ours is left out, and verifying then misses its seal. */
export async function openSealFile(file: string): Promise<SealFile> {
  const places = new Map<number, { start: number; length: number }>()
  const handle = await openAt(file, 'r')
  if (handle) {
    let [offset, parts] = [0, [] as Buffer[]]
    const take = () => {
      const bytes = Buffer.concat(parts)
      const line = read(bytes.toString())
      if (line) places.set(line.no, { start: offset, length: bytes.length })
      offset += bytes.length + 1
      parts = []
    }
    for await (const block of createReadStream(file, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, from)) {
        parts.push(block.subarray(from, at))
        take()
        from = at + 1
      }
      parts.push(block.subarray(from))
    }
    take()
  }
  let window = { start: 0, bytes: Buffer.alloc(0) }
  return {
    numbers: places.keys(),
    async line(no) {
      const place = places.get(no)
      if (!place) return undefined
      // Lines are asked for in their order: one read serves all that stand in the same block.
      if (place.start < window.start || place.start + place.length > window.start + window.bytes.length) {
        const bytes = Buffer.alloc(Math.max(BLOCK, place.length))
        await handle!.read(bytes, 0, bytes.length, place.start)
        window = { start: place.start, bytes }
      }
      const from = place.start - window.start
      return read(window.bytes.subarray(from, from + place.length).toString())
    },
    close: async () => handle?.close(),
  }
}
