// What Linli relies on outside, made to be ill: a gateway of SMS, an address that is called, a mail server; off, refusing, or slow.
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export const ILLNESSES = ['off', 'refusing', 'slow'] as const
export type Health = 'well' | (typeof ILLNESSES)[number]

/** Longer than anybody waits for an answer. */
export const SLOW_MS = 30_000

export type Ailing = {
  readonly port: number
  /** How often each thing came in whole, by the name it has with us; what was refused did not come in. */
  readonly got: ReadonlyMap<string, number>
  be(health: Health): Promise<void>
  close(): Promise<void>
}

/** How it is asked: `take` counts what came in, `health` says how to answer. */
type Bedside = { readonly health: () => Health; readonly take: (name: string) => void }

async function atBedside(make: (side: Bedside) => Server): Promise<Ailing> {
  const got = new Map<string, number>()
  const lines = new Set<Socket>()
  let health: Health = 'well'
  const server = make({ health: () => health, take: (name) => got.set(name, (got.get(name) ?? 0) + 1) })
  server.on('connection', (line: Socket) => {
    lines.add(line)
    line.on('error', () => {}).once('close', () => lines.delete(line))
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const leave = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      for (const line of lines) line.destroy()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    got,
    async be(next) {
      if (next === 'off' && server.listening) await leave()
      if (next !== 'off' && !server.listening) await listen(port)
      health = next
    },
    async close() {
      if (server.listening) await leave()
    },
  }
}

type Heard = { readonly request: IncomingMessage; readonly body: string }

/** Takes POSTs; `name` finds what we call the thing, `right` is how one that is well answers. */
export const ailingHttp = (
  name: (heard: Heard) => string,
  right: (response: ServerResponse) => void,
): Promise<Ailing> =>
  atBedside(({ health, take }) =>
    createHttp((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part)).on('error', () => {})
      request.on('end', async () => {
        if (health() === 'refusing') return response.writeHead(503).end()
        take(name({ request, body: Buffer.concat(parts).toString() }))
        if (health() === 'slow') await pause(SLOW_MS, undefined, { ref: false })
        right(response)
      })
    }),
  )

const GREETING = '220 post.example ready\r\n'
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^EHLO/, '250-post.example\r\n250 8BITMIME\r\n'],
  [/^DATA/, '354 go on\r\n'],
  [/^QUIT/, '221 bye\r\n'],
]

/** Takes letters by SMTP; each is named by its Message-ID. A slow one has the letter and does not say so. */
export const ailingMail = (): Promise<Ailing> =>
  atBedside(({ health, take }) =>
    createServer((line) => {
      let letter: string[] | undefined
      const end = async (lines: readonly string[]) => {
        take(
          lines
            .find((one) => /^Message-ID:/i.test(one))
            ?.slice(11)
            .trim() ?? 'nameless',
        )
        if (health() === 'slow') await pause(SLOW_MS, undefined, { ref: false })
        line.write('250 queued\r\n')
      }
      const hear = (said: string) => {
        if (letter === undefined) {
          line.write(ANSWERS.find(([asked]) => asked.test(said))?.[1] ?? '250 ok\r\n')
          if (said.startsWith('DATA')) letter = []
        } else if (said === '.') {
          void end(letter)
          letter = undefined
        } else letter.push(said)
      }
      line.write(health() === 'refusing' ? '421 not now\r\n' : GREETING)
      line.on('data', (bytes) => bytes.toString().split('\r\n').filter(Boolean).forEach(hear))
    }),
  )
