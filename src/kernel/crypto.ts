// Keys from one root key in a file, sealed fields bound to their row, keyed hashes for look-ups.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Where a sealed value lives. It is authenticated with the value: moved to another row, it does not open.
 * `seal` counts how often the row's sealed fields were sealed, where the row keeps that count: an old value put back does not open.
 */
export type Binding = { tenant: string; table: string; column: string; row: string; seal?: number }

/** What is found by a keyed hash of its whole value. */
export type Blinded = 'id number' | 'phone' | 'same person' | 'household'

const VERSION = 1
const NONCE = 12
const TAG = 16
const BLIND = 16

/** Which frame of which part of a stream; `last` says that none follows, so that a cut stream does not pass for a whole one. */
export type FrameAt = { readonly part: number; readonly index: number; readonly last: boolean }

/** A stream in frames, each sealed for its place: moved, swapped, cut short or changed, it does not open. */
export type Frames = {
  /** AES-256-GCM; `tag(16) text`. The same place may be sealed once only: its number is the nonce. */
  seal(bytes: Buffer, at: FrameAt): Buffer
  open(sealed: Buffer, at: FrameAt): Buffer
}

export type Keys = {
  /** AES-256-GCM; `version(1) nonce(12) tag(16) text`. */
  seal(text: string, at: Binding): Buffer
  /** Throws when the value was changed or belongs elsewhere. */
  open(sealed: Buffer, at: Binding): string
  sealBytes(bytes: Buffer, context: string): Buffer
  openBytes(sealed: Buffer, context: string): Buffer
  /** Under a key of its own; `stream` must never come again, since the frames of two streams have the same nonces. */
  frames(stream: string): Frames
  /** HMAC-SHA-256 under a key of its own per purpose, for look-ups of secrets that are not kept. */
  mac(purpose: string, value: string | Buffer): Buffer
  /** 16 bytes, under a key of its own per tenant and purpose: equal values are found, and nothing can be read back. */
  blind(tenant: string, purpose: Blinded, value: string): Buffer
  /** Under each key that rows may still carry, newest first, for `= any`. */
  blinds(tenant: string, purpose: Blinded, value: string): Buffer[]
  /** Of the key that seals now; a row with sealed fields keeps it as `key_version`. */
  readonly version: number
}

const SAMPLE = '0'.repeat(64)

/** Reads the root key (64 hex digits, file mode 0600) or makes it at the first start. */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
  }
  const root = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (root.length !== 32) throw new Error(`LINLI_KEY_FILE: ${file} does not hold 64 hex digits`)
  return keysFrom(root)
}

/** Why a key file must not be used in production, or undefined. */
export function keyFileFault(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  if ((statSync(file).mode & 0o077) !== 0) return `${file} can be read by others (want mode 0600)`
  if (readFileSync(file, 'utf8').trim() === SAMPLE) return `${file} is the sample key`
  return undefined
}

export function keysFrom(root: Buffer): Keys {
  const derived = new Map<string, Buffer>()
  const key = (purpose: string) => {
    let found = derived.get(purpose)
    if (!found) derived.set(purpose, (found = Buffer.from(hkdfSync('sha256', root, 'linli', purpose, 32))))
    return found
  }
  const encrypt = (secret: Buffer, plain: Buffer, context: string) => {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
  }
  const decrypt = (secret: Buffer, sealed: Buffer, context: string) => {
    if (sealed[0] !== VERSION) throw new Error('sealed value of an unknown version')
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(1, 1 + NONCE))
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()])
  }
  const fieldKey = (at: Binding) => key(`field ${at.tenant}`)
  const context = (at: Binding) =>
    `${at.tenant}|${at.table}|${at.column}|${at.row}${at.seal === undefined ? '' : `|${at.seal}`}`
  const blind = (tenant: string, purpose: Blinded, value: string) =>
    createHmac('sha256', key(`blind ${tenant} ${purpose}`))
      .update(value)
      .digest()
      .subarray(0, BLIND)
  return {
    seal: (text, at) => encrypt(fieldKey(at), Buffer.from(text), context(at)),
    open: (sealed, at) => decrypt(fieldKey(at), sealed, context(at)).toString(),
    sealBytes: (bytes, where) => encrypt(key('files'), bytes, where),
    openBytes: (sealed, where) => decrypt(key('files'), sealed, where),
    frames: (stream) => framesUnder(key(`frames ${stream}`)),
    mac: (purpose, value) =>
      createHmac('sha256', key(`mac ${purpose}`))
        .update(value)
        .digest(),
    blind,
    blinds: (tenant, purpose, value) => [blind(tenant, purpose, value)],
    version: VERSION,
  }
}

function framesUnder(secret: Buffer): Frames {
  const nonce = ({ part, index }: FrameAt) => {
    const bytes = Buffer.alloc(NONCE)
    bytes.writeUInt32BE(part, 0)
    bytes.writeBigUInt64BE(BigInt(index), 4)
    return bytes
  }
  const context = ({ last }: FrameAt) => Buffer.of(VERSION, last ? 1 : 0)
  return {
    seal(bytes, at) {
      const cipher = createCipheriv('aes-256-gcm', secret, nonce(at)).setAAD(context(at))
      const body = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([cipher.getAuthTag(), body])
    },
    open(sealed, at) {
      const decipher = createDecipheriv('aes-256-gcm', secret, nonce(at), { authTagLength: TAG })
      decipher.setAAD(context(at)).setAuthTag(sealed.subarray(0, TAG))
      return Buffer.concat([decipher.update(sealed.subarray(TAG)), decipher.final()])
    },
  }
}

export const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
