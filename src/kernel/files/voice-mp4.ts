// MP4 and M4A with one track of sound (ISO 14496-12): every box that is not needed to hear it becomes `free`, nothing moves.
import { type Cleared, crookedUnless } from './crooked.ts'

type Tree = { readonly [type: string]: Tree | true }

/** What is kept. `udta`, `meta` and `uuid` can hold the place, the owner and the phone; they stand in none of these. */
const KEPT: Tree = {
  ...{ ftyp: true, styp: true, mdat: true, sidx: true },
  moov: {
    mvhd: true,
    trak: {
      tkhd: true,
      edts: { elst: true },
      mdia: {
        ...{ mdhd: true, hdlr: true },
        minf: {
          smhd: true,
          dinf: { dref: true },
          stbl: {
            ...{ stsd: true, stts: true, stsc: true, stsz: true, stz2: true, stco: true, co64: true },
            ...{ sgpd: true, sbgp: true },
          },
        },
      },
    },
    mvex: { mehd: true, trex: true },
  },
  moof: { mfhd: true, traf: { tfhd: true, tfdt: true, trun: true, sgpd: true, sbgp: true } },
}

type Heard = {
  tracks: number
  sound: boolean
  codec: string
  data: boolean
  /** Of the film as its head says it, and of its pieces as they add up; seconds. */
  head: number
  pieces: number
  scale: number
  usual: number
}

type Box = { readonly bytes: Buffer; readonly start: number; readonly end: number }

/** Time scale and length of `mvhd` and `mdhd`, which are wider in version 1. */
function timesOf({ bytes, start }: Box): { scale: number; length: number } {
  const wide = bytes.readUInt8(start) === 1
  const scale = bytes.readUInt32BE(start + (wide ? 20 : 12))
  const length = wide ? Number(bytes.readBigUInt64BE(start + 24)) : bytes.readUInt32BE(start + 16)
  crookedUnless(scale > 0)
  // All ones: not known, as in a film that comes in pieces.
  return { scale, length: length >= (wide ? 2 ** 64 : 2 ** 32 - 1) ? 0 : length }
}

const flagsOf = ({ bytes, start }: Box): number => bytes.readUIntBE(start + 1, 3)

/** Usual length of a sample, where the piece says its own. */
function usualOf(box: Box): number | undefined {
  const flags = flagsOf(box)
  if (!(flags & 0x8)) return undefined
  return box.bytes.readUInt32BE(box.start + 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0))
}

/** Length of a run of samples: each its own, or all the usual one. */
function runOf(box: Box, usual: number): number {
  const flags = flagsOf(box)
  const count = box.bytes.readUInt32BE(box.start + 4)
  if (!(flags & 0x100)) return count * usual
  const width = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
  const from = box.start + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  crookedUnless(from + count * width <= box.end)
  let sum = 0
  for (let at = 0; at < count; at++) sum += box.bytes.readUInt32BE(from + at * width)
  return sum
}

const SOUNDS = ['mp4a', 'Opus']

function read(type: string, box: Box, heard: Heard): void {
  const { bytes, start, end } = box
  if (type === 'mdat') heard.data = true
  if (type === 'tkhd') heard.tracks++
  if (type === 'mvhd') {
    const { scale, length } = timesOf(box)
    heard.head = length / scale
  }
  if (type === 'mdhd') heard.scale = timesOf(box).scale
  if (type === 'hdlr') {
    heard.sound = bytes.toString('latin1', start + 8, start + 12) === 'soun'
    crookedUnless(end - start >= 24)
    // The name that the recorder gave it.
    bytes.fill(0, start + 24, end)
  }
  if (type === 'stsd') {
    crookedUnless(bytes.readUInt32BE(start + 4) === 1)
    heard.codec = bytes.toString('latin1', start + 12, start + 16)
  }
  if (type === 'trex') heard.usual = bytes.readUInt32BE(start + 12)
  if (type === 'tfhd') heard.usual = usualOf(box) ?? heard.usual
  if (type === 'trun') heard.pieces += runOf(box, heard.usual)
}

function walk(bytes: Buffer, tree: Tree, from: number, limit: number, heard: Heard): void {
  for (let at = from; at < limit; ) {
    const small = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const start = at + (small === 1 ? 16 : 8)
    const size = small === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : small
    // Zero is “up to the end”, for the last box of the file alone.
    crookedUnless(small !== 0 || tree === KEPT)
    const end = small === 0 ? limit : at + size
    crookedUnless(end >= start && end <= limit)
    const kept = tree[type]
    if (kept === undefined) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, start, end)
    } else if (kept === true) read(type, { bytes, start, end }, heard)
    else walk(bytes, kept, start, end, heard)
    at = end
  }
}

export function clearMp4(bytes: Buffer): Cleared {
  const heard: Heard = { tracks: 0, sound: false, codec: '', data: false, head: 0, pieces: 0, scale: 1, usual: 0 }
  walk(bytes, KEPT, 0, bytes.length, heard)
  crookedUnless(heard.tracks === 1 && heard.sound && heard.data && SOUNDS.includes(heard.codec))
  return { bytes, seconds: Math.max(heard.head, heard.pieces / heard.scale) }
}
