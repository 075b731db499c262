// The face of a set of algorithms: one key makes others, seals and hashes. What is bound to which row is not its business.
import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Frames, ProfileName } from '../crypto.ts'

export type Profile = {
  readonly name: ProfileName
  /** 32 bytes for one purpose; from them nothing leads back to `root`, nor to what another purpose got. */
  derive(root: Buffer, purpose: string): Buffer
  /** 32 bytes. */
  mac(secret: Buffer, value: string | Buffer): Buffer
  /** Begins with `version`, one byte. `context` is authenticated and not kept. */
  seal(secret: Buffer, plain: Buffer, context: string, version: number): Buffer
  /** Throws when the value, its version or its context is not as it was sealed. */
  open(secret: Buffer, sealed: Buffer, context: string): Buffer
  /** `secret` is of one stream alone. */
  frames(secret: Buffer): Frames
}

const objects = new WeakMap<Buffer, KeyObject>()

/** A key as OpenSSL holds it. Made from its bytes at each use, it costs four times what is done with it. */
export function keyObject(secret: Buffer): KeyObject {
  let object = objects.get(secret)
  if (!object) objects.set(secret, (object = createSecretKey(secret)))
  return object
}
