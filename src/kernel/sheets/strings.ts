// The strings that a workbook keeps apart from its cells. A city's file has some ten million of them, so they lie as bytes and not
// as objects; what goes beyond 160 MB is packed again in memory. Nothing of them touches the disk.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Part } from './archive.ts'
import { sheetProblems } from './problems.ts'
import { CrookedXml, scanXml } from './xml.ts'

export type SharedStrings = { at(index: number): string }

const SEGMENT = 128 * 1024
const OFFSET_BITS = 17
const IN_CLEAR = 160 * 1024 * 1024
const PACKED = 128 * 1024 * 1024
const MOST_STRINGS = 24 * 1024 * 1024
const BLOCK_BITS = 18
const UNPACKED_KEPT = 64

/** Strings by their number, added in order; throws `tooLarge` past what memory is meant to hold. */
export function keepStrings(inClear = IN_CLEAR) {
  const segments: { bytes: Buffer; packed: boolean }[] = []
  const places: Uint32Array[] = []
  const unpacked = new Map<number, Buffer>()
  let open = Buffer.allocUnsafe(SEGMENT)
  let used = 0
  let count = 0
  let clearBytes = 0
  let packedBytes = 0

  const closeSegment = () => {
    const bytes = open.subarray(0, used)
    const packed = clearBytes + used > inClear
    segments.push({ bytes: packed ? deflateRawSync(bytes, { level: 1 }) : Buffer.from(bytes), packed })
    if (packed) packedBytes += segments.at(-1)!.bytes.length
    else clearBytes += used
    if (packedBytes > PACKED || segments.length >= 1 << (32 - OFFSET_BITS)) throw new CrookedXml(sheetProblems.tooLarge)
    used = 0
  }
  const segment = (number: number): Buffer => {
    const { bytes, packed } = segments[number]!
    if (!packed) return bytes
    const ready = unpacked.get(number) ?? inflateRawSync(bytes)
    unpacked.delete(number)
    unpacked.set(number, ready)
    if (unpacked.size > UNPACKED_KEPT) unpacked.delete(unpacked.keys().next().value!)
    return ready
  }
  const place = (index: number) => places[index >>> BLOCK_BITS]![index & ((1 << BLOCK_BITS) - 1)]!

  return {
    add(text: string) {
      // A cell holds 32,767 characters at most, which always fit one segment.
      const short = text.length > 32_767 ? text.slice(0, 32_767) : text
      const length = Buffer.byteLength(short)
      if (used + length > SEGMENT) closeSegment()
      if (count >= MOST_STRINGS) throw new CrookedXml(sheetProblems.tooLarge)
      if (count >>> BLOCK_BITS === places.length) places.push(new Uint32Array(1 << BLOCK_BITS))
      places[count >>> BLOCK_BITS]![count & ((1 << BLOCK_BITS) - 1)] = ((segments.length << OFFSET_BITS) | used) >>> 0
      used += open.write(short, used)
      count++
    },
    done(): SharedStrings {
      if (used > 0) closeSegment()
      open = Buffer.alloc(0)
      return {
        at(index) {
          if (!(index >= 0 && index < count)) return ''
          const from = place(index)
          const number = from >>> OFFSET_BITS
          const bytes = segment(number)
          const next = index + 1 < count ? place(index + 1) : 0
          const end = index + 1 < count && next >>> OFFSET_BITS === number ? next & (SEGMENT - 1) : bytes.length
          return bytes.toString('utf8', from & (SEGMENT - 1), end)
        },
      }
    },
  }
}

/** As a part of a workbook has them: runs of one string joined, readings (phonetic) left out. */
export async function readStrings(part: Part | undefined): Promise<SharedStrings> {
  const kept = keepStrings()
  if (!part) return kept.done()
  let text = ''
  let inText = false
  let inReading = false
  const scan = scanXml({
    open(name) {
      if (name === 't') inText = !inReading
      else if (name === 'rPh') inReading = true
      else if (name === 'si') text = ''
    },
    text(value) {
      if (inText) text += value
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') kept.add(text)
    },
  })
  const decoder = new TextDecoder('utf-8')
  for await (const piece of await part.stream()) scan.write(decoder.decode(piece as Buffer, { stream: true }))
  scan.end()
  return kept.done()
}
