// Signatures of calls to other systems, as Standard Webhooks has them: who holds the secret can tell that it was us, and when.
import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** `whsec_` and the key in base64, as receivers' libraries read it. `key` is URL-safe base64 of 32 bytes (ids.ts). */
export const secretOf = (key: string): string => PREFIX + Buffer.from(key, 'base64url').toString('base64')

/** `v1,` and HMAC-SHA-256 over `id.second.body` in base64. */
export function sign(secret: string, id: string, second: string, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64')}`
}

/** The three headers; under several secrets, a signature by each, so that a receiver may change when it suits him. */
export const signedHeaders = (secrets: readonly string[], id: string, second: string, body: string) => ({
  'webhook-id': id,
  'webhook-timestamp': second,
  'webhook-signature': secrets.map((secret) => sign(secret, id, second, body)).join(' '),
})
