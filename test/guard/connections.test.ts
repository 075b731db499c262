// Goal I9, short form: requests that could be read in two ways, senders that never finish, connections that say nothing.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONNECTIONS, type ConnectionBounds } from '#kernel/http/connections.ts'
import { listen, type Server, webApp } from '#kernel/http/http.ts'
import { operations } from '#modules/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { openStreet, type Street } from '../street.ts'
import { besiege, HEAD, open } from './siege.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

const BOUNDS: ConnectionBounds = {
  ...CONNECTIONS,
  headersMs: 800,
  requestMs: 1_200,
  lookMs: 200,
  most: 400,
  mostOfOne: 120,
}

const serve = (bounds: ConnectionBounds): Promise<Server> =>
  listen(
    webApp({
      house: street.house,
      operations,
      live: street.opened.live,
      gate: street.opened.gate,
      pages: residentPages,
      outside: [],
      problemPage,
      dist: path.join(import.meta.dirname, '../../dist'),
      log: () => {},
      ready: async () => true,
    }),
    0,
    '127.0.0.1',
    { bounds },
  )

async function withServer<T>(bounds: ConnectionBounds, work: (port: number) => Promise<T>): Promise<T> {
  const server = await serve(bounds)
  try {
    return await work(server.port)
  } finally {
    await server.close()
  }
}

const HIDDEN = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'
/** Two servers in a row could disagree where each of these ends. */
const SHAPES: readonly [string, string][] = [
  ['length and chunks', `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['chunks and length', `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 44\r\n\r\n{}${HIDDEN}`],
  ['two equal lengths in one line', `${HEAD}Content-Length: 2, 2\r\n\r\n{}${HIDDEN}`],
  [
    'a bare line feed between headers',
    `${HEAD.replace('\r\nContent', '\nContent')}Content-Length: 2\r\n\r\n{}${HIDDEN}`,
  ],
  ['bare line feeds at the end', `${HEAD}Content-Length: 2\n\n{}${HIDDEN}`],
  ['a blank before the colon', `${HEAD}Content-Length : 2\r\n\r\n{}${HIDDEN}`],
  ['a folded header', `${HEAD}Transfer-Encoding:\r\n chunked\r\nContent-Length: 2\r\n\r\n{}${HIDDEN}`],
  ['chunked twice', `${HEAD}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['a length with a sign', `${HEAD}Content-Length: +2\r\n\r\n{}${HIDDEN}`],
  ['a chunk length that is none', `${HEAD}Transfer-Encoding: chunked\r\n\r\n2;\n{}\r\n0x0\r\n\r\n${HIDDEN}`],
  ['no host', `GET /healthz HTTP/1.1\r\n\r\n`],
]

describe('a request that could be read in two ways', () => {
  test.each(SHAPES)('%s: refused, the line closed, and nothing behind it answered', async (_, bytes) => {
    await withServer(BOUNDS, async (port) => {
      const line = open(port, '127.0.0.1', bytes)
      await Promise.race([line.ended, pause(3_000)])
      expect(line.isOpen()).toBe(false)
      expect(line.said()).toMatch(/^HTTP\/1\.1 400 /)
      expect(line.said()).not.toContain('{"ok":true}')
    })
  })
})

const FEW = { slow: 100, silent: 200 } as const

describe('slow and silent lines', () => {
  test('are cut off, one address holds only so many, and others are answered meanwhile', async () => {
    const seen = await withServer(BOUNDS, (port) => besiege(port, { ...FEW, most: 15_000 }))
    process.stdout.write(`connections: ${JSON.stringify(seen)}\n`)
    expect(seen.held).toBe(0)
    expect(seen.besieged).toBeLessThan(Math.max(300, 5 * seen.calm))
  })

  test('bite: without time-outs they stay, and take the places of others', async () => {
    const never = { ...BOUNDS, headersMs: 0, requestMs: 0, mostOfOne: Number.POSITIVE_INFINITY, most: 290 }
    const seen = await withServer(never, (port) => besiege(port, { ...FEW, most: 2_000 }))
    expect(seen.held).toBeGreaterThan(100)
    expect(seen.besieged).toBe(Number.POSITIVE_INFINITY)
  })
})
