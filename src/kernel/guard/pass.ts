// What lets a stranger's report through when many come: a small sum solved by his browser, or a ticket that has waited.
import { timingSafeEqual } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { z } from 'zod'
import { clock } from '../clock.ts'
import type { Keys } from '../crypto.ts'
import { newName, newNumber } from '../ids.ts'

/** How many hashes the sum takes: 20,000–60,000, half a second on a cheap phone (test/guard/solver). Always found, never endless. */
const LEAST_WORK = 20_000
const MOST_WORK = 60_000
const GOOD_MS = 15 * 60_000
export const WAIT_MS = 20_000

/** What a browser needs to solve; `data` binds it to what it is for. */
export type Challenge = Awaited<ReturnType<typeof createChallenge>>
/** Somebody has worked or waited; `id` is used once. `early`: so many seconds are still to wait. */
export type Passed = { readonly id: string; readonly by: 'work' | 'wait'; readonly early: number }

export type Passes = {
  /** `what` it is good for, e.g. one printed code. */
  challenge(what: string): Promise<Challenge>
  ticket(what: string): string
  /** Undefined when it is none, is over, or is for something else. */
  check(sent: string, what: string): Promise<Passed | undefined>
}

const Sent = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('SHA-256'),
      nonce: z.string().regex(/^[0-9a-f]{32}$/),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      cost: z.literal(1),
      keyLength: z.literal(32),
      keyPrefix: z.string().regex(/^[0-9a-f]{32}$/),
      data: z.object({ what: z.string(), until: z.number() }),
    }),
    signature: z.string().max(100),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(64) }),
})
const Ticket = z.object({ no: z.string(), what: z.string(), from: z.number(), until: z.number() })

/** JSON as it was sent, or nothing. */
function unpack<T>(shape: z.ZodType<T>, packed: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(Buffer.from(packed, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

const MOST_LENGTH = 2_000

export function openPasses(keys: Keys): Passes {
  const secret = keys.mac('pass', 'challenge').toString('hex')
  const macOf = (body: string) => keys.mac('ticket', body)
  // What it is for is told to nobody: a code stands in it as its keyed hash.
  const named = (what: string) => keys.mac('pass for', what).subarray(0, 12).toString('base64url')
  const now = () => clock.now().getTime()

  const worked = async (sent: string, what: string): Promise<Passed | undefined> => {
    const payload = unpack(Sent, sent)
    const { data, nonce } = payload?.challenge.parameters ?? {}
    if (!payload || !data || data.what !== named(what) || data.until < now()) return undefined
    const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret })
    return verified ? { id: nonce!, by: 'work', early: 0 } : undefined
  }
  const waited = (sent: string, what: string): Passed | undefined => {
    const [body = '', mac = ''] = sent.slice(2).split('.')
    const right = macOf(body)
    const given = Buffer.from(mac, 'base64url')
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
    const ticket = unpack(Ticket, body)
    if (!ticket || ticket.what !== named(what) || ticket.until < now()) return undefined
    return { id: ticket.no, by: 'wait', early: Math.max(0, Math.ceil((ticket.from - now()) / 1000)) }
  }

  return {
    challenge: (what) =>
      createChallenge({
        algorithm: 'SHA-256',
        cost: 1,
        counter: newNumber(LEAST_WORK, MOST_WORK),
        deriveKey,
        keyPrefixLength: 16,
        data: { what: named(what), until: now() + GOOD_MS },
        hmacSignatureSecret: secret,
      }),
    ticket(what) {
      const ticket = { no: newName(), what: named(what), from: now() + WAIT_MS, until: now() + GOOD_MS }
      const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
      return `t.${body}.${macOf(body).toString('base64url')}`
    },
    async check(sent, what) {
      if (sent.length > MOST_LENGTH) return undefined
      return sent.startsWith('t.') ? waited(sent, what) : worked(sent, what)
    },
  }
}
