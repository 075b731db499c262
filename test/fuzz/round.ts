// A round of requests drawn from the open description, good and bad in turn, by whoever may send them; what came back is counted and judged.
import path from 'node:path'
import fc from 'fast-check'
import { openGate } from '#kernel/guard/gate.ts'
import { LIMITS, type Raised } from '#kernel/guard/limits.ts'
import { listen, webApp } from '#kernel/http/http.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import type { Street } from '../street.ts'
import { brokenFrom } from './broken.ts'
import { judge } from './judge.ts'
import { knownOf } from './known.ts'
import { type Described, describedBy } from './schema.ts'
import { drawn } from './valid.ts'
import { oddTo, sendRaw, statusOf } from './wire.ts'

export type Figures = {
  readonly seed: number
  readonly operations: number
  good: number
  goodRefused: number
  /** Good ones that broke a rule beyond types. */
  goodBeyond: number
  bad: number
  badAccepted: number
  odd: number
  readonly statuses: Record<string, number>
  slowestMs: number
  /** By operation: how its good requests ended, for whoever looks at what the drawing reaches. */
  readonly reached: Record<string, Record<number, number>>
  /** Where the description lets through what the door refuses. */
  readonly refusals: string[]
  readonly faults: string[]
}

export type Served = { readonly port: number; readonly log: readonly string[]; close(): Promise<void> }

/** The counting has tests of its own; here a request that is turned away at the gate says nothing about what is behind it. */
const NO_LIMITS: Raised = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, 1e9]))

/** All pages, operations and doors on a real port; `list` may hold a broken copy of an operation. */
export async function serveStreet(
  street: Street,
  list: ReadonlyMap<string, AnyOperation> = operations,
): Promise<Served> {
  const log: string[] = []
  const app = webApp({
    house: street.house,
    gate: openGate(street.house, { ...street.opened.config, limits: NO_LIMITS }),
    operations: list,
    live: street.opened.live,
    pages: residentPages,
    outside: [open311Door],
    problemPage,
    log: (where, error) => log.push(`${where}: ${error}`),
    ready: async () => true,
    dist: path.join(import.meta.dirname, '../../dist'),
  })
  const server = await listen(app, 0, '127.0.0.1')
  return { port: server.port, log, close: server.close }
}

const CAST = ['zhouxiaolan', 'chenjing', 'anxiaoya', 'hemingyuan', 'fengdazhi', 'chengyizhou', 'renxiaotang']
/** They end the very session with which the next requests are sent; sign-out is asked by nobody instead. */
const ENDS_SESSION = new Set(['account.signOut', 'account.signOutEverywhere', 'account.changePassword'])

type Caller = { readonly login: string; token: string | undefined }

async function signIn(url: string, login: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/api/account.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'linli-demo' }),
  })
  return answer.ok ? ((await answer.json()) as { token: string }).token : undefined
}

/** Who could ever be let through, found by the rules themselves; nobody where the door is open to strangers. */
async function castFor(street: Street, list: readonly Described[]): Promise<Map<string, (string | undefined)[]>> {
  const actors = await Promise.all(CAST.map(async (login) => ({ login, actor: await street.as(login).actor() })))
  return new Map(
    list.map(({ name }) => {
      const op = operations.get(name)!
      const able = actors.filter(({ actor }) => op.permit.some((rule) => rule.mayEver(actor))).map(({ login }) => login)
      return [name, op.enter || able.length === 0 || ENDS_SESSION.has(name) ? [undefined] : able]
    }),
  )
}

export type Round = {
  readonly seed: number
  /** Requests of each kind. */
  readonly good: number
  readonly bad: number
  readonly odd: number
  /** No answer may take longer; generous where others use the machine too. */
  readonly mostMs: number
  /** What the round goes by; what the server says of itself where nothing else is given. */
  readonly described?: object
  readonly list?: ReadonlyMap<string, AnyOperation>
  /** Only these operations. */
  readonly only?: (name: string) => boolean
}

export async function fuzz(street: Street, round: Round): Promise<Figures> {
  const served = await serveStreet(street, round.list)
  const url = `http://127.0.0.1:${served.port}`
  const description = round.described ?? (await (await fetch(`${url}/api/openapi.json`)).json())
  const list = describedBy(description).filter(({ name }) => round.only?.(name) ?? true)
  const figures: Figures = {
    ...{
      seed: round.seed,
      operations: list.length,
      good: 0,
      goodRefused: 0,
      goodBeyond: 0,
      bad: 0,
      badAccepted: 0,
      odd: 0,
    },
    ...{ statuses: {}, slowestMs: 0, reached: {}, refusals: [], faults: [] },
  }
  const unhandled = (error: unknown) => figures.faults.push(`unhandled: ${String(error)}`)
  process.on('unhandledRejection', unhandled)
  try {
    await typed(street, url, list, round, figures)
    await odd(served.port, list, round, figures)
  } finally {
    process.off('unhandledRejection', unhandled)
    await served.close()
  }
  figures.faults.push(...served.log.map((line) => `noted by the server: ${line.slice(0, 300)}`))
  return figures
}

async function typed(street: Street, url: string, list: readonly Described[], round: Round, figures: Figures) {
  const cast = await castFor(street, list)
  const known = await knownOf(
    street,
    list.map(({ name }) => name),
  )
  const callers = new Map<string, Caller>()
  const callerOf = async (login: string | undefined): Promise<Caller | undefined> => {
    if (!login) return undefined
    const caller = callers.get(login) ?? { login, token: await signIn(url, login) }
    callers.set(login, caller)
    return caller
  }
  const total = round.good + round.bad
  for (let n = 0; n < total; n++) {
    const of = list[n % list.length]!
    const isBad = Math.floor(n / list.length) % 2 === 1 ? round.bad > figures.bad : round.good <= figures.good
    const at = { seed: round.seed + n, numRuns: 1 }
    const proper = fc.sample(drawn(of.input, known(of.name), ''), at)[0]
    const input = isBad ? fc.sample(brokenFrom(of.input, proper), at)[0] : proper
    const able = cast.get(of.name)!
    const caller = await callerOf(able[n % able.length])
    const since = performance.now()
    const answer = await fetch(`${url}/api/${of.name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(of.keyed ? { 'idempotency-key': `fuzz-${round.seed}-${n}` } : {}),
        ...(caller?.token ? { authorization: `Bearer ${caller.token}` } : {}),
      },
      body: JSON.stringify(input),
    })
    const ms = performance.now() - since
    const { status, refused, beyond, faults } = await judge(of, answer, ms, round.mostMs)
    if (status === 401 && caller?.token) callers.delete(caller.login)
    figures.slowestMs = Math.max(figures.slowestMs, Math.round(ms))
    figures.statuses[status] = (figures.statuses[status] ?? 0) + 1
    const say = (what: string) =>
      figures.faults.push(`${of.name} (seed ${at.seed}): ${what}: ${JSON.stringify(input)?.slice(0, 300)}`)
    for (const fault of faults) say(fault)
    if (isBad) {
      figures.bad++
      if (status < 400) {
        figures.badAccepted++
        say('bad and accepted')
      }
    } else {
      figures.good++
      const reached = (figures.reached[of.name] ??= {})
      reached[status] = (reached[status] ?? 0) + 1
      if (beyond) figures.goodBeyond++
      if (refused) {
        figures.goodRefused++
        figures.refusals.push(`${of.name}: ${refused}`)
      }
    }
  }
}

async function odd(port: number, list: readonly Described[], round: Round, figures: Figures) {
  const all = list.flatMap(({ name }) => oddTo(`/api/${name}`))
  const step = Math.max(1, Math.floor(all.length / Math.max(1, round.odd)))
  for (let n = 0; n < round.odd && n * step < all.length; n++) {
    // A prime step meets every kind of oddness and every operation.
    const one = all[(n * 8_191 + round.seed) % all.length]!
    const since = performance.now()
    const said = await sendRaw(port, one, round.mostMs + 500)
    const ms = performance.now() - since
    const status = statusOf(said)
    figures.odd++
    figures.statuses[status] = (figures.statuses[status] ?? 0) + 1
    if (status >= 500) figures.faults.push(`${one.name}: ${said.slice(0, 300)}`)
    if (status === 0 && !one.cut) figures.faults.push(`${one.name}: no answer`)
    if (ms > round.mostMs) figures.faults.push(`${one.name}: ${Math.round(ms)} ms`)
  }
}
