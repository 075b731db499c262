// The only source of randomness: ids, codes, tokens.
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { clock } from './clock.ts'

let lastMs = 0
let sequence = 0

/** A call into the system costs as much as sealing a short value: it is asked for a page at a time. */
const PAGE = 4_096
let page = Buffer.alloc(0)
let used = 0

/** Random bytes, each given out once; what was given out no longer stands in the page. */
function fresh(length: number): Buffer {
  if (length > PAGE) return randomBytes(length)
  if (used + length > page.length) {
    page = randomBytes(PAGE)
    used = 0
  }
  const bytes = Buffer.from(page.subarray(used, used + length))
  page.fill(0, used, used + length)
  used += length
  return bytes
}

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within the millisecond, 62 random bits.
 * Ids of one process are strictly increasing, so pages sorted by id are stable.
 */
export function newId(): string {
  const now = clock.now().getTime()
  if (now > lastMs) {
    lastMs = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMs += 1
    sequence = 0
  }
  const bytes = fresh(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret for a session or a token: 256 bits, URL-safe. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** A key, or a nonce for one value. */
export const newBytes = (length: number): Buffer => fresh(length)

/** A name nobody can guess, for files and keys of requests that brought none. */
export const newName = (): string => randomUUID()

/** A whole number from `least` up to, not including, `most`. */
export const newNumber = (least: number, most: number): number => randomInt(least, most)

/** Crockford's alphabet: no I, L, O, U, so that a code can be read aloud and typed by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `length` symbols of 5 bits each. */
export function newCode(length: number): string {
  let code = ''
  for (const byte of randomBytes(length)) code += ALPHABET[byte & 31]
  return code
}

/** What somebody typed, as it was printed: case, spaces, dashes and the look-alikes I L O forgiven. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')

/** In groups of four, for paper and screen. */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

export const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

export const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
