// Goal S8: every answer of every route, whatever was sent and whatever went wrong, carries the headers that guard a reader.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyone } from '#kernel/access.ts'
import { webApp } from '#kernel/http/http.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { open311Door } from '#modules/open311/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { jpeg, openStreet, type Street } from './street.ts'

const HTTPS = 'https://linli.example'
const YEAR = 365 * 86_400

let street: Street
let dist: string
let ask: (address: string, init?: RequestInit) => Promise<Response>
let paths: string[]
let token: string

/** Fails in a way nobody foresaw, with something in its words that must not get out. */
const broken: AnyOperation = {
  ...operations.get('matter.kinds')!,
  permit: [anyone('to see it fail')],
  run: async () => {
    throw new Error('no answer for 13800001234')
  },
}

const BUILT = [
  'desk.html',
  'field.html',
  'assets/a.js',
  'assets/a.css',
  'assets/a.woff2',
  'assets/a.svg',
  'assets/a.png',
]

beforeAll(async () => {
  street = await openStreet()
  dist = mkdtempSync(path.join(tmpdir(), 'linli-dist-'))
  mkdirSync(path.join(dist, 'assets'))
  for (const name of BUILT) writeFileSync(path.join(dist, name), 'x')
  const app = webApp({
    house: { ...street.house, url: HTTPS },
    operations: new Map([...operations, ['matter.broken', broken]]),
    live: street.opened.live,
    gate: street.opened.gate,
    pages: residentPages,
    outside: [open311Door],
    problemPage,
    dist,
    log: () => {},
    ready: async () => true,
  })
  ask = async (address, init) => app.request(HTTPS + address, init)
  const code = await street.codeOf('清荷苑3号楼2单元')
  const { ids, uploads } = await street.photo()
  const sent = await street.stranger.do(matter.report, { code, words: '楼道堆了杂物', photos: ids }, { uploads })
  const params: Record<string, string> = {
    code,
    receipt: sent.receipt!,
    operation: 'matter.kinds',
    id: sent.id,
    file: ids[0]!,
  }
  const fill = (route: string) =>
    route.replace(/:(\w+)/g, (_, name: string) => params[name] ?? sent.receipt!).replace('*', 'a.js')
  const fetched = `/api/matter.storyPhoto?receipt=${sent.receipt}&file=${ids[0]}`
  const known = app.routes.map((route) => fill(route.path)).filter((route) => route !== '/a.js')
  const odd = [
    '/nothing/here',
    '/api/nothing.here',
    '/api/matter.broken',
    '/q/%00',
    '/q/%E0%A4%A',
    '/assets/../package.json',
    '/assets/none.js',
    `/${'a'.repeat(3_000)}`,
  ]
  paths = [...new Set([...known, ...BUILT.map((name) => `/${name}`), fetched, '/', ...odd])]
  const signedIn = await ask('/api/account.signIn', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'zhouxiaolan', password: DEMO_PASSWORD }),
  })
  token = ((await signedIn.json()) as { token: string }).token
})
afterAll(async () => {
  rmSync(dist, { recursive: true, force: true })
  await street.close()
})

/** Everything a body can be sent as, proper and not. */
const bodies = async (): Promise<[string, RequestInit]['1'][]> => {
  const form = new FormData()
  form.set('words', '路灯不亮')
  form.set('photos', new Blob([new Uint8Array(await jpeg())], { type: 'image/jpeg' }), 'a.jpg')
  const typed = (type: string, body: string) => ({ body, headers: { 'content-type': type } })
  return [
    {},
    typed('application/json', '{}'),
    typed('application/json', '{"'),
    typed('application/json; charset=utf-8', '[]'),
    typed('application/x-www-form-urlencoded', 'words=a&__proto__=b'),
    typed('text/plain', 'a'),
    typed('text/xml', '<a/>'),
    typed('multipart/form-data; boundary=a', 'broken'),
    typed('application/octet-stream', '\u0000'),
    { body: form },
  ]
}

const POLICY_NEEDS = [`default-src 'none'`, `frame-ancestors 'none'`]
const NEVER = /unsafe-|data:[^;]*script|\*/

/** What is missing or wrong in the headers of an answer. `open`: all that is answered there is public, for pages of any origin. */
function faultsOf(headers: Headers, open = false): string[] {
  const faults: string[] = []
  const need = (name: string, fits: (value: string) => boolean) => {
    const value = headers.get(name) ?? ''
    if (!fits(value)) faults.push(`${name}: ${value || 'none'}`)
  }
  need('content-security-policy', (value) => POLICY_NEEDS.every((one) => value.includes(one)) && !NEVER.test(value))
  need('strict-transport-security', (value) => Number(/max-age=(\d+)/.exec(value)?.[1]) >= YEAR)
  need('x-content-type-options', (value) => value === 'nosniff')
  need('referrer-policy', (value) => value === 'no-referrer')
  need('cross-origin-opener-policy', (value) => value === 'same-origin')
  need('cross-origin-resource-policy', (value) => value === (open ? 'cross-origin' : 'same-origin'))
  need('permissions-policy', (value) =>
    ['microphone=(self)', 'payment=()', 'camera=(self)', 'geolocation=(self)'].every((one) => value.includes(one)),
  )
  need('server', (value) => value === '')
  need('x-powered-by', (value) => value === '')
  need('access-control-allow-origin', (value) => value === (open ? '*' : ''))
  need('access-control-allow-credentials', (value) => value === '')
  need('set-cookie', (value) => !open || value === '')
  return faults
}

/** Answers that may hold what somebody reported or is called are kept by nobody. */
function keptFault(address: string, response: Response): string[] {
  const shared = /^\/(assets|style)\/|^\/(desk|field)\b/.test(address)
  const cache = response.headers.get('cache-control') ?? 'none'
  return (shared && response.ok) || cache.includes('no-store') ? [] : [`cache-control: ${cache}`]
}

type Asked = { readonly label: string; readonly response: Response; readonly address: string }

async function* everyAnswer(): AsyncGenerator<Asked> {
  const sent = await bodies()
  for (const address of paths) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])
      yield {
        label: `${method} ${address}`,
        address,
        response: await ask(address, { method, headers: { cookie: `__Host-linli=${token}` } }),
      }
    for (const init of sent)
      for (const headers of [{}, { origin: 'https://elsewhere.example' }] as Record<string, string>[]) {
        const response = await ask(address, {
          method: 'POST',
          ...init,
          headers: { ...(init.headers as object), ...headers },
        })
        yield { label: `POST ${address} ${JSON.stringify(init.headers ?? {})}`, address, response }
      }
  }
}

test('every route × method × content type answers with every header', async () => {
  const faults: string[] = []
  const statuses = new Set<number>()
  let answers = 0
  for await (const { label, address, response } of everyAnswer()) {
    answers++
    statuses.add(response.status)
    const wrong = [...faultsOf(response.headers, address.startsWith('/open311')), ...keptFault(address, response)]
    faults.push(...wrong.map((fault) => `${label} → ${response.status}: ${fault}`))
    await response.body?.cancel()
  }
  console.info(`headers: ${answers} answers of ${paths.length} paths, statuses ${[...statuses].sort().join(' ')}`)
  expect(answers).toBeGreaterThan(500)
  expect([...new Set(faults)]).toEqual([])
})

test('a failure nobody foresaw tells its reader nothing of itself', async () => {
  const response = await ask('/api/matter.broken', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(500)
  expect(faultsOf(response.headers)).toEqual([])
  expect(await response.text()).not.toMatch(/13800001234|\.ts:\d/)
})

test('a session cookie is bound to host, https and our own pages', async () => {
  const response = await ask('/api/account.signIn', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'zhouxiaolan', password: DEMO_PASSWORD }),
  })
  const cookie = response.headers.get('set-cookie') ?? ''
  for (const part of ['__Host-linli=', 'Path=/', 'HttpOnly', 'SameSite=Strict', 'Secure'])
    expect(cookie).toContain(part)
})

test('no page carries what its own policy would stop', async () => {
  for (const address of paths) {
    const response = await ask(address, { headers: { accept: 'text/html' } })
    if (!response.headers.get('content-type')?.startsWith('text/html')) {
      await response.body?.cancel()
      continue
    }
    const html = await response.text()
    expect(
      html.match(
        /<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son[a-z]+=|javascript:|https?:\/\/(?!linli\.example)[^"'\s<]*\.(js|css|png)/i,
      )?.[0],
      address,
    ).toBeUndefined()
  }
})

test('it would be noticed: any one header dropped or weakened', async () => {
  const { headers } = await ask('/')
  expect(faultsOf(headers)).toEqual([])
  for (const name of [
    'content-security-policy',
    'strict-transport-security',
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
  ]) {
    const without = new Headers(headers)
    without.delete(name)
    expect(faultsOf(without), name).toHaveLength(1)
  }
  const weak = new Headers(headers)
  weak.set(
    'content-security-policy',
    headers.get('content-security-policy')!.replace(`script-src 'self'`, `script-src 'self' 'unsafe-inline'`),
  )
  expect(faultsOf(weak)).toHaveLength(1)
})
