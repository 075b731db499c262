// Sends an answer or a failure in the form asked for: JSON or XML, with the headers that clients of the specification expect.
import { asProblem } from '#kernel/http/api.ts'
import type { OutsideRequest } from '#kernel/http/outside.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { type Value, writeXml } from './xml.ts'

export type Format = 'json' | 'xml'
export type Answer = {
  /** The element around it in XML; JSON has none. */
  readonly root: string
  readonly value: Value
  readonly headers?: Readonly<Record<string, string>>
}

const TYPES = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const
/** Of the discovery document the specification names the bare types. */
export const BARE_TYPES = { json: 'application/json', xml: 'text/xml' } as const

/** What is public may be read by pages of any origin; no cookie counts here, so nothing else is opened by it. */
const PUBLIC = {
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'linli-cursor',
  'cross-origin-resource-policy': 'cross-origin',
} as const

export function send(format: Format, { root, value, headers }: Answer, status = 200): Response {
  const body = format === 'json' ? JSON.stringify(value) : writeXml(root, value)
  return new Response(body, { status, headers: { 'content-type': TYPES[format], ...PUBLIC, ...headers } })
}

/** 404 for what is not there, 403 for a key, 400 for every other fault of the sender (GeoReport v2, “Errors”). */
function statusOf(problem: Problem): number {
  if (problem.status >= 500 || problem.status === 429 || problem.status === 404) return problem.status
  return problem.status === 401 || problem.status === 403 ? 403 : 400
}

type Issue = { readonly path: string; readonly message: string }
/** How the specification names what our contract names. */
const FIELDS: Readonly<Record<string, string>> = {
  code: 'service_code',
  lon: 'long',
  address: 'address_string',
  addressId: 'address_id',
  words: 'description',
  name: 'first_name, last_name',
  media: 'media_url',
  photos: 'media',
  key: 'api_key',
}

const fieldsOf = (problem: Problem): string => {
  if (problem.entry !== doorProblems.invalid) return ''
  const fields = ((problem.details.issues ?? []) as Issue[]).map(({ path }) => path.split('.')[0]!)
  const named = [...new Set(fields)].map((field) => FIELDS[field] ?? field).filter(Boolean)
  return named.length ? ` (${named.join('; ')})` : ''
}

/** `[{code, description}]`, and our own code, which never changes, beside the number of the status. */
export function sendProblem(asked: OutsideRequest, format: Format, error: unknown): Response {
  const problem = asProblem(error)
  if (!(error instanceof Problem)) asked.log(error)
  const status = statusOf(problem)
  const { code, message } = problem.body(asked.lang)
  const value = [{ code: status, description: `${message}${fieldsOf(problem)}`, linli_code: code }]
  const seconds = String(problem.details.seconds ?? 5)
  const headers = { 'linli-code': code, ...(status === 503 || status === 429 ? { 'retry-after': seconds } : {}) }
  return send(format, { root: 'errors', value, headers }, status)
}
