// Reads request bodies: JSON and forms, never more than allowed, always a Problem instead of a crash.
import { doorProblems, Problem } from '../problem.ts'

export const JSON_LIMIT = 1024 * 1024
export const FORM_LIMIT = 64 * 1024 * 1024

/** The whole body, refused as soon as it passes the limit. */
async function bodyOf(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Problem(doorProblems.tooLarge, { limit: `${limit / 1024 / 1024} MB` })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    // The sender went away: nobody is to blame and nobody hears the answer.
    throw error instanceof Problem ? error : new Problem(doorProblems.cutOff)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()

export async function readJson(request: Request): Promise<unknown> {
  if (mediaType(request) !== 'application/json') throw new Problem(doorProblems.wrongType)
  const bytes = await bodyOf(request, JSON_LIMIT)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem(doorProblems.notJson)
  }
}

export type SentFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array }
export type SentForm = { readonly fields: ReadonlyMap<string, readonly string[]>; readonly files: readonly SentFile[] }

export const isForm = (request: Request): boolean =>
  ['application/x-www-form-urlencoded', 'multipart/form-data'].includes(mediaType(request))

/** Fields and files of a form. An empty file input, which browsers send as a nameless empty file, is nothing. */
export async function readForm(request: Request): Promise<SentForm> {
  const bytes = await bodyOf(request, FORM_LIMIT)
  const type = request.headers.get('content-type') ?? ''
  let form: FormData
  try {
    form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Problem(doorProblems.wrongType)
  }
  const fields = new Map<string, string[]>()
  const files: SentFile[] = []
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') fields.set(field, [...(fields.get(field) ?? []), value])
    else if (value.size > 0)
      files.push({ field, name: value.name.slice(0, 120), bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { fields, files }
}

/** `a.b=c` of a form as `{ a: { b: 'c' } }`; a field sent twice as a list; an empty field as not sent. */
export function formInput(form: SentForm): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, values] of form.fields) {
    const given = values.filter((value) => value !== '')
    if (given.length === 0 || name.includes('__proto__')) continue
    const path = name.split('.')
    let place = input
    for (const key of path.slice(0, -1)) {
      const inner = (place[key] ??= {})
      if (typeof inner !== 'object') throw new Problem(doorProblems.wrongType)
      place = inner as Record<string, unknown>
    }
    place[path.at(-1)!] = given.length > 1 ? given : given[0]
  }
  return input
}
