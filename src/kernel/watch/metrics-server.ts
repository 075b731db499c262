// Where figures are read: an address of its own, on this machine unless a token guards it; never a path of the public server.
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import { sha256 } from '../crypto.ts'

type Place = NonNullable<Config['metrics']>
type Metrics = { text(): Promise<string>; readonly type: string }

const same = (a: string, b: string): boolean => timingSafeEqual(sha256(Buffer.from(a)), sha256(Buffer.from(b)))

/** A page in somebody's browser may reach an address of his own machine, but not under that machine's own name. */
const isOurs = (host: string | undefined, { token }: Place): boolean =>
  token !== undefined || /^(127\.[\d.]+|localhost|\[::1\])(:\d+)?$/.test(host ?? '')

function answer(place: Place, metrics: Metrics, request: IncomingMessage, response: ServerResponse): void {
  const end = (status: number, body: string, type = 'text/plain; charset=utf-8') =>
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  const sent = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  if (request.method !== 'GET' || request.url !== '/metrics') end(404, 'GET /metrics\n')
  else if (!isOurs(request.headers.host, place)) end(403, 'by the name of this machine only\n')
  else if (place.token !== undefined && !same(sent, place.token)) end(401, 'a token is needed\n')
  else
    metrics.text().then(
      (text) => end(200, text, metrics.type),
      () => end(500, 'no figures\n'),
    )
}

/** Rejects when the address is taken. */
export async function serveMetrics(place: Place, metrics: Metrics): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000 }, (request, response) =>
    answer(place, metrics, request, response),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(place.port, place.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : place.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
