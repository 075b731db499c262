// Figures for monitoring: where they may be read, that their labels come from our lists, and that the example board asks for none that is not there.
import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { listen, webApp } from '#kernel/http/http.ts'
import { serveMetrics } from '#kernel/watch/metrics-server.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { metricsOf } from '../../src/commands/measure.ts'
import { openStreet, type Street } from '../street.ts'

const BOARD = path.join(import.meta.dirname, '../../docs/operate/grafana.json')
const ALERTS = path.join(import.meta.dirname, '../../docs/operate/alerts.yml')

let street: Street
let ask: (at: string, init?: RequestInit) => Promise<Response>
let metrics: ReturnType<typeof metricsOf>
beforeAll(async () => {
  street = await openStreet()
  metrics = metricsOf(street.opened)
  const app = webApp({
    house: street.house,
    gate: street.opened.gate,
    operations,
    live: street.opened.live,
    pages: residentPages,
    outside: [open311Door],
    problemPage: (problem) => problem.message,
    dist: 'dist',
    log: () => {},
    seen: street.opened.watch.meter.take,
    ready: async () => true,
  })
  ask = async (at, init) => app.request(`http://localhost:7080${at}`, init)
})
afterAll(() => street.close())

/** Names in what Prometheus reads, those of histograms with their endings. */
const namesIn = (text: string) => new Set([...text.matchAll(/^([a-z_0-9]+)(?:\{| )/gm)].map((match) => match[1]!))

test('whatever is asked for, a label is one of ours', async () => {
  for (let at = 0; at < 50; at++) {
    await ask(`/api/matter.${at}`, { method: 'POST' })
    await ask(`/q/CODE${at}`)
    await ask(`/${at}/13800001234`)
    await ask(`/desk/${at}`)
    await ask(`/open311/v2/${at}`)
  }
  const text = await metrics.text()
  const seen = new Set([...text.matchAll(/^linli_requests_total\{operation="([^"]*)"/gm)].map((match) => match[1]!))
  expect([...seen].sort()).toEqual(['GET /q/:code', 'desk', 'open311', 'unknown'])
  expect(text).not.toContain('13800001234')
  expect(text.length).toBeLessThan(100_000)
})

test('every figure of the list is there', async () => {
  const names = namesIn(await metrics.text())
  for (const name of [
    ...['requests_total', 'request_seconds_bucket', 'requests_shed_total', 'nodejs_eventloop_lag_p99_seconds'],
    ...['process_resident_memory_bytes', 'pool_connections', 'jobs', 'unsealed_seconds', 'matters_late', 'part'],
    ...['matters_open', 'live_streams', 'faults', 'notices_untold', 'disk_bytes', 'database_up'],
  ])
    expect(names, name).toContain(`linli_${name}`)
})

/** Names that expressions ask for. */
const asked = (text: string) => [...text.matchAll(/\blinli_[a-z_0-9]+/g)].map((match) => match[0])
/** Appear only once there is something to count. */
const SOMETIMES = ['linli_backup_age_seconds', 'linli_backup_proof_age_seconds', 'linli_outbox', 'linli_round_seconds']

test('the example board and the example alerts ask for figures that exist', async () => {
  const names = namesIn(await metrics.text())
  const board = JSON.parse(readFileSync(BOARD, 'utf8')) as { panels: { title: string; targets?: { expr: string }[] }[] }
  const expressions = board.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
  expect(expressions.length).toBeGreaterThan(12)
  const missing = (text: string) => asked(text).filter((name) => !names.has(name) && !SOMETIMES.includes(name))
  expect(missing(expressions.join('\n'))).toEqual([])
  expect(missing(readFileSync(ALERTS, 'utf8'))).toEqual([])
  expect(missing('rate(linli_nothing_total[5m])')).toEqual(['linli_nothing_total'])
  for (const panel of board.panels)
    expect(panel, panel.title).toMatchObject({ id: expect.any(Number), gridPos: { w: expect.any(Number) } })
  for (const name of SOMETIMES)
    expect(readFileSync(path.join(import.meta.dirname, '../../src/kernel/watch/metrics.ts'), 'utf8')).toContain(
      `'${name}'`,
    )
})

test('settings: on this machine alone unless a token guards them; off where nobody asked', () => {
  const metricsOf = (env: Record<string, string>) => readConfig(env).metrics
  expect(metricsOf({})).toBeUndefined()
  expect(metricsOf({ LINLI_ENV: 'production' })).toEqual({ host: '127.0.0.1', port: 9464, token: undefined })
  expect(metricsOf({ LINLI_ENV: 'production', LINLI_METRICS: 'off' })).toBeUndefined()
  expect(metricsOf({ LINLI_METRICS: '[::1]:9464' })).toMatchObject({ host: '::1' })
  for (const beyond of ['0.0.0.0:9464', '10.0.0.7:9464', '[::]:9464', 'metrics.example:9464'])
    expect(() => metricsOf({ LINLI_METRICS: beyond }), beyond).toThrow('LINLI_METRICS_TOKEN')
  expect(metricsOf({ LINLI_METRICS: '0.0.0.0:9464', LINLI_METRICS_TOKEN: 'a-token-of-sixteen' })).toMatchObject({
    host: '0.0.0.0',
  })
  expect(() => metricsOf({ LINLI_METRICS: 'here' })).toThrow('LINLI_METRICS')
})

/** `fetch` does not let a Host be chosen. */
const get = (port: number, headers: Record<string, string>, at = '/metrics') =>
  new Promise<number>((resolve) => {
    httpRequest({ host: '127.0.0.1', port, path: at, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    }).end()
  })

test('the public server has no such path; the private one asks for its name, or for the token', async () => {
  expect((await ask('/metrics')).status).toBe(404)
  const open = await serveMetrics({ host: '127.0.0.1', port: 0, token: undefined }, metrics)
  expect(await get(open.port, {})).toBe(200)
  expect(await get(open.port, { host: 'evil.example' })).toBe(403)
  expect(await get(open.port, {}, '/')).toBe(404)
  await open.stop()
  const guarded = await serveMetrics({ host: '127.0.0.1', port: 0, token: 'a-token-of-sixteen' }, metrics)
  expect(await get(guarded.port, {})).toBe(401)
  expect(await get(guarded.port, { authorization: 'Bearer wrong' })).toBe(401)
  expect(await get(guarded.port, { authorization: 'Bearer a-token-of-sixteen', host: 'a.example' })).toBe(200)
  await guarded.stop()
})

test('open live pages are counted, and gone when they end', async () => {
  const { watch } = street.opened
  const app = webApp({
    house: street.house,
    gate: street.opened.gate,
    operations,
    live: street.opened.live,
    pages: [],
    outside: [],
    problemPage: () => '',
    dist: 'dist',
    log: () => {},
    ready: async () => true,
  })
  const server = await listen(app, 0, '127.0.0.1')
  const { token } = await street.stranger.do((await import('#modules/account/contract.ts')).account.signIn, {
    login: 'chenjing',
    password: 'linli-demo',
  })
  const leave = new AbortController()
  await fetch(`http://127.0.0.1:${server.port}/api/live`, {
    headers: { cookie: `linli=${token}` },
    signal: leave.signal,
  })
  expect(watch.streams).toBe(1)
  leave.abort()
  await expect.poll(() => watch.streams).toBe(0)
  await server.close()
})
