// How long a connection may be slow and how many there may be: whoever sends a byte a second holds nobody else up.
import type { Server as HttpServer, IncomingMessage, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { clock } from '../clock.ts'

/** The pace of a large file: less than `least` bytes in `windowMs`, or nothing at all for `silentMs`, and it is cut off. */
export type Pace = { readonly silentMs: number; readonly windowMs: number; readonly least: number }

export type ConnectionBounds = {
  /** From the connection, or the answer before, until all headers are here. */
  readonly headersMs: number
  /** Until the whole request is here: fifteen megabytes by a phone with a poor signal. */
  readonly requestMs: number
  /** Instead of that, of a file whose sender was let in: it goes on as long as it moves. */
  readonly pace: Pace
  /** Without a byte in either direction; a live line beats every 15 s. Longer than any answer may take. */
  readonly silentMs: number
  /** How often slow ones are looked for; Node's own 30 s would let each live three times as long. */
  readonly lookMs: number
  readonly most: number
  /** Of one address. A proxy that is trusted brings everybody and needs no bound of its own. */
  readonly mostOfOne: number
}

export const CONNECTIONS: ConnectionBounds = {
  headersMs: 10_000,
  requestMs: 120_000,
  // A megabyte a minute is a line of 140 kbit/s: a city's 400 MB take seven hours, and nobody sends them by less.
  pace: { silentMs: 60_000, windowMs: 60_000, least: 1_000_000 },
  silentMs: 180_000,
  lookMs: 1_000,
  most: 4_000,
  mostOfOne: 600,
}

/** What Node's parser keeps by itself; bodies are timed below, since it has one time for all of them. What is malformed or could be read in two ways is refused by it (RFC 9112, 6.3). */
export const serverOptions = (bounds: ConnectionBounds): ServerOptions => ({
  headersTimeout: bounds.headersMs,
  requestTimeout: 0,
  connectionsCheckingInterval: bounds.lookMs,
  insecureHTTPParser: false,
  requireHostHeader: true,
})

const paced = new WeakSet<object>()
/** From here on the body of this request is bound by its pace alone. */
export const boundByPace = (incoming: object): void => void paced.add(incoming)

/** A body on its way in. `bytes`: of its connection, when it moved last and when the window began. */
type Arriving = { readonly since: number; moved: number; bytes: number; window: number; before: number }

/** Whether a file moves too slowly; called at each look. */
function isTooSlow(body: Arriving, bytes: number, now: number, { silentMs, windowMs, least }: Pace): boolean {
  if (bytes > body.bytes) Object.assign(body, { bytes, moved: now })
  if (now - body.moved > silentMs) return true
  if (now - body.window < windowMs) return false
  const slow = bytes - body.before < least
  Object.assign(body, { window: now, before: bytes })
  return slow
}

const LATE = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

function cutSlowBodies(server: HttpServer, { requestMs, pace, lookMs }: ConnectionBounds): void {
  const arriving = new Map<IncomingMessage, Arriving>()
  server.on('request', (request: IncomingMessage) => {
    const { headers, socket } = request
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
    const [now, bytes] = [clock.ticks(), socket.bytesRead]
    arriving.set(request, { since: now, moved: now, bytes, window: now, before: bytes })
    request.once('close', () => arriving.delete(request))
  })
  const look = setInterval(() => {
    const now = clock.ticks()
    for (const [request, body] of arriving) {
      if (request.complete) arriving.delete(request)
      else if (
        paced.has(request)
          ? isTooSlow(body, request.socket.bytesRead, now, pace)
          : requestMs > 0 && now - body.since > requestMs
      ) {
        arriving.delete(request)
        request.socket.write(LATE)
        request.destroy()
      }
    }
  }, lookMs).unref()
  server.once('close', () => clearInterval(look))
}

/** Bounds of a server that listens. `trusts`: addresses of our own proxies. */
export function boundConnections(
  server: HttpServer,
  bounds: ConnectionBounds,
  trusts: (address: string) => boolean,
): void {
  const { most, mostOfOne, silentMs } = bounds
  cutSlowBodies(server, bounds)
  server.maxConnections = most
  server.setTimeout(silentMs, (socket: Socket) => socket.destroy())
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress?.replace(/^::ffff:/, '')
    if (!address || trusts(address)) return
    const now = (open.get(address) ?? 0) + 1
    if (now > mostOfOne) {
      socket.destroy()
      return
    }
    open.set(address, now)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}
