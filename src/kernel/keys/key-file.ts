// The file of the root key: one line of 64 hex digits, or after the first rotation one line per version. Written whole or not at all.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { newBytes } from '../ids.ts'
import type { Profile } from './profile.ts'

export type Ring = {
  /** Root keys by version, in the order of the file: the newest last. */
  readonly roots: ReadonlyMap<number, Buffer>
  /** Makes the keys of hashes that cannot be made anew, since what they were made of is not kept. No rotation changes it. */
  readonly hashes: Buffer
  /** Keys of such hashes that were made straight from the first root key. */
  readonly kept: ReadonlyMap<string, Buffer>
}

/** One byte in front of each sealed value names the version; from 0xe0 on it says that the value is wrapped once more. */
export const MOST_VERSIONS = 0xdf

const SAMPLE = '0'.repeat(64)
const HEX = /^[0-9a-f]{64}$/i

/**
 * What `mac` was asked for before there were versions. These keys came straight from the root key and are kept beside it
 * from the first rotation on; every other purpose gets its key from `hashes`. Nothing is ever added here.
 */
const FIRST_PURPOSES = [
  ...['login', 'session', 'code', 'receipt', 'invitation', 'room', 'open311'].map((kind) => `directory ${kind}`),
  ...['command', 'journal words', 'seal', 'key check', 'check words', 'backup manifest'],
  ...['file ticket', 'pass', 'ticket', 'pass for', 'device'],
].map((purpose) => `mac ${purpose}`)

/** A file of one line: its key is version 1, and the hashes are made from it. */
export const ringOf = (root: Buffer, profile: Profile): Ring => ({
  roots: new Map([[1, root]]),
  hashes: profile.derive(root, 'hashes'),
  kept: new Map(FIRST_PURPOSES.map((purpose) => [purpose, profile.derive(root, purpose)])),
})

/** Throws naming the file's fault, never what it holds. */
export function parseRing(text: string, profile: Profile): Ring {
  if (HEX.test(text.trim())) return ringOf(Buffer.from(text.trim(), 'hex'), profile)
  const roots = new Map<number, Buffer>()
  const kept = new Map<string, Buffer>()
  let hashes: Buffer | undefined
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const [, name = '', hex = '', purpose = ''] = /^(\S+) ([0-9a-f]{64})(?: (.+))?$/.exec(line) ?? []
    const version = Number(name)
    if (name === 'hashes') hashes = Buffer.from(hex, 'hex')
    else if (name === 'kept' && purpose) kept.set(purpose, Buffer.from(hex, 'hex'))
    else if (Number.isInteger(version) && version >= 1 && version <= MOST_VERSIONS && version > lastOf(roots))
      roots.set(version, Buffer.from(hex, 'hex'))
    else throw new Error('does not hold 64 hex digits, nor a list of versions')
  }
  if (!hashes || roots.size === 0) throw new Error('is not whole: a line is missing')
  return { roots, hashes, kept }
}

export const lastOf = (roots: ReadonlyMap<number, unknown>): number => Math.max(0, ...roots.keys())

export function formatRing({ roots, hashes, kept }: Ring): string {
  const lines = [
    '# 邻里根密钥，最新的在最后。另存一份，不要和备份放在一起。 Root keys of Linli, the newest last. Keep a copy apart from the backups.',
    `hashes ${hashes.toString('hex')}`,
    ...[...kept].map(([purpose, key]) => `kept ${key.toString('hex')} ${purpose}`),
    ...[...roots].map(([version, key]) => `${version} ${key.toString('hex')}`),
  ]
  return `${lines.join('\n')}\n`
}

export function readRing(file: string, profile: Profile): Ring {
  try {
    return parseRing(readFileSync(file, 'utf8'), profile)
  } catch (error) {
    throw new Error(`LINLI_KEY_FILE: ${file} ${error instanceof Error ? error.message : error}`)
  }
}

type Place = (half: string, file: string) => void

/** Mode 0600, on disk before it has its name: a crash leaves the old file or the new one. `place` gives it that name. */
export function writeSecret(file: string, text: string, place: Place = renameSync): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const half = `${file}.new-${process.pid}`
  const handle = openSync(half, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  place(half, file)
  const folder = openSync(path.dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** A name that somebody else has given meanwhile stays his. */
function placeUnlessThere(half: string, file: string): void {
  try {
    linkSync(half, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(half)
  }
}

/** Makes the root key at the first start. Of two at once, both go on with the key of one. */
export function makeKeyFile(file: string): void {
  if (!existsSync(file)) writeSecret(file, `${newBytes(32).toString('hex')}\n`, placeUnlessThere)
}

/** With one more version, which seals from now on. */
export function withNewRoot(ring: Ring): Ring {
  const version = lastOf(ring.roots) + 1
  if (version > MOST_VERSIONS) throw new Error(`there are no more than ${MOST_VERSIONS} versions`)
  return { ...ring, roots: new Map([...ring.roots, [version, newBytes(32)]]) }
}

export const withoutRoot = (ring: Ring, version: number): Ring => ({
  ...ring,
  roots: new Map([...ring.roots].filter(([one]) => one !== version)),
})

/** Why a key file must not be used in production, or undefined. */
export function keyFileFault(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  if ((statSync(file).mode & 0o077) !== 0) return `${file} can be read by others (want mode 0600)`
  if (readFileSync(file, 'utf8').includes(SAMPLE)) return `${file} is the sample key`
  return undefined
}
