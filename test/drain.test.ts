// A server that is told to stop: what has begun is answered however long it takes, and whoever is connected is sent on.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { anyone } from '#kernel/access.ts'
import { contract } from '#kernel/contract.ts'
import { listen, webApp } from '#kernel/http/http.ts'
import { type AnyOperation, operation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { openStreet, type Street } from './street.ts'

/** Longer than the two seconds after which every connection was once cut. */
const SLOW_MS = 2_600

const { slow: signature } = contract('drain', {
  slow: {
    kind: 'query',
    summary: { zh: '慢', en: 'Slow' },
    input: z.strictObject({}),
    output: z.object({ ok: z.boolean() }),
  },
})
let begun = () => {}
const slow = operation(signature, {
  permit: [anyone('a test')],
  async run() {
    begun()
    await pause(SLOW_MS)
    return { ok: true }
  },
}) as unknown as AnyOperation

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

async function serving() {
  let leaving = false
  const app = webApp({
    house: street.house,
    operations: new Map([...operations, ['drain.slow', slow]]),
    live: street.opened.live,
    gate: street.opened.gate,
    pages: [],
    outside: [],
    problemPage: (problem) => problem.message,
    dist: 'dist',
    log: () => {},
    ready: async () => true,
    leaving: () => leaving,
  })
  const server = await listen(app, 0, '127.0.0.1')
  const url = `http://127.0.0.1:${server.port}`
  const post = () =>
    fetch(`${url}/api/drain.slow`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  return { server, url, post, leave: () => void (leaving = true) }
}

test('leaving, it says so and still answers; closed, it answers what has begun and nothing new', async () => {
  const { server, url, post, leave } = await serving()
  const before = await fetch(`${url}/readyz`)
  expect([before.status, before.headers.get('connection')]).toEqual([200, 'keep-alive'])
  leave()
  const after = await fetch(`${url}/readyz`)
  expect([after.status, after.headers.get('connection')]).toEqual([503, 'close'])
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const { promise: started, resolve } = Promise.withResolvers<void>()
  begun = resolve
  const answer = post()
  await started
  const closed = server.close()
  await expect(pause(50).then(() => fetch(`${url}/healthz`))).rejects.toThrow()
  expect(await (await answer).json()).toEqual({ ok: true })
  await closed
})
