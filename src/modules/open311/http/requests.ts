// GET requests, one request, a token, and how requests went on.
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { OutsideRequest } from '#kernel/http/outside.ts'
import { Problem } from '#kernel/problem.ts'
import { open311 } from '../contract.ts'
import { writeWhen } from '../when.ts'
import { joined, open311Problems, promiseOf, reached } from '../words.ts'
import type { Answer } from './answer.ts'
import { districtOf } from './jurisdiction.ts'
import { many, one, type Params, page, time, wrongValue } from './params.ts'

export type Request = OutputOf<typeof open311.requests>['requests'][number]
type Update = OutputOf<typeof open311.updates>['updates'][number]
type Range = { readonly from?: string; readonly to?: string; readonly after?: string }

/** “May not span more than 90 days”, and the most recent 90 when nothing is said. */
const SPAN_MS = 90 * 86_400_000
/** A change may be written down a little after its time: who polls asks once more for what is younger than this. */
const OVERLAP_MS = 60_000

function range(params: Params, start: string, end: string, fallback: boolean): Range | undefined {
  const [from, to] = [time(params, start), time(params, end)]
  const back = (at: Date) => new Date(at.getTime() - SPAN_MS).toISOString()
  if (from && to) {
    const length = to.from.getTime() - from.from.getTime()
    if (length > SPAN_MS || to.to < from.from) throw new Problem(open311Problems.wrongSpan, { from: start, to: end })
    return { from: from.from.toISOString(), to: to.to.toISOString() }
  }
  if (from) return { from: from.from.toISOString(), to: new Date(from.to.getTime() + SPAN_MS).toISOString() }
  if (to) return { from: back(to.to), to: to.to.toISOString() }
  return fallback ? { from: back(clock.now()) } : undefined
}

/** What the header of an earlier answer said: the time and the step up to which changes were told. */
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Changes are asked for from some time on, however old what has changed; or from where an earlier answer ended. */
function changes(params: Params): Range | undefined {
  const [, at, after] = CURSOR.exec(one(params, 'updated_after') ?? '') ?? []
  const from = at ? { from: new Date(at), to: new Date(at) } : time(params, 'updated_after')
  const to = time(params, 'updated_before')
  if (!from && !to) return undefined
  if (from && to && to.to < from.from)
    throw new Problem(open311Problems.wrongSpan, { from: 'updated_after', to: 'updated_before' })
  const begin = from?.from ?? new Date(to!.to.getTime() - SPAN_MS)
  if (Number.isNaN(begin.getTime())) throw wrongValue('updated_after', at ?? '')
  return { from: begin.toISOString(), ...(to ? { to: to.to.toISOString() } : {}), ...(after ? { after } : {}) }
}

function inHand(params: Params): boolean | undefined {
  const wanted = many(params, 'status')?.map((status) => status.toLowerCase())
  const unknown = wanted?.find((status) => status !== 'open' && status !== 'closed')
  if (unknown !== undefined) throw wrongValue('status', unknown)
  return wanted?.length === 1 ? wanted[0] === 'open' : undefined
}

const status = ({ inHand: open }: { inHand: boolean }) => (open ? 'open' : 'closed')

/** A matter as everybody is shown it. */
export function toRequest(row: Request, lang: 'zh' | 'en') {
  const into = row.into ? joined[lang].replace('{no}', row.into) : ''
  return {
    service_request_id: row.no,
    status: status(row),
    status_notes: row.stateName[lang] + into,
    service_name: row.kindName[lang],
    service_code: row.kind,
    description: row.line[lang],
    agency_responsible: row.agency?.[lang] ?? null,
    service_notice: promiseOf(row, lang),
    requested_datetime: writeWhen(row.reportedAt),
    updated_datetime: writeWhen(row.changedAt),
    expected_datetime: row.dueAt && writeWhen(row.dueAt),
    address: row.address.map((name) => name[lang]).join(lang === 'zh' ? '，' : ', '),
    address_id: row.addressId,
    zipcode: null,
    lat: row.lat,
    long: row.lon,
    // Pictures show homes and people; who sent one was told that it stays with those who handle it.
    media_url: null,
  }
}

const list = (rows: readonly Request[], { lang }: OutsideRequest): Answer => ({
  root: 'service_requests',
  value: rows.map((row) => toRequest(row, lang)),
})

/**
 * What to ask with next as `updated_after`: behind what was told last, while all of it is older than a minute; else a
 * minute ago, so that what is written down late is told too, and something twice rather than never.
 */
function cursor(last: { at: string; by: string | null } | undefined, full: boolean, now: string) {
  const settled = new Date(new Date(now).getTime() - OVERLAP_MS)
  const on = full && last?.by && new Date(last.at) <= settled
  return { 'linli-cursor': on ? `${last.at}_${last.by}` : writeWhen(settled) }
}

export async function requestList(asked: OutsideRequest, params: Params): Promise<Answer> {
  const district = await districtOf(asked, params)
  const nos = many(params, 'service_request_id')
  const part = page(params)
  if (nos) return list((await asked.ask(open311.requests, { district, nos, ...part })).requests, asked)
  const changed = changes(params)
  const reported = range(params, 'start_date', 'end_date', !changed)
  const kinds = many(params, 'service_code')
  const open = inHand(params)
  const { requests, now } = await asked.ask(open311.requests, {
    ...{ district, ...part },
    ...(kinds ? { kinds } : {}),
    ...(reported ? { reported } : {}),
    ...(changed ? { changed } : {}),
    ...(open === undefined ? {} : { inHand: open }),
  })
  const full = requests.length === part.limit
  if (!changed) return list(requests, asked)
  const last = requests.at(-1)
  const headers = cursor(last && { at: last.changedAt, by: last.changedBy }, full, now)
  return { ...list(requests, asked), headers }
}

async function known(asked: OutsideRequest, params: Params, no: string): Promise<Request> {
  const district = await districtOf(asked, params)
  const { requests } = await asked.ask(open311.requests, { district, nos: [no.slice(0, 40)] })
  if (!requests[0]) throw new Problem(open311Problems.noRequest, { id: no.slice(0, 80) })
  return requests[0]
}

export const requestById = async (asked: OutsideRequest, params: Params, id: string): Promise<Answer> =>
  list([await known(asked, params, id)], asked)

/** Every request has its number at once (`realtime`), so a number is its own token, for clients that ask all the same. */
export async function token(asked: OutsideRequest, params: Params, id: string): Promise<Answer> {
  const row = await known(asked, params, id).catch((error: unknown) => {
    if (error instanceof Problem && error.entry === open311Problems.noRequest)
      throw new Problem(open311Problems.noToken, { id: id.slice(0, 80) })
    throw error
  })
  return { root: 'service_requests', value: [{ service_request_id: row.no, token: row.no }] }
}

/** One change of a matter as everybody is shown it. */
export const toUpdate = (row: Pick<Update, 'id' | 'no' | 'state' | 'inHand' | 'at'>, lang: 'zh' | 'en') => ({
  update_id: row.id,
  service_request_id: row.no,
  status: status(row),
  updated_datetime: writeWhen(row.at),
  description: reached[row.state]![lang],
  media_url: null,
})

export async function updateList(asked: OutsideRequest, params: Params): Promise<Answer> {
  const district = await districtOf(asked, params)
  const nos = many(params, 'service_request_id')
  const part = page(params)
  const changed = changes(params)
  const at = changed ?? range(params, 'start_date', 'end_date', !nos) ?? {}
  const kinds = many(params, 'service_code')
  const { updates, now } = await asked.ask(open311.updates, {
    ...{ district, ...part, at },
    ...(nos ? { nos } : {}),
    ...(kinds ? { kinds } : {}),
  })
  const last = updates.at(-1)
  return {
    root: 'service_request_updates',
    value: updates.map((row) => toUpdate(row, asked.lang)),
    headers: cursor(last && { at: last.at, by: last.id }, updates.length === part.limit, now),
  }
}
