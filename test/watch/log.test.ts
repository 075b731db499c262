// Goal I8: the log is one line of JSON per event and holds nothing that anybody typed, whatever is sent and wherever it fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { anyone } from '#kernel/access.ts'
import { webApp } from '#kernel/http/http.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { faultOf } from '#kernel/watch/fault.ts'
import { openLog } from '#kernel/watch/log.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { openStreet, type Street } from '../street.ts'

const CANARY = '⟦王小明13800001234⟧'
const NASTY = [
  'x\r\n{"level":"info","what":"request","operation":"forged"}',
  '\u001b[2J\u001b[31mred\u001b]0;title\u0007',
  '\u2028line\u0085line\u0000',
  'A'.repeat(1_000_000),
]

let street: Street
let token: string
beforeAll(async () => {
  street = await openStreet()
  const entered = await openWeb([], (entry) => ({ ...entry }))(
    '/api/account.signIn',
    post({ login: 'chenjing', password: DEMO_PASSWORD }),
  )
  token = ((await entered.json()) as { token: string }).token
})
afterAll(() => street.close())

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Fails with what was sent in its words, in a field of its own, and in something that looks like a frame of a stack. */
const failing: AnyOperation = {
  ...operations.get('matter.kinds')!,
  signature: { ...operations.get('matter.kinds')!.signature, input: z.looseObject({}) },
  permit: [anyone('to see it fail')],
  run: async () => {
    const cause = Object.assign(new Error(`duplicate key: (${CANARY})`), {
      code: '23505',
      detail: CANARY,
      table: CANARY,
    })
    const error = new Error(`no answer for ${CANARY}\n    at ${CANARY} (/home/${CANARY}.ts:1:1)\n${NASTY[0]}`, {
      cause,
    })
    throw Object.assign(error, { name: CANARY })
  },
}

function openWeb(lines: string[], allow?: (entry: object) => Record<string, unknown>) {
  const log = openLog({ form: 'json', out: { write: (line) => void lines.push(line) }, ...(allow ? { allow } : {}) })
  const app = webApp({
    house: street.house,
    gate: street.opened.gate,
    operations: new Map([...operations, ['matter.failing', failing]]),
    live: street.opened.live,
    pages: residentPages,
    outside: [open311Door],
    problemPage,
    dist: path.join(import.meta.dirname, '../../dist'),
    log: (where, error, request) =>
      log.fault(
        allow
          ? (Object.assign(faultOf(where, error, { request }), { said: String(error) }) as never)
          : faultOf(where, error, { request }),
      ),
    seen: (request) => log.seen(request),
    ready: async () => true,
  })
  return async (at: string, init?: RequestInit) => app.request(`http://localhost:7080${at}`, init)
}

/** Everything a sender chooses, in every place where he may choose it. */
async function sendAll(ask: ReturnType<typeof openWeb>): Promise<number> {
  const said = encodeURIComponent(CANARY)
  const header = {
    'x-forwarded-for': said,
    'user-agent': said,
    referer: `http://a.example/${said}`,
    'x-request-id': said,
    cookie: `linli=${token}`,
  }
  const addresses = [
    ...[
      `/q/${said}`,
      `/r/${said}`,
      `/${said}`,
      `/api/${said}`,
      `/rooms?in=${said}`,
      `/open311/v2/requests.json?q=${said}`,
    ],
    ...[
      `/desk/${said}`,
      `/assets/${said}.js`,
      `/api/live?receipt=${said}`,
      `/api/matter.photo?id=${said}&token=${token}`,
      `/q?code=${said}`,
    ],
  ]
  for (const at of addresses) await (await ask(at, { headers: header })).body?.cancel()
  const bodies = [CANARY, ...NASTY].flatMap((words) => [
    ask('/api/matter.report', post({ code: words, words }, header)),
    ask('/api/account.signIn', post({ login: words, password: words })),
    ask('/api/matter.failing', post({ words }, header)),
    ask(`/api/${encodeURIComponent(words.slice(0, 2_000))}`, post({}, { 'idempotency-key': said })),
  ])
  for (const answer of await Promise.all(bodies)) await answer.text()
  return addresses.length + bodies.length
}

const FORBIDDEN = [CANARY, '王小明', '13800001234', encodeURIComponent('王小明'), 'forged', '\u001b', 'AAAAAAAA']
const leaks = (lines: readonly string[]) => FORBIDDEN.filter((one) => lines.some((line) => line.includes(one)))

test('one line of JSON per event, none of it longer than two thousand signs, none of it a word that was sent', async () => {
  const lines: string[] = []
  const sent = await sendAll(openWeb(lines))
  const requests = lines.filter((line) => line.includes('"what":"request"'))
  expect(requests).toHaveLength(sent)
  expect(lines.filter((line) => line.includes('"what":"fault"'))).toHaveLength(1 + NASTY.length)
  for (const line of lines) {
    expect(line.indexOf('\n')).toBe(line.length - 1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
    expect(line.length).toBeLessThan(2_000)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) })
  }
  expect(leaks([...lines, token])).toEqual([])
  expect(lines.join('')).not.toContain(token)
})

test('bite: without the list the words of a failure get in', async () => {
  const lines: string[] = []
  await sendAll(openWeb(lines, (entry) => ({ ...entry })))
  expect(leaks(lines)).toContain('王小明')
})

test('a fault says where it happened, what kind it was, and what came before it', async () => {
  const lines: string[] = []
  const answer = await openWeb(lines)('/api/matter.failing', post({}))
  const body = (await answer.json()) as { code: string; details: { request: string } }
  const fault = lines.map((line) => JSON.parse(line)).find((one) => one.what === 'fault')
  expect(fault).toMatchObject({
    where: 'matter.failing',
    error: 'Error',
    request: body.details.request,
    cause: { code: '23505' },
  })
  expect(fault.at[0]).toMatch(/^test\/watch\/log\.test\.ts:\d+$/)
  expect(fault.cause.table).toBeUndefined()
})

test('whoever meets a fault gets the number under which it stands in the log, on a page and in JSON', async () => {
  const ask = openWeb([])
  const answer = await ask('/api/matter.failing', post({}))
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(await answer.json()).toMatchObject({
    code: 'door.fault',
    details: { request: answer.headers.get('x-request-id') },
  })
  const page = await ask('/api/matter.failing', {
    ...post({}),
    headers: { accept: 'text/html', 'content-type': 'application/json' },
  })
  expect(await page.text()).toContain(page.headers.get('x-request-id'))
  const fine = await ask('/healthz', { headers: { 'x-request-id': CANARY.replace(/[^\w]/g, '') } })
  expect(fine.headers.get('x-request-id')).not.toContain('13800001234')
})

/** A process that says 12 MB to a disk without room; how many of them it has kept, and how it ended. */
async function withoutRoom(form: 'json' | 'text'): Promise<{ grownMb: number; code: number | null }> {
  const script = `
    import { setImmediate as turn } from 'node:timers/promises'
    import { standardLog } from './src/kernel/watch/log.ts'
    const log = standardLog('${form}')
    const held = () => (gc(), process.memoryUsage().heapUsed / 2 ** 20)
    const before = held()
    for (let n = 0; n < 24_000; n++) {
      log.said('x'.repeat(500))
      if (n % 1_000 === 0) await turn()
    }
    process.stderr.write(String(Math.round(held() - before)))
    process.exit()`
  const full = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    cwd: path.join(import.meta.dirname, '../..'),
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  let said = ''
  child.stderr!.on('data', (text) => (said += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { grownMb: Number(said), code }
}

test.runIf(existsSync('/dev/full'))('a disk without room costs lines: neither the process nor its memory', async () => {
  for (const form of ['json', 'text'] as const) {
    const { grownMb, code } = await withoutRoom(form)
    expect([form, code]).toEqual([form, 0])
    expect(grownMb).toBeLessThan(5)
  }
})
