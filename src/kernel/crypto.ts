// What the keys do for everybody: sealed fields bound to their row, sealed streams, keyed hashes. How they do it is in keys/.
import { createHash } from 'node:crypto'

/**
 * Where a sealed value lives. It is authenticated with the value: moved to another row, it does not open.
 * `seal` counts how often the row's sealed fields were sealed, where the row keeps that count: an old value put back does not open.
 */
export type Binding = { tenant: string; table: string; column: string; row: string; seal?: number }

/** What is found by a keyed hash of its whole value. */
export type Blinded = 'id number' | 'phone' | 'same person' | 'household' | 'kin phone'

/** Which frame of which part of a stream; `last` says that none follows, so that a cut stream does not pass for a whole one. */
export type FrameAt = { readonly part: number; readonly index: number; readonly last: boolean }

/** A stream in frames, each sealed for its place: moved, swapped, cut short or changed, it does not open. */
export type Frames = {
  /** By so many bytes a sealed frame is longer than what is in it. */
  readonly tag: number
  /** `tag text`. The same place may be sealed once only: its number is the nonce. */
  seal(bytes: Buffer, at: FrameAt): Buffer
  open(sealed: Buffer, at: FrameAt): Buffer
}

/**
 * `aes`: AES-256-GCM and HMAC-SHA-256. `sm`: SM4-CTR with HMAC-SM3 over what was encrypted (GB/T 32907, GB/T 32905).
 * A database is begun with one of them and stays with it.
 */
export type ProfileName = 'aes' | 'sm'

export type Keys = {
  readonly profile: ProfileName
  /** Of the key that seals now; a row with sealed fields keeps it as `key_version`. */
  readonly version: number
  /** Those that still open, newest first. */
  readonly versions: readonly number[]
  /** Begins with one byte that says which version of the key sealed it. */
  seal(text: string, at: Binding): Buffer
  /** Throws when the value was changed or belongs elsewhere. */
  open(sealed: Buffer, at: Binding): string
  /** As `seal`, and under the key of the same month where the value before was under one (ending/month-keys.ts). */
  sealInPlaceOf?(before: Buffer, text: string, at: Binding): Buffer
  sealBytes(bytes: Buffer, context: string): Buffer
  openBytes(sealed: Buffer, context: string): Buffer
  /** Under a key of its own; `stream` must never come again, since the frames of two streams have the same nonces. */
  frames(stream: string, version?: number): Frames
  /** 32 bytes under a key of its own per purpose, for look-ups of secrets that are not kept. No rotation changes it. */
  mac(purpose: string, value: string | Buffer): Buffer
  /** 16 bytes, under a key of its own per tenant and purpose: equal values are found, and nothing can be read back. */
  blind(tenant: string, purpose: Blinded, value: string): Buffer
  /** Under each key that rows may still carry, newest first, for `= any`. */
  blinds(tenant: string, purpose: Blinded, value: string): Buffer[]
  /** What a version makes of a fixed word: tells whether two files hold the same key. */
  check(version: number): Buffer
}

/** Which version of the key sealed a value. */
export const versionOf = (sealed: Buffer): number => sealed[0] ?? 0

export const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
