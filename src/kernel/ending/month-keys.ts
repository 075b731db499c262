// A key for each district, purpose and month of ending, drawn by chance and kept beside the root key, never in a backup.
// What is sealed under it is gone everywhere at once when it is destroyed, in every backup too.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { clock, localDay } from '../clock.ts'
import type { Binding, Keys } from '../crypto.ts'
import { newBytes, newName } from '../ids.ts'
import { Problem, problems } from '../problem.ts'
import { MONTH_MARK } from './ending.ts'

export const endingProblems = problems('kernel', {
  ended: {
    kind: 'conflict',
    zh: '已按期销毁',
    en: 'destroyed when its time was over',
  },
  keyAway: {
    kind: 'conflict',
    zh: '当月的密钥不在，读不出来',
    en: 'cannot be read: the key of its month is not here',
  },
})

/** In place of a value that nobody can read any more, or not here; undefined for any other fault. */
export const wordInstead = (error: unknown): string | undefined =>
  error instanceof Problem && (error.entry === endingProblems.ended || error.entry === endingProblems.keyAway)
    ? error.entry.zh
    : undefined

/** Of one district and purpose. */
export type MonthOf = { readonly tenant: string; readonly purpose: string }

export type MonthKeys = {
  /** A sealed value once more, under the key of `month` (2027-03), which is made when it is not there. */
  wrap(sealed: Buffer, of: MonthOf, month: string): Buffer
  /** The value as it was sealed before. Throws the problem `kernel.ended` when its month is over and the key gone. */
  unwrap(wrapped: Buffer, of: MonthOf): Buffer
  /** As it was sealed before, whether it is under a month's key or not. */
  bare(value: Buffer, of: MonthOf): Buffer
  /** How values under the key of a month begin. */
  markOf(month: string): Buffer
  /** Months that have a key, oldest first. */
  months(of: MonthOf): string[]
  /** Overwritten, on disk, then unlinked. */
  destroy(of: MonthOf, month: string): void
}

const KEY = 32
const NONCE = 12
const TAG = 16
/** Mark, month, and the version of the key that sealed what is inside: a rotation sees it from without. */
const HEAD = 4
/** Another process may have destroyed the key: what is remembered of it is short. */
const REMEMBER_MS = 30_000

function markOf(month: string): Buffer {
  const [year = 0, no = 0] = month.split('-').map(Number)
  const bytes = Buffer.of(MONTH_MARK, 0, 0)
  bytes.writeUInt16BE(year * 12 + no - 1, 1)
  return bytes
}

function monthIn(wrapped: Buffer): string {
  const count = wrapped.readUInt16BE(1)
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The month of a day, as the district counts it. */
export const monthOf = (at: Date): string => localDay(at).slice(0, 7)

export const isUnderMonth = (sealed: Buffer): boolean => sealed[0] === MONTH_MARK

const unlessThere = (error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Whole or not at all, and never over one that is there: another process may have made it meanwhile. */
function lay(file: string, bytes: Buffer): void {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = path.join(folder, `.${newName()}`)
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    linkSync(draft, file)
  } catch (error) {
    unlessThere(error)
  }
  unlinkSync(draft)
  syncFolder(folder)
}

export function openMonthKeys(root: string): MonthKeys {
  const known = new Map<string, { readonly key: Buffer; readonly until: number }>()
  const folderOf = ({ tenant, purpose }: MonthOf) => path.join(root, tenant, purpose)
  const read = (file: string): Buffer | undefined => {
    const found = known.get(file)
    if (found && found.until > clock.ticks()) return found.key
    known.delete(file)
    try {
      const key = readFileSync(file)
      if (key.length !== KEY) throw new Error(`${file} is no key of a month`)
      known.set(file, { key, until: clock.ticks() + REMEMBER_MS })
      return key
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
  const context = (of: MonthOf, month: string) => Buffer.from(`${of.tenant}|${of.purpose}|${month}`)
  const keys: MonthKeys = {
    markOf,
    bare: (value, of) => (isUnderMonth(value) ? keys.unwrap(value, of) : value),
    wrap(sealed, of, month) {
      const file = path.join(folderOf(of), month)
      let key = read(file)
      if (!key) {
        lay(file, newBytes(KEY))
        key = read(file)!
      }
      const nonce = newBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context(of, month))
      const body = Buffer.concat([cipher.update(sealed), cipher.final()])
      return Buffer.concat([markOf(month), sealed.subarray(0, 1), nonce, cipher.getAuthTag(), body])
    },
    unwrap(wrapped, of) {
      const month = monthIn(wrapped)
      const file = path.join(folderOf(of), month)
      const key = read(file)
      if (!key) {
        // A key that is gone before its time: the folder is not whole, or not the one of this system.
        throw new Problem(month < monthOf(clock.now()) ? endingProblems.ended : endingProblems.keyAway)
      }
      const at = HEAD + NONCE
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(HEAD, at), { authTagLength: TAG })
      decipher.setAAD(context(of, month)).setAuthTag(wrapped.subarray(at, at + TAG))
      return Buffer.concat([decipher.update(wrapped.subarray(at + TAG)), decipher.final()])
    },
    months(of) {
      try {
        return readdirSync(folderOf(of))
          .filter((name) => /^\d{4}-\d{2}$/.test(name))
          .sort()
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
        throw error
      }
    },
    destroy(of, month) {
      const file = path.join(folderOf(of), month)
      known.delete(file)
      let handle: number
      try {
        handle = openSync(file, 'r+')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
        throw error
      }
      try {
        writeSync(handle, newBytes(KEY), 0, KEY, 0)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      unlinkSync(file)
      syncFolder(path.dirname(file))
    },
  }
  return keys
}

/** A value that takes the place of one under the key of a month is put under it too. */
export const underSameMonth = (months: MonthKeys, before: Buffer, after: Buffer, of: MonthOf): Buffer =>
  isUnderMonth(before) ? months.wrap(after, of, monthIn(before)) : after

/** The same keys, which also open what waits under the key of a month. `purposeOf` says for which purpose a column is kept. */
export const withMonths = (keys: Keys, months: MonthKeys, purposeOf: (at: Binding) => string | undefined): Keys =>
  Object.assign(Object.create(keys) as Keys, {
    open(sealed: Buffer, at: Binding): string {
      const purpose = isUnderMonth(sealed) ? purposeOf(at) : undefined
      return keys.open(purpose ? months.unwrap(sealed, { tenant: at.tenant, purpose }) : sealed, at)
    },
    sealInPlaceOf(before: Buffer, text: string, at: Binding): Buffer {
      const purpose = purposeOf(at)
      const after = keys.seal(text, at)
      return purpose ? underSameMonth(months, before, after, { tenant: at.tenant, purpose }) : after
    },
  })
