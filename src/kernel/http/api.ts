// `POST /api/<module>.<verb>`: every operation, one loop, no other way in.
import { z } from 'zod'
import type { Signature } from '../contract.ts'
import { isUnavailable, sqlState } from '../database.ts'
import { type House, perform, refuseBefore } from '../door.ts'
import type { StagedFile } from '../files/files.ts'
import { photoProblems } from '../files/photos.ts'
import { SPOOL_LIMIT } from '../files/spool.ts'
import { voiceProblems } from '../files/voices.ts'
import type { Gate } from '../guard/gate.ts'
import { urgencyOf } from '../guard/turns.ts'
import { newName } from '../ids.ts'
import type { AnyOperation } from '../operation.ts'
import { doorProblems, Problem } from '../problem.ts'
import { type Lang, readLang } from '../words.ts'
import { partOf } from './byte-range.ts'
import { boundByPace } from './connections.ts'
import { FILE_POLICY } from './headers.ts'
import { type Credential, cookieName, credentialOf, deviceCookieName, identify, readCookies } from './identity.ts'
import { formInput, isForm, mediaType, readForm, readJson, type SentForm } from './request.ts'
import { type Connection, visitOf } from './visit.ts'

export type Answering = {
  readonly house: House
  readonly gate: Gate
  readonly operations: ReadonlyMap<string, AnyOperation>
}

export const langOf = (request: Request): Lang | undefined => {
  const asked = new URL(request.url).searchParams.get('lang') ?? undefined
  const header = request.headers.get('accept-language') ?? undefined
  return asked || header ? readLang(asked, header) : undefined
}

/**
 * A browser that carries our cookie may only be driven by our own pages: a state-changing request from another origin is
 * refused before it is read. Browsers say so in Sec-Fetch-Site; older ones in Origin, which is `null` on our own forms
 * since pages send no referrer. Then the cookie decides: it is SameSite=Strict and never comes along from elsewhere.
 */
export function refuseForeignOrigin(request: Request, url: string, credential: Credential | undefined): void {
  if (credential?.by === 'bearer') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  const ours = (from: string) => from === new URL(url).origin || from.replace(/^https?:\/\//, '') === host
  const foreign = site ? !['same-origin', 'none'].includes(site) : origin !== null && origin !== 'null' && !ours(origin)
  if (foreign) throw new Problem(doorProblems.foreignOrigin)
}

const MOST = { photo: 9, voice: 3 } as const
type Upload = keyof typeof MOST

/** The fields of an input that take files, and which. */
const uploadFields = (signature: Signature): ReadonlyMap<string, Upload> =>
  new Map(
    signature.input instanceof z.ZodObject
      ? Object.entries(signature.input.shape).flatMap(([name, field]) => {
          const { uploads } = (z.globalRegistry.get(field as z.ZodType) ?? {}) as { uploads?: Upload }
          return uploads ? [[name, uploads] as const] : []
        })
      : [],
  )

const notFor = (field: string) =>
  new Problem(doorProblems.invalid, { count: 1, issues: [{ path: field, code: 'invalid', message: 'takes no file' }] })

async function stage(house: House, signature: Signature, form: SentForm, input: Record<string, unknown>) {
  const uploads = new Map<string, StagedFile>()
  const fields = uploadFields(signature)
  const sentAs = (what: Upload) => form.files.filter(({ field }) => fields.get(field) === what).length
  for (const { field } of form.files) if (!fields.has(field)) throw notFor(field)
  if (sentAs('photo') > MOST.photo) throw new Problem(photoProblems.tooMany, { limit: MOST.photo })
  if (sentAs('voice') > MOST.voice) throw new Problem(voiceProblems.tooMany, { limit: MOST.voice })
  for (const file of form.files) {
    const stageOne = fields.get(file.field) === 'voice' ? house.files.stageVoice : house.files.stagePhoto
    const staged = await stageOne(file.bytes, file.name)
    uploads.set(staged.id, staged)
  }
  for (const field of fields.keys()) {
    const sent = form.files.flatMap((file, at) => (file.field === field ? [[...uploads.keys()][at]!] : []))
    if (sent.length === 0) continue
    if (input[field] !== undefined) throw notFor(field)
    input[field] = sent
  }
  return uploads
}

/** `{"json": "…"}` of a multipart form carries the typed part of an input whose files travel beside it. */
function typedPart(input: Record<string, unknown>): Record<string, unknown> {
  if (typeof input.json !== 'string') return input
  try {
    const typed: unknown = JSON.parse(input.json)
    if (typed !== null && typeof typed === 'object' && !Array.isArray(typed)) return typed as Record<string, unknown>
  } catch {
    // Falls through to the refusal: what cannot be read is not JSON.
  }
  throw new Problem(doorProblems.notJson)
}

export async function answerApi(
  app: Answering,
  name: string,
  request: Request,
  connection?: Connection,
): Promise<Response> {
  const op = app.operations.get(name)
  const { house, gate } = app
  const credential = credentialOf(request, house.url)
  if (request.method === 'POST') refuseForeignOrigin(request, house.url, credential)
  if (!op) throw await unknownOperation(app, request, credential)
  if (request.method === 'GET' && !op.signature.bytes) throw new Problem(doorProblems.missing)
  if (op.signature.streams && mediaType(request) === STREAM) return answerStream(app, op, request, connection)
  // The body comes first: a slow sender waits on his own line, never in a place where work is done.
  const sent = request.method === 'GET' ? undefined : await readSent(op.signature, request)
  const visit = visitOf(gate, request, connection)
  return gate.turns.take(urgencyOf(op.signature), async () => {
    const actor = await identify(house, credential, langOf(request), { from: visit.address })
    const admit = <T>(input: unknown, work: () => Promise<T>) =>
      gate.guard.admit(op.signature, actor, input, visit, work)
    if (!sent) {
      const asked = askedIn(op.signature, request)
      const answer = await admit(asked, () => perform(house, op, actor, asked))
      return partOf(send(op.signature, answer, house.url), request.headers.get('range'))
    }
    const { form, input } = sent
    if (op.signature.name === 'account.signIn') fillDevice(input, request, house.url)
    if (form?.files.length) await gate.guard.sent(visit.address, actor, bytesOf(form))
    const key = visit.key ?? (form ? newName() : undefined)
    const answer = await admit(input, async () => {
      const uploads = form ? await stage(house, op.signature, form, input as Record<string, unknown>) : undefined
      return perform(house, op, actor, input, { ...(key ? { key } : {}), ...(uploads ? { uploads } : {}) })
    })
    if (form && !request.headers.get('accept')?.includes('application/json'))
      return new Response(null, { status: 303, headers: { location: (answer as { page?: string }).page ?? '/' } })
    return send(op.signature, answer, house.url)
  })
}

/** The input in an address; `lang` says there who reads it, unless the operation asks for it itself. */
function askedIn({ input }: Signature, request: Request): Record<string, string> {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  if (!(input instanceof z.ZodObject && 'lang' in input.shape)) delete asked.lang
  return asked
}

const STREAM = 'application/octet-stream'

/** Who may never do this is refused before a byte of it is kept; of a file that was refused or broken off nothing stays. */
async function answerStream(
  { house, gate }: Answering,
  op: AnyOperation,
  request: Request,
  connection?: Connection,
): Promise<Response> {
  const visit = visitOf(gate, request, connection)
  const credential = credentialOf(request, house.url)
  const sender = () => identify(house, credential, langOf(request), { from: visit.address })
  const asked = askedIn(op.signature, request)
  const inputWith = (id: string) => ({ ...asked, [op.signature.streams!]: [id] })
  const first = await sender()
  refuseBefore(op, first, inputWith(''))
  if (connection?.incoming) boundByPace(connection.incoming)
  const announced = Number(request.headers.get('content-length') ?? 0)
  const pieces = gate.guard.arriving(visit.address, first, announced, bodyPieces(request))
  const file = await house.spool.stage(pieces, SPOOL_LIMIT, announced)
  const uploads = new Map([[file.id, file]])
  const input = inputWith(file.id)
  try {
    return await gate.turns.take(urgencyOf(op.signature), async () => {
      // Hours may have passed: whoever has lost his post meanwhile sends nothing in.
      const actor = await sender()
      return gate.guard.admit(op.signature, actor, input, visit, async () =>
        send(op.signature, await perform(house, op, actor, input, { key: visit.key ?? newName(), uploads }), house.url),
      )
    })
  } catch (error) {
    // After a fault nobody knows whether a row names it: then the sweep looks.
    if (error instanceof Problem) await house.spool.remove(file.id)
    throw error
  }
}

async function* bodyPieces(request: Request): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of request.body ?? []) yield piece
  } catch {
    throw new Problem(doorProblems.cutOff)
  }
}

/** As before: whoever is not signed in any more learns that, whatever he asked for. */
async function unknownOperation(
  { house }: Answering,
  request: Request,
  credential: Credential | undefined,
): Promise<Problem> {
  await identify(house, credential, langOf(request))
  return new Problem(doorProblems.missing)
}

async function readSent(signature: Signature, request: Request): Promise<{ form?: SentForm; input: unknown }> {
  if (!isForm(request)) return { input: await readJson(request) }
  if (!signature.form) throw new Problem(doorProblems.wrongType)
  const form = await readForm(request)
  return { form, input: typedPart(formInput(form)) }
}

const bytesOf = (form: SentForm) => form.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)

/** Browsers carry the mark of their device as a cookie that no script reads. */
function fillDevice(input: unknown, request: Request, url: string): void {
  const mark = readCookies(request.headers.get('cookie')).get(deviceCookieName(url))
  if (mark && input !== null && typeof input === 'object' && !('device' in input))
    Object.assign(input, { device: mark })
}

function send(signature: Signature, answer: unknown, url: string): Response {
  if (signature.bytes) {
    const file = answer as { mime: string; name: string; bytes: Uint8Array<ArrayBuffer> }
    return new Response(file.bytes, {
      headers: {
        'content-type': file.mime,
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': FILE_POLICY,
        'cache-control': 'private, no-store',
      },
    })
  }
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  if (signature.name === 'account.signIn') {
    const { token, device } = answer as { token: string; device: string }
    headers.append('set-cookie', sessionCookie(url, token))
    headers.append('set-cookie', deviceCookie(url, device))
  }
  if (signature.name === 'account.signOut') headers.append('set-cookie', `${sessionCookie(url, '')}; Max-Age=0`)
  return new Response(JSON.stringify(answer), { headers })
}

export const sessionCookie = (url: string, token: string): string =>
  `${cookieName(url)}=${token}; Path=/; HttpOnly; SameSite=Strict${url.startsWith('https:') ? '; Secure' : ''}`

const HALF_A_YEAR = 180 * 86_400

/** Says for half a year whose device this is, and opens nothing. */
export const deviceCookie = (url: string, mark: string): string =>
  `${deviceCookieName(url)}=${mark}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${HALF_A_YEAR}${url.startsWith('https:') ? '; Secure' : ''}`

const DISK_FULL = '53100'

const entryFor = (error: unknown) => {
  if (sqlState(error) === DISK_FULL) return doorProblems.full
  return isUnavailable(error) ? doorProblems.busy : doorProblems.fault
}

/** What a caller is told of a failure that was not foreseen: the database is away, or we are at fault, under this number. */
export function asProblem(error: unknown, request?: string): Problem {
  if (error instanceof Problem) return error
  // The database could not hold a value: a check of ours is missing, but what was wrong is the value (and the log tells us).
  if (sqlState(error).startsWith('22')) return new Problem(doorProblems.invalid, { count: 1, issues: [] })
  const entry = entryFor(error)
  return new Problem(entry, entry === doorProblems.fault && request ? { request } : {})
}

export function problemResponse(problem: Problem, lang: Lang): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', ...againAfter(problem) }
  return new Response(JSON.stringify(problem.body(lang)), { status: problem.status, headers })
}

/** When to come again, for whoever was refused only for now. */
export const againAfter = (problem: Problem): Record<string, string> =>
  problem.status === 503 || problem.status === 429 || problem.status === 507
    ? { 'retry-after': String(problem.details.seconds ?? 5) }
    : {}
