// The whole web server of a test house in this process: requests go in as a browser or program sends them, no port is opened.
import path from 'node:path'
import { type Listening, listen, type Server, webApp } from '#kernel/http/http.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { problemCodes } from '#modules/problem-codes.ts'
import { type Linli, linli } from '../client/linli.ts'
import type { Opened } from '../src/commands/open-house.ts'

const ADDRESS = 'http://localhost:7080'

export type TestWeb = {
  /** `path` below the address, e.g. '/api/matter.list'; `from`: the address that the connection comes from. */
  ask(path: string, init?: RequestInit, from?: string): Promise<Response>
  /** POST of JSON to an operation; `key` is the Idempotency-Key, `token` a session or API token. */
  post(
    operation: string,
    input: unknown,
    extra?: { key?: string; token?: string; by?: 'cookie' | 'bearer' },
  ): Promise<Response>
  /** The client that programs use, on this server, for whoever holds the token. A refusal is thrown. */
  client(token?: string): Linli
  /** The same server at a port of its own. */
  serve(listening?: Listening): Promise<Server>
  /** What the server wrote to its log: failures nobody foresaw. */
  readonly log: readonly string[]
}

export const withToken = (token: string | undefined, by: 'cookie' | 'bearer' = 'cookie'): Record<string, string> =>
  token === undefined ? {} : by === 'cookie' ? { cookie: `linli=${token}` } : { authorization: `Bearer ${token}` }

/** `list` may hold a broken copy of an operation. */
export function openWeb(opened: Opened, list: ReadonlyMap<string, AnyOperation> = operations): TestWeb {
  const log: string[] = []
  const app = webApp({
    house: opened.house,
    operations: list,
    live: opened.live,
    gate: opened.gate,
    problemCodes,
    pages: [],
    outside: [open311Door],
    problemPage: (problem) => problem.message,
    dist: path.join(import.meta.dirname, '../dist'),
    log: (line) => log.push(line),
    ready: async () => true,
  })
  const ask = async (at: string, init?: RequestInit, from?: string) =>
    app.request(ADDRESS + at, init, from ? { incoming: { socket: { remoteAddress: from } } } : {})
  return {
    ask,
    post: (operation, input, { key, token, by } = {}) =>
      ask(`/api/${operation}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key ? { 'idempotency-key': key } : {}),
          ...withToken(token, by),
        },
        body: JSON.stringify(input),
      }),
    client: (token) => linli({ url: ADDRESS, token, tries: 1, fetch: async (url, init) => app.request(url, init) }),
    serve: (listening) => listen(app, 0, '127.0.0.1', listening),
    log,
  }
}
