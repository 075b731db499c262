// Long form of O5: a real server is asked for ten times what it can do, for a minute; reports, pages and figures in equal parts.
// node test/long/overload.ts                    the trial
// node test/long/overload.ts --bite=unbounded   without a bound to the line: nothing is shed and everybody waits
// The last figures stand in results/overload.json.
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eraseEmbedded } from '#kernel/embedded/embedded.ts'
import { killable, ROOT } from '../kill/server.ts'
import { makeStreet } from '../kill/street.ts'
import { unboundedLine } from '../kill/without.ts'
import { keep } from './results.ts'

const SECONDS = Number(process.argv.find((one) => one.startsWith('--seconds='))?.slice(10) ?? 60)
const bite = process.argv.includes('--bite=unbounded')
/** More would only wait in this process, and a wait here is none of the server's. */
const MOST_OPEN = 550

type What = 'act' | 'read' | 'figure'
type Told = {
  readonly what: What
  readonly status: number
  readonly again: number
  readonly ms: number
  readonly at: number
}

const agent = new Agent({ keepAlive: true, maxSockets: MOST_OPEN })
/** Whoever comes when it is over has a connection of his own. */
const newcomer = new Agent({ maxSockets: 1 })
function ask(
  url: string,
  what: What,
  operation: string,
  input: unknown,
  more: { token?: string; by?: Agent } = {},
): Promise<Told> {
  const { token, by = agent } = more
  const body = JSON.stringify(input)
  const sent = performance.now()
  return new Promise((resolve) => {
    const tell = (status: number, again = 0) =>
      resolve({ what, status, again, ms: performance.now() - sent, at: performance.now() })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }
    const going = request(
      `${url}/api/${operation}`,
      { method: 'POST', agent: by, headers, timeout: 90_000 },
      (answer) => {
        answer.resume().on('end', () => tell(answer.statusCode ?? 0, Number(answer.headers['retry-after'] ?? 0)))
      },
    )
    going.on('error', () => tell(0)).on('timeout', () => going.destroy())
    going.end(body)
  })
}

const quantile = (of: readonly number[], share: number) =>
  Math.round([...of].sort((a, b) => a - b)[Math.floor(of.length * share)] ?? 0)

const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-overload-'))
const tree = bite ? unboundedLine() : ROOT
const code = await makeStreet(dataDir, true)
const server = await killable(tree, dataDir)
try {
  await server.start()
  const { url } = server
  const signIn = await fetch(`${url}/api/account.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'anxiaoya', password: 'linli-demo' }),
  })
  const { token } = (await signIn.json()) as { token: string }
  const ways: Readonly<Record<What, () => Promise<Told>>> = {
    act: () => ask(url, 'act', 'matter.report', { code, words: '楼道灯不亮' }),
    read: () => ask(url, 'read', 'matter.list', { view: 'open' }, { token }),
    figure: () => ask(url, 'figure', 'matter.figures', { from: '2026-01-01', to: '2026-11-18' }, { token }),
  }
  const turn = (n: number) => (['act', 'read', 'figure'] as const)[n % 3]!
  // What it can do: sixteen who wait for each answer.
  let done = 0
  const until = performance.now() + 8_000
  await Promise.all(
    Array.from({ length: 16 }, async (_, n) => {
      for (let at = n; performance.now() < until; at++) if ((await ways[turn(at)]()).status === 200) done++
    }),
  )
  const capacity = done / 8
  const told: Told[] = []
  let open = 0
  let offered = 0
  let unsent = 0
  const since = performance.now()
  while (performance.now() - since < SECONDS * 1_000) {
    const want = Math.floor(((performance.now() - since) / 1_000) * capacity * 10)
    for (; offered < want; offered++) {
      if (open >= MOST_OPEN) {
        unsent++
        continue
      }
      open++
      void ways[turn(offered)]().then((one) => {
        open--
        told.push(one)
      })
    }
    await pause(5)
  }
  const over = performance.now()
  let recovered = Number.NaN
  while (Number.isNaN(recovered) && performance.now() - over < 60_000) {
    const one = await ask(url, 'read', 'matter.list', { view: 'open' }, { token, by: newcomer })
    if (one.status === 200 && one.ms < 1_000) recovered = (performance.now() - over) / 1_000
  }
  while (open > 0 && performance.now() - over < 100_000) await pause(50)
  const of = (what: What) => told.filter((one) => one.what === what)
  const share = (what: What) =>
    Math.round((of(what).filter((one) => one.status === 200).length / Math.max(1, of(what).length)) * 1_000) / 1_000
  const shed = told.filter((one) => one.status === 503)
  const figures = {
    seconds: SECONDS,
    capacity: Math.round(capacity),
    offeredPerSecond: Math.round(offered / SECONDS),
    keptBack: unsent,
    answered: told.length,
    servedShare: { act: share('act'), read: share('read'), figure: share('figure') },
    servedPerSecond: Math.round(told.filter((one) => one.status === 200).length / SECONDS),
    shed: shed.length,
    shedWithoutTime: shed.filter((one) => !(one.again > 0)).length,
    otherwise: told.filter((one) => ![200, 503].includes(one.status)).length,
    actP95ms: quantile(
      of('act')
        .filter((one) => one.status === 200)
        .map((one) => one.ms),
      0.95,
    ),
    recoveredSeconds: Math.round(recovered * 10) / 10,
  }
  const { act, read, figure } = figures.servedShare
  const ordered = act > read && read > figure
  const good = figures.shed > 0 && figures.shedWithoutTime === 0 && figures.otherwise === 0 && ordered && recovered < 10
  keep('overload', bite ? 'unbounded' : 'trial', bite ? !good : good, figures)
} finally {
  agent.destroy()
  newcomer.destroy()
  await server.stop()
  await eraseEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
  if (bite) rmSync(tree, { recursive: true, force: true })
}
