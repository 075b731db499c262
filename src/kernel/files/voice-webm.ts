// WebM with one Opus track: every element that is not needed to hear it becomes Void (RFC 9559), nothing moves.
import { type Cleared, crookedUnless } from './crooked.ts'

type Tree = { readonly [id: number]: Tree | true }

const [EBML, DOC_TYPE, SEGMENT, VOID] = [0x1a45dfa3, 0x4282, 0x18538067, 0xec]
const [INFO, TRACKS, CLUSTER, CUES] = [0x1549a966, 0x1654ae6b, 0x1f43b675, 0x1c53bb6b]
const [SCALE, DURATION, WRITING_APP] = [0x2ad7b1, 0x4489, 0x5741]
const [TRACK, TRACK_TYPE, CODEC, TIME, BLOCK, SIMPLE_BLOCK] = [0xae, 0x83, 0x86, 0xe7, 0xa1, 0xa3]

/** What is kept. Tags, chapters, attachments, names, dates and the names of programs are not. */
const KEPT: Tree = {
  [INFO]: { [SCALE]: true, [DURATION]: true },
  [TRACKS]: {
    [TRACK]: {
      ...{ [TRACK_TYPE]: true, [CODEC]: true, 215: true, 29637: true, 25506: true, 22186: true, 22203: true },
      ...{ 2352003: true, 225: { 181: true, 159: true, 25188: true, 30901: true } },
    },
  },
  [CLUSTER]: {
    ...{ [TIME]: true, 167: true, 171: true, [SIMPLE_BLOCK]: true },
    160: { [BLOCK]: true, 155: true, 251: true, 30114: true },
  },
  [CUES]: { 187: { 179: true, 183: { 247: true, 241: true, 240: true, 178: true, 21368: true } } },
}
/** Where a cluster of unknown length ends: at the next thing that can only stand beside it. */
const BESIDE = new Set([INFO, TRACKS, CLUSTER, CUES, 0x1254c367, 0x114d9b74, 0x1941a469, 0x1043a770])

type Element = { readonly id: number; readonly at: number; readonly start: number; readonly end: number | undefined }

/** Bytes that a number takes, by the zeros before its first one. */
const width = (first: number): number => Math.clz32(first) - 23

function elementAt(bytes: Buffer, at: number): Element {
  const idWidth = width(bytes.readUInt8(at))
  crookedUnless(idWidth <= 4)
  const sizeAt = at + idWidth
  const sizeWidth = width(bytes.readUInt8(sizeAt))
  crookedUnless(sizeWidth <= 8)
  let size = bytes.readUInt8(sizeAt) & (0xff >> sizeWidth)
  let unknown = size === 0xff >> sizeWidth
  for (let next = 1; next < sizeWidth; next++) {
    const byte = bytes.readUInt8(sizeAt + next)
    size = size * 256 + byte
    unknown &&= byte === 0xff
  }
  const start = sizeAt + sizeWidth
  return { id: bytes.readUIntBE(at, idWidth), at, start, end: unknown ? undefined : start + size }
}

/** An element without content, as long as what stood there. */
function blank(bytes: Buffer, from: number, to: number): void {
  const sizeWidth = Math.min(8, to - from - 1)
  crookedUnless(sizeWidth >= 1)
  bytes.fill(0, from, to)
  bytes[from] = VOID
  if (sizeWidth === 8) bytes.writeUIntBE(to - from - 9, from + 3, 6)
  bytes[from + 1]! |= 0x100 >> sizeWidth
}

class Walk {
  readonly bytes: Buffer
  tracks = 0
  blocks = 0
  scale = 1_000_000
  duration = false
  /** Where the recorder wrote its own name: Chromium writes no length, so there is room for one. */
  room: readonly [from: number, to: number] | undefined
  private clusterTime = 0
  private last = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** In milliseconds, as a rule; times `scale` nanoseconds. */
  get ticks(): number {
    return this.last
  }

  inside(tree: Tree, from: number, limit: number, open = false): number {
    let at = from
    while (at < limit) {
      const found = elementAt(this.bytes, at)
      if (open && BESIDE.has(found.id)) break
      at = this.one(tree, found, limit)
    }
    return at
  }

  private one(tree: Tree, found: Element, limit: number): number {
    const kept = tree[found.id]
    if (found.end === undefined) {
      crookedUnless(found.id === CLUSTER && kept !== undefined)
      return this.inside(kept as Tree, found.start, limit, true)
    }
    crookedUnless(found.end <= limit)
    if (kept === undefined) {
      if (found.id === WRITING_APP) this.room = [found.at, found.end]
      blank(this.bytes, found.at, found.end)
    } else if (kept === true) this.read(found.id, found.start, found.end)
    else this.inside(kept, found.start, found.end)
    return found.end
  }

  private number(start: number, end: number): number {
    crookedUnless(end > start && end - start <= 6)
    return this.bytes.readUIntBE(start, end - start)
  }

  private read(id: number, start: number, end: number): void {
    if (id === SCALE) this.scale = this.number(start, end)
    if (id === DURATION) this.duration = true
    if (id === TRACK_TYPE) crookedUnless(this.number(start, end) === 2 && ++this.tracks === 1)
    if (id === CODEC) crookedUnless(this.bytes.toString('latin1', start, end) === 'A_OPUS')
    if (id === TIME) this.clusterTime = this.number(start, end)
    if (id !== BLOCK && id !== SIMPLE_BLOCK) return
    this.blocks++
    crookedUnless(end - start >= 4)
    const time = this.clusterTime + this.bytes.readInt16BE(start + width(this.bytes.readUInt8(start)))
    this.last = Math.max(this.last, time)
  }
}

/** So that players can say how long it is. */
function tellLength({ bytes, room, ticks, duration }: Walk): void {
  if (duration || !room) return
  const [from, to] = room
  if (to - from !== 7 && to - from < 9) return
  bytes.writeUInt16BE(DURATION, from)
  bytes[from + 2] = 0x84
  bytes.writeFloatBE(ticks, from + 3)
  if (to - from > 7) blank(bytes, from + 7, to)
}

export function clearWebm(bytes: Buffer): Cleared {
  const head = elementAt(bytes, 0)
  crookedUnless(head.id === EBML && head.end !== undefined)
  let type = ''
  for (let at = head.start; at < head.end; ) {
    const one = elementAt(bytes, at)
    crookedUnless(one.end !== undefined && one.end <= head.end)
    if (one.id === DOC_TYPE) type = bytes.toString('latin1', one.start, one.end)
    at = one.end
  }
  const segment = elementAt(bytes, head.end)
  crookedUnless(type === 'webm' && segment.id === SEGMENT)
  crookedUnless(segment.end === undefined || segment.end === bytes.length)
  const walk = new Walk(bytes)
  walk.inside(KEPT, segment.start, bytes.length)
  crookedUnless(walk.tracks === 1 && walk.blocks > 0)
  tellLength(walk)
  return { bytes, seconds: (walk.ticks * walk.scale) / 1e9 }
}
