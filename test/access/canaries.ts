// Unique, valid-looking values planted into personal fields, and the search for them in whatever leaves the server.
import { createHash } from 'node:crypto'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '#modules/account/index.ts'
import type { Field } from './expected/right.ts'
import type { District, SpotName } from './relations.ts'

/** Where a canary was planted. The row's id is filled in once the row is there. */
export type Nest = { subject: string; readonly spot?: SpotName; readonly district: District }
export type Canary = { readonly value: string; readonly field: Field; readonly nest: Nest }

/** A character that no text of the demo holds: every planted text carries it, so one look tells whether to search at all. */
export const MARK = '鵺'
/** An unused range of mobile numbers; the demo's begin with 1380000. */
const MOBILE = '1397'

export type Canaries = {
  /** 词鵺0001: goes into any text. */
  text(field: Field, nest: Nest): string
  /** 柳鵺 and a character of its own: a full name, whose mask is 柳**. */
  name(nest: Nest): string
  /** A mobile number whose last eight digits occur nowhere else. */
  phone(nest: Nest): string
  /** A login of its own. */
  login(nest: Nest): string
  /** A secret that exists already: a receipt, a token, a printed code. */
  known(value: string, field: Field, nest: Nest): void
  /** A photo by its bytes as they are served. */
  photo(bytes: Uint8Array, nest: Nest): void
  /** A recording by its bytes as they are served. */
  voice(bytes: Uint8Array, nest: Nest): void
  /** Every canary in a text, whatever dashes and spaces stand between its characters. */
  inText(text: string): Canary[]
  /** Every canary in a file: as a photo, and in any text that its bytes spell. */
  inBytes(bytes: Uint8Array): Canary[]
}

/** Text in a picture's metadata: it must not come out again. */
export const EXIF_CANARY = 'nightbird-exif-0001'
/** Of the accounts that sign in during the matrix. */
export const PASSWORD = 'nightbird-password-0001'
/** Secrets that no answer may hold, whoever asks: passwords, their hashes, second factors, metadata of pictures. */
const NEVER = [PASSWORD, DEMO_PASSWORD, DEMO_TOTP_SECRET, '$argon2', EXIF_CANARY].map(
  (value): Canary => ({ value, field: 'secret', nest: { subject: '', district: '990101' } }),
)

const SHORT = 500

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function plantCanaries(): Canaries {
  const texts = new Map<string, Canary>()
  const numbers = new Map<string, Canary>()
  const secrets = new Map<string, Canary>()
  let count = 0
  const put = (where: Map<string, Canary>, value: string, field: Field, nest: Nest, key = value) => {
    // A small picture is served in one size: the same bytes twice, of the same row.
    if (where.has(key) && where.get(key)!.nest !== nest) throw new Error(`the canary ${value} is planted twice`)
    where.set(key, { value, field, nest })
    return value
  }

  const search = (text: string): Canary[] => {
    const seen = new Set<Canary>()
    const look = (where: Map<string, Canary>, key: string) => {
      const canary = where.get(key)
      if (canary) seen.add(canary)
    }
    if (text.includes(MARK)) for (const [value, canary] of texts) if (text.includes(value)) seen.add(canary)
    // Digits are searched with what people put between them; the mask hides four of the last eight.
    for (const [run] of text.matchAll(/\d(?:[\s-]?\d){7,}/g)) {
      const digits = run.replace(/[\s-]/g, '')
      for (let at = 0; at + 8 <= digits.length; at++) look(numbers, digits.slice(at, at + 8))
    }
    for (const [word] of text.matchAll(/[\w-]{9,}/g)) {
      look(secrets, word)
      look(secrets, word.replaceAll('-', '').toUpperCase())
      if (word.length > 40) look(secrets, word.slice(-43))
    }
    for (const canary of NEVER) if (text.includes(canary.value)) seen.add(canary)
    return [...seen]
  }
  // Refusals are a few short texts, thousands of times over; nothing is planted once they are searched.
  const searched = new Map<string, Canary[]>()
  const inText = (text: string): Canary[] => {
    if (text.length > SHORT) return search(text)
    const known = searched.get(text)
    if (known) return known
    const seen = search(text)
    if (searched.size < 1_000) searched.set(text, seen)
    return seen
  }

  return {
    text: (field, nest) => put(texts, `${MARK}${String(++count).padStart(4, '0')}`, field, nest),
    name: (nest) => put(texts, `柳${MARK}${String.fromCodePoint(0x4e00 + ++count * 3)}`, 'name', nest),
    phone: (nest) => {
      const number = `${MOBILE}${String(5_000_017 + ++count * 7919).padStart(7, '0')}`
      return put(numbers, number, 'phone', nest, number.slice(-8))
    },
    login: (nest) => put(secrets, `nightbird${String(++count).padStart(4, '0')}`, 'login', nest),
    known: (value, field, nest) => {
      put(secrets, value, field, nest)
    },
    photo: (bytes, nest) => {
      put(secrets, hashOf(bytes), 'photo', nest)
    },
    voice: (bytes, nest) => {
      put(secrets, hashOf(bytes), 'voice', nest)
    },
    inText,
    inBytes: (bytes) => {
      const drawn = secrets.get(hashOf(bytes))
      const buffer = Buffer.from(bytes)
      const spelt = [...inText(buffer.toString('latin1')), ...inText(buffer.toString('utf8'))]
      return [...new Set([...(drawn ? [drawn] : []), ...spelt])]
    },
  }
}
