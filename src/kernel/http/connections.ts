// How long a connection may be slow and how many there may be: whoever sends a byte a second holds nobody else up.
import type { Server as HttpServer, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

export type ConnectionBounds = {
  /** From the connection, or the answer before, until all headers are here. */
  readonly headersMs: number
  /** Until the whole request is here: fifteen megabytes by a phone with a poor signal. */
  readonly requestMs: number
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
  silentMs: 180_000,
  lookMs: 1_000,
  most: 4_000,
  mostOfOne: 600,
}

/** What Node's parser keeps by itself; what is malformed or could be read in two ways is refused by it (RFC 9112, 6.3). */
export const serverOptions = (bounds: ConnectionBounds): ServerOptions => ({
  headersTimeout: bounds.headersMs,
  requestTimeout: bounds.requestMs,
  connectionsCheckingInterval: bounds.lookMs,
  insecureHTTPParser: false,
  requireHostHeader: true,
})

/** Bounds of a server that listens. `trusts`: addresses of our own proxies. */
export function boundConnections(
  server: HttpServer,
  { most, mostOfOne, silentMs }: ConnectionBounds,
  trusts: (address: string) => boolean,
): void {
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
