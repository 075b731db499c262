// The same questions as a browser or program sends them: what is foreign and what does not exist must look the same.
import path from 'node:path'
import { webApp } from '#kernel/http/http.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { faultOf } from '#kernel/watch/fault.ts'
import { open311Door } from '#modules/open311/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import type { Caller } from './cast.ts'
import { dryHouse } from './dry-house.ts'
import { expected, operationOf } from './expected.ts'
import { inputOf } from './inputs.ts'
import { askOf, type Cell, canariesIn, cellsOf, nameOf } from './matrix.ts'
import { mayHold, OK, verdict } from './oracle.ts'
import type { World } from './subjects.ts'

export type Answered = {
  readonly status: number
  readonly headers: string
  readonly text: string
  readonly bytes?: Uint8Array
}

export type DryWeb = {
  readonly ask: (path: string, init: RequestInit) => Promise<Response>
  readonly log: readonly string[]
}

/** The whole web server as it is served, on a house that undoes everything, writing its log into a list. */
export function openDryWeb({ street }: World, operations: ReadonlyMap<string, AnyOperation>, traced = false): DryWeb {
  const log: string[] = []
  const { house, live, gate } = street.opened
  const app = webApp({
    house: dryHouse(house),
    operations,
    live,
    gate,
    pages: residentPages,
    outside: [open311Door],
    problemPage,
    dist: path.join(import.meta.dirname, '../../dist'),
    log: (where, error, request) => log.push(JSON.stringify(faultOf(where, error, { request, traced }))),
    ready: async () => true,
  })
  return { log, ask: async (at, init) => app.request(house.url + at, init) }
}

/** One cell as a request. Everything that leaves is kept: status, each header in order, body. */
export async function request(web: DryWeb, world: World, cell: Cell): Promise<Answered> {
  const { token } = cell.caller
  const response = await web.ask(`/api/${operationOf(cell.line)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(inputOf(cell.line, askOf(world, cell))),
  })
  // The number of a request is its own by nature.
  response.headers.delete('x-request-id')
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isFile = /^(image|audio|application\/pdf)/.test(response.headers.get('content-type') ?? '')
  const spelt = `${headers}\n${decodeURIComponent(headers.replace(/%(?![0-9A-F]{2})/gi, '%25'))}`
  return {
    status: response.status,
    headers,
    text: isFile ? spelt : `${spelt}\n${Buffer.from(bytes).toString()}`,
    ...(isFile ? { bytes } : {}),
  }
}

/** Pairs of one caller who asks for a subject that he may not know of, and for one that does not exist. */
export function pairsOf(world: World, line: string, callers: readonly Caller[]): [foreign: Cell, missing: Cell][] {
  // Where he works is not in a request.
  if (expected[line]!.given === 'the asker works at a counter') return []
  const cells = cellsOf(
    world,
    line,
    callers.filter((one) => one.kind === 'staff' || one.kind === 'anonymous'),
  )
  return cells
    .filter((cell) => cell.there && cell.state === cells[0]?.state)
    .map((cell): [Cell, Cell] => [cell, { ...cell, there: false, subject: '' }])
    .filter(
      ([foreign, missing]) =>
        verdict(foreign, foreign.caller) === 'door.missing' && verdict(missing, missing.caller) === 'door.missing',
    )
}

const STATUS: Readonly<Record<string, number>> = {
  [OK]: 200,
  'door.signIn': 401,
  'door.forbidden': 403,
  'door.missing': 404,
  'door.wrongState': 409,
}

/** What is wrong with a cell over HTTP: another status than the verdict's, or a canary that may not leave. */
export function faultsOver(world: World, cell: Cell, answered: Answered): string[] {
  const want = verdict(cell, cell.caller)
  const status = STATUS[want]
  const faults =
    status === undefined || status === answered.status
      ? []
      : [`${nameOf(cell)}: HTTP ${answered.status} instead of ${status}`]
  const leaks = canariesIn(world, answered).filter((canary) => want !== OK || !mayHold(cell, cell.caller, canary))
  return [...faults, ...leaks.map((canary) => `${nameOf(cell)}: HTTP leaks ${canary.field} ${canary.value}`)]
}
