// POSTs to an address that somebody else named: only where it may reach, only to what was checked, never longer than agreed.
import { lookup as askNames } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { CallFault } from './call-fault.ts'
import { type Reach, reachOf } from './reach.ts'

/** `status` is 0 where nothing was answered; `answer` the beginning of what was, as text. */
export type Called = { readonly status: number; readonly answer: string; readonly fault: CallFault | null }

export type Call = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The host was marked as one of our own: addresses of an intranet and plain http are then allowed. */
  readonly inside: boolean
}

export type CallOptions = {
  readonly resolve: (host: string) => Promise<readonly { address: string; family: number }[]>
  readonly reach: (address: string) => Reach
  readonly patienceMs: number
  /** A certificate to trust besides the machine's own. */
  readonly ca?: string
}

export const usualCall: CallOptions = {
  resolve: (host) => askNames(host, { all: true, verbatim: true }),
  reach: reachOf,
  patienceMs: 10_000,
}

/** Of an answer so much is kept; behind so much more the line is cut. */
const KEPT_BYTES = 1_024
const READ_BYTES = 16_384

class Forbidden extends Error {}

/**
 * Names are asked once, and what they answered is checked and connected to: there is no second answer that could be
 * another one. One forbidden address among several spoils them all.
 */
const checkedNames =
  ({ resolve, reach }: CallOptions, inside: boolean): LookupFunction =>
  (host, options, done) => {
    resolve(host).then(
      (found) => {
        const bad = found.some(({ address }) => !mayReach(reach(address), inside))
        const [first] = found
        if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
        else if (bad) done(new Forbidden(), '', 0)
        else if (options.all) done(null, [...found])
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }

const mayReach = (reach: Reach, inside: boolean) => reach === 'outside' || (reach === 'inside' && inside)

function faultOf(error: NodeJS.ErrnoException): CallFault {
  if (error instanceof Forbidden) return 'forbidden'
  const { code = '', name } = error
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout'
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'noAddress'
  return /CERT|SSL|TLS|UNABLE_TO|SELF_SIGNED/.test(code) ? 'certificate' : 'unreachable'
}

/** Control characters say nothing on a page, and one of them could not be stored. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const plain = (bytes: Buffer) => bytes.toString('utf8').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part)
      length += part.length
      if (length >= READ_BYTES) break
    }
  } catch {
    // The status has come; what else was to be said is not worth a second delivery.
  }
  response.destroy()
  return plain(Buffer.concat(parts).subarray(0, KEPT_BYTES))
}

function outcome(status: number): CallFault | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirect' : 'refused'
}

/** Sends once and says what came of it; never throws. Connections are not kept, so nothing is sent over an old one. */
export async function callOut({ url, headers, body, inside }: Call, options: CallOptions = usualCall): Promise<Called> {
  const to = URL.parse(url)
  if (!to) return { status: 0, answer: '', fault: 'forbidden' }
  const host = to.hostname.replace(/^\[|\]$/g, '')
  const plainAllowed = inside && to.protocol === 'http:'
  if (to.protocol !== 'https:' && !plainAllowed) return { status: 0, answer: '', fault: 'forbidden' }
  // An address instead of a name is never looked up, so it is checked here.
  if (isIP(host) && !mayReach(options.reach(host), inside)) return { status: 0, answer: '', fault: 'forbidden' }
  const signal = AbortSignal.timeout(options.patienceMs)
  const { request } = plainAllowed ? http : https
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({ status: 0, answer: '', fault: signal.aborted ? 'timeout' : faultOf(error) })
    const asked = request(
      to,
      {
        method: 'POST',
        agent: false,
        lookup: checkedNames(options, inside),
        signal,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ...(options.ca ? { ca: options.ca } : {}),
      },
      (response) => {
        const status = response.statusCode ?? 0
        read(response).then((answer) => resolve({ status, answer, fault: outcome(status) }), failed)
      },
    )
    asked.on('error', failed)
    asked.end(body)
  })
}
