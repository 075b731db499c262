// The national profile: SM4-CTR (GB/T 32907), then HMAC-SM3 (GB/T 32905) over what was encrypted. OpenSSL has no SM4-GCM.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { FrameAt, Frames } from '../crypto.ts'
import { newBytes } from '../ids.ts'
import { keyObject, type Profile } from './profile.ts'

const CIPHER = 'sm4-ctr'
const NONCE = 16
const TAG = 32
const HEAD = 1 + NONCE + TAG

const derived = (root: Buffer, purpose: string, length: number) =>
  Buffer.from(hkdfSync('sm3', root, 'linli', purpose, length))

type Pair = { readonly cipher: Buffer; readonly mac: Buffer }
const pairs = new WeakMap<Buffer, Pair>()

/** What encrypts must not also authenticate. */
function pairOf(secret: Buffer): Pair {
  let pair = pairs.get(secret)
  if (!pair) pairs.set(secret, (pair = { cipher: derived(secret, 'sm4', 16), mac: derived(secret, 'hmac', 32) }))
  return pair
}

const encrypt = (key: Buffer, nonce: Buffer, plain: Buffer): Buffer => {
  const cipher = createCipheriv(CIPHER, keyObject(key), nonce)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

const decrypt = (key: Buffer, nonce: Buffer, body: Buffer): Buffer => {
  const decipher = createDecipheriv(CIPHER, keyObject(key), nonce)
  return Buffer.concat([decipher.update(body), decipher.final()])
}

/** Its length goes before the context, so that no byte can move from one part to the next. */
function tagOf(key: Buffer, context: Buffer, head: Buffer, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(context.length)
  return createHmac('sm3', keyObject(key)).update(length).update(context).update(head).update(body).digest()
}

function refuseUnlessEqual(tag: Buffer, right: Buffer): void {
  if (tag.length !== right.length || !timingSafeEqual(tag, right))
    throw new Error('a sealed value is not as it was sealed')
}

export const sm: Profile = {
  name: 'sm',
  derive: (root, purpose) => derived(root, purpose, 32),
  mac: (secret, value) => createHmac('sm3', keyObject(secret)).update(value).digest(),
  /** `version(1) nonce(16) tag(32) text`. */
  seal(secret, plain, context, version) {
    const pair = pairOf(secret)
    const head = Buffer.concat([Buffer.of(version), newBytes(NONCE)])
    const body = encrypt(pair.cipher, head.subarray(1), plain)
    return Buffer.concat([head, tagOf(pair.mac, Buffer.from(context), head, body), body])
  },
  open(secret, sealed, context) {
    const pair = pairOf(secret)
    const head = sealed.subarray(0, 1 + NONCE)
    const body = sealed.subarray(HEAD)
    refuseUnlessEqual(sealed.subarray(1 + NONCE, HEAD), tagOf(pair.mac, Buffer.from(context), head, body))
    return decrypt(pair.cipher, head.subarray(1), body)
  },
  frames,
}

function frames(secret: Buffer): Frames {
  const pair = pairOf(secret)
  /** The last four bytes count the blocks of one frame. */
  const nonce = ({ part, index }: FrameAt) => {
    const bytes = Buffer.alloc(NONCE)
    bytes.writeUInt32BE(part, 0)
    bytes.writeBigUInt64BE(BigInt(index), 4)
    return bytes
  }
  const tag = (at: FrameAt, body: Buffer) => tagOf(pair.mac, Buffer.of(at.last ? 1 : 0), nonce(at), body)
  return {
    tag: TAG,
    seal(bytes, at) {
      const body = encrypt(pair.cipher, nonce(at), bytes)
      return Buffer.concat([tag(at, body), body])
    },
    open(sealed, at) {
      const body = sealed.subarray(TAG)
      refuseUnlessEqual(sealed.subarray(0, TAG), tag(at, body))
      return decrypt(pair.cipher, nonce(at), body)
    },
  }
}
