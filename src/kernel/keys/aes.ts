// The usual profile: AES-256-GCM (NIST SP 800-38D), HMAC-SHA-256, keys by HKDF-SHA-256.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { FrameAt, Frames } from '../crypto.ts'
import { newBytes } from '../ids.ts'
import { keyObject, type Profile } from './profile.ts'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
const HEAD = 1 + NONCE + TAG
/** Of the frames, which have stood so since the first backup. */
const FORMAT = 1

const withTag = { authTagLength: TAG } as const

export const aes: Profile = {
  name: 'aes',
  derive: (root, purpose) => Buffer.from(hkdfSync('sha256', root, 'linli', purpose, 32)),
  // As text and then as bytes of the pool: a buffer of its own for each is a fifth slower.
  mac: (secret, value) => Buffer.from(createHmac('sha256', keyObject(secret)).update(value).digest('binary'), 'binary'),
  /** `version(1) nonce(12) tag(16) text`. */
  seal(secret, plain, context, version) {
    const nonce = newBytes(NONCE)
    const cipher = createCipheriv(CIPHER, keyObject(secret), nonce, withTag).setAAD(Buffer.from(context))
    // GCM holds nothing back: what comes last is empty.
    const body = cipher.update(plain)
    cipher.final()
    return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body])
  },
  open(secret, sealed, context) {
    if (sealed.length < HEAD) throw new Error('a sealed value was cut short')
    const decipher = createDecipheriv(CIPHER, keyObject(secret), sealed.subarray(1, 1 + NONCE), withTag)
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(1 + NONCE, HEAD))
    return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()])
  },
  frames,
}

function frames(secret: Buffer): Frames {
  const nonce = ({ part, index }: FrameAt) => {
    const bytes = Buffer.alloc(NONCE)
    bytes.writeUInt32BE(part, 0)
    bytes.writeBigUInt64BE(BigInt(index), 4)
    return bytes
  }
  const context = ({ last }: FrameAt) => Buffer.of(FORMAT, last ? 1 : 0)
  return {
    tag: TAG,
    seal(bytes, at) {
      const cipher = createCipheriv(CIPHER, keyObject(secret), nonce(at), withTag).setAAD(context(at))
      const body = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([cipher.getAuthTag(), body])
    },
    open(sealed, at) {
      const decipher = createDecipheriv(CIPHER, keyObject(secret), nonce(at), withTag)
      decipher.setAAD(context(at)).setAuthTag(sealed.subarray(0, TAG))
      return Buffer.concat([decipher.update(sealed.subarray(TAG)), decipher.final()])
    },
  }
}
