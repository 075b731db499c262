// What of a request the gate counts by: where it comes from, which command it is, what it has worked or waited for.

import type { Visit } from '../guard/admission.ts'
import type { Gate } from '../guard/gate.ts'
import type { Credential } from './identity.ts'

/** Header of a program that was asked for work before its report is taken: the solved sum or the waited ticket. */
export const PASS_HEADER = 'linli-pass'

/** What the server's own connection says; inside this process there is none. */
export type Connection = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined

export function visitOf(gate: Gate, request: Request, connection: Connection): Visit {
  return {
    address: gate.addressOf(connection?.incoming?.socket?.remoteAddress, request.headers),
    key: request.headers.get('idempotency-key') ?? undefined,
    pass: request.headers.get(PASS_HEADER) ?? undefined,
  }
}

/** Any request is counted before anything is looked up for it. */
export const knock = (gate: Gate, { address }: Visit, credential: Credential | undefined): Promise<void> =>
  gate.guard.knock(address, credential?.secret)
