// Which encoding a text file has, and GB 18030 written: Node reads it but has no encoder, so one is made from its decoder.

export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030'

type Bytes = AsyncIterable<Buffer>

/** How much is looked at beyond the first sign that is not ASCII; headings are Chinese, so that is nearly always enough. */
const ENOUGH = 64 * 1024

/** Decides whether bytes may be UTF-8 or GB 18030 as they come; undecided while all of them are ASCII. */
function trials() {
  const open = new Map<Encoding, TextDecoder>(
    (['utf-8', 'gb18030'] as const).map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })]),
  )
  return {
    left: () => [...open.keys()],
    try(piece: Uint8Array, stream: boolean) {
      for (const [encoding, decoder] of open) {
        try {
          decoder.decode(piece, { stream })
        } catch {
          open.delete(encoding)
        }
      }
    },
  }
}

/** By its first bytes, else by what it can be; undefined when it is no text at all. UTF-8 is preferred: GB 18030 is hardly ever valid UTF-8. */
export async function encodingOf(bytes: Bytes): Promise<Encoding | undefined> {
  const trial = trials()
  let seen = 0
  let first = true
  let beyond = -1
  for await (const piece of bytes) {
    if (first && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
    if (first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) return 'utf-8'
    first = false
    if (piece.includes(0)) return undefined
    if (beyond < 0 && piece.some((byte) => byte > 0x7f)) beyond = seen
    trial.try(piece, true)
    seen += piece.length
    const left = trial.left()
    if (left.length === 0) return undefined
    if (left.length === 1 && beyond >= 0 && seen - beyond > ENOUGH) return left[0]
    if (beyond >= 0 && seen - beyond > ENOUGH) return 'utf-8'
  }
  trial.try(new Uint8Array(0), false)
  return trial.left()[0]
}

/** The bytes as text in pieces, without the mark at the beginning. */
export async function* textOf(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** The four bytes of a number in the four-byte part of GB 18030. */
const fourBytes = (n: number): number =>
  (0x81 + Math.floor(n / 12_600)) * 2 ** 24 +
  (0x30 + (Math.floor(n / 1260) % 10)) * 2 ** 16 +
  (0x81 + (Math.floor(n / 10) % 126)) * 2 ** 8 +
  0x30 +
  (n % 10)

/** For each sign of the first 65,536 its bytes as a number, 0 where there is none (half of a pair). */
function makeTable(): Float64Array {
  const table = new Float64Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const put = (code: number, text: string) => {
    const at = text.codePointAt(0)!
    if (at < 0x10000 && at !== 0xfffd && text.length === 1 && table[at] === 0) table[at] = code
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) put(lead * 256 + trail, decoder.decode(Uint8Array.of(lead, trail)))
    }
  }
  // Four-byte codes for the first 65,536 signs end with 84 31 A4 39, number 39,419.
  for (let n = 0; n < 39_420; n++) {
    const code = fourBytes(n)
    put(code, decoder.decode(Uint8Array.of(code / 2 ** 24, (code / 2 ** 16) & 255, (code / 256) & 255, code & 255)))
  }
  table[0xfffd] = 0x8431a437
  return table
}

let table: Float64Array | undefined

/** Text as GB 18030, which has every sign of Unicode; half of a pair, and nineteen signs for private use, become a question mark. */
export function toGb18030(text: string): Buffer {
  table ??= makeTable()
  const out = Buffer.allocUnsafe(text.length * 4)
  let used = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      out[used++] = unit
      continue
    }
    const point = text.codePointAt(i)!
    if (point > 0xffff) i++
    // Signs beyond the first 65,536 follow one another from 90 30 81 30, number 189,000.
    const code = point > 0xffff ? fourBytes(189_000 + point - 0x10000) : table[point]! || 0x3f
    if (code < 0x100) out[used++] = code
    else if (code < 0x10000) used = out.writeUInt16BE(code, used)
    else used = out.writeUInt32BE(code, used)
  }
  return out.subarray(0, used)
}
