// A real server that is called: it writes down what came, answers as it is told, and checks signatures in its own few lines.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { certificate } from './certificate.ts'

export type Got = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string }
type Answer = (response: ServerResponse, got: Got) => void

export type Receiver = {
  readonly port: number
  readonly url: string
  readonly got: Got[]
  /** The certificate it shows, where it speaks https. */
  readonly cert: string
  answer: Answer
  close(): Promise<void>
}

export const ok: Answer = (response) => response.writeHead(204).end()
export const says =
  (status: number, text = '', headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(text)

export async function openReceiver({ secure = false, host = '127.0.0.1' } = {}): Promise<Receiver> {
  const got: Got[] = []
  const { key, cert } = secure ? certificate('localhost') : { key: '', cert: '' }
  const receiver = { got, cert, answer: ok } as { got: Got[]; cert: string; answer: Answer }
  const hear = (request: import('node:http').IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(parts).toString(), path: request.url ?? '' }
      got.push(one)
      receiver.answer(response, one)
    })
    request.on('error', () => {})
  }
  const server = secure ? createSecure({ key, cert }, hear) : createServer(hear)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const name = secure ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return Object.assign(receiver, {
    port,
    url: `${secure ? 'https' : 'http'}://${name}:${port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

/** As a receiver would do it by the text of Standard Webhooks, without a word of ours. */
export function isSigned({ headers, body }: Got, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const wanted = createHmac('sha256', key).update(content).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
      return one.startsWith('v1,') && given.length === wanted.length && timingSafeEqual(given, wanted)
    })
}
