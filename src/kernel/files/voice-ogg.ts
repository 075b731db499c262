// Ogg with one Opus stream (RFC 3533, 7845): its comments are emptied in place and the pages that held them summed anew.
import { type Cleared, crookedUnless } from './crooked.ts'

type Page = { readonly at: number; readonly body: number; readonly end: number; readonly lacing: Buffer }

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum
})

/** With its own field as zero. */
function sumOf(bytes: Buffer, { at, end }: Page): number {
  let sum = 0
  for (let next = at; next < end; next++) {
    const byte = next >= at + 22 && next < at + 26 ? 0 : bytes[next]!
    sum = (sum << 8) ^ SUMS[(sum >>> 24) ^ byte]!
  }
  return sum >>> 0
}

function pageAt(bytes: Buffer, at: number): Page {
  crookedUnless(bytes.toString('latin1', at, at + 4) === 'OggS' && bytes.readUInt8(at + 4) === 0)
  const segments = bytes.readUInt8(at + 26)
  const body = at + 27 + segments
  crookedUnless(body <= bytes.length)
  const lacing = bytes.subarray(at + 27, body)
  const end = body + lacing.reduce((sum, length) => sum + length, 0)
  crookedUnless(end <= bytes.length)
  const page = { at, body, end, lacing }
  crookedUnless(bytes.readUInt32LE(at + 22) === sumOf(bytes, page))
  return page
}

function pagesOf(bytes: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < bytes.length; at = pages.at(-1)!.end) pages.push(pageAt(bytes, at))
  const serial = bytes.readUInt32LE(14)
  crookedUnless(pages.every(({ at }) => bytes.readUInt32LE(at + 14) === serial))
  return pages
}

/** The comment header fills whole pages of its own; it ends where a segment is not full. */
function emptyComments(bytes: Buffer, pages: readonly Page[]): void {
  const last = pages.findIndex(({ lacing }) => lacing.some((length) => length < 255))
  crookedUnless(last >= 0)
  const held = pages.slice(0, last + 1)
  const [first] = held
  crookedUnless(first !== undefined && first.end - first.body >= 16)
  crookedUnless(bytes.toString('latin1', first.body, first.body + 8) === 'OpusTags')
  crookedUnless(
    held
      .at(-1)!
      .lacing.subarray(0, -1)
      .every((length) => length === 255),
  )
  for (const page of held) {
    // No maker, no comments; what follows is padding.
    bytes.fill(0, page === first ? page.body + 8 : page.body, page.end)
    bytes.writeUInt32LE(sumOf(bytes, page), page.at + 22)
  }
}

const NO_TIME = 0xffff_ffff_ffff_ffffn

export function clearOgg(bytes: Buffer): Cleared {
  const [head, ...rest] = pagesOf(bytes)
  crookedUnless(head !== undefined && head.end - head.body >= 19 && rest.length >= 2)
  crookedUnless(bytes.toString('latin1', head.body, head.body + 8) === 'OpusHead')
  emptyComments(bytes, rest)
  const times = rest.map(({ at }) => bytes.readBigUInt64LE(at + 6)).filter((time) => time !== NO_TIME)
  const samples = Math.max(0, ...times.map(Number))
  return { bytes, seconds: Math.max(0, samples - bytes.readUInt16LE(head.body + 10)) / 48_000 }
}
