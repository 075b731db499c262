// One keep-alive connection that sends a request and waits for its whole answer: as little work as HTTP allows.
import { connect, type Socket } from 'node:net'

export type Answer = { readonly status: number; readonly body: Buffer }

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n')

/** Where the answer ends in what has come so far, and where its body begins; undefined while it is not whole. */
function measure(bytes: Buffer): { head: string; body: number; end: number } | undefined {
  const at = bytes.indexOf(HEAD_END)
  if (at < 0) return undefined
  const head = bytes.toString('latin1', 0, at).toLowerCase()
  const body = at + 4
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined)
    return bytes.length >= body + Number(length) ? { head, body, end: body + Number(length) } : undefined
  const last = bytes.indexOf(LAST_CHUNK, at)
  return last < 0 ? undefined : { head, body, end: last + LAST_CHUNK.length }
}

export class Wire {
  readonly #socket: Socket
  #come: Buffer = Buffer.alloc(0)
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (bytes) => this.#hear(bytes))
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')))
  }

  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  #hear(bytes: Buffer): void {
    this.#come = this.#come.length ? Buffer.concat([this.#come, bytes]) : bytes
    const whole = measure(this.#come)
    if (!whole) return
    const answer = { status: Number(whole.head.slice(9, 12)), body: this.#come.subarray(whole.body, whole.end) }
    this.#come = this.#come.subarray(whole.end)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(answer)
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }
}

/** A POST of JSON as bytes, built before the clock runs. */
export function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Buffer {
  const json = Buffer.from(JSON.stringify(body))
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/json',
    'content-length': String(json.length),
  })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${head}\r\n`), json])
}
