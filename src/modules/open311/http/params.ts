// Reads what was asked: names and values of the address and of a form, lists by comma, attributes in brackets.
import type { OutsideRequest } from '#kernel/http/outside.ts'
import { isForm, readForm, type SentFile } from '#kernel/http/request.ts'
import { Problem } from '#kernel/problem.ts'
import { DEEPEST, MOST } from '../contract.ts'
import { readWhen } from '../when.ts'
import { open311Problems } from '../words.ts'

/** Given values by name; an empty one counts as not given, as the specification asks. */
export type Params = ReadonlyMap<string, readonly string[]>

const SHOWN_OF_A_VALUE = 80
export const wrongValue = (field: string, value: string) =>
  new Problem(open311Problems.wrongValue, { field, value: value.slice(0, SHOWN_OF_A_VALUE) })

function gather(pairs: Iterable<readonly [string, string]>): Params {
  const params = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    if (value.trim() === '') continue
    const known = params.get(name)
    if (known) known.push(value)
    else params.set(name, [value])
  }
  return params
}

export const paramsOf = (url: URL): Params => gather(url.searchParams)

/** The form, and what stands in the address where the form does not say it. */
export async function formOf({
  request,
  url,
}: OutsideRequest): Promise<{ params: Params; files: readonly SentFile[] }> {
  if (!isForm(request)) throw new Problem(open311Problems.wrongBody)
  const { fields, files } = await readForm(request)
  const sent = gather([...fields].flatMap(([name, values]) => values.map((value) => [name, value] as const)))
  return { params: new Map([...paramsOf(url), ...sent]), files }
}

/** The last of several, as most servers read it. */
export const one = (params: Params, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => params.get(name)?.at(-1)?.trim() ?? [])[0]

/** Several, by comma or by saying the name again; undefined when none is given. */
export function many(params: Params, name: string): string[] | undefined {
  const given = [...(params.get(name) ?? []), ...(params.get(`${name}[]`) ?? [])]
  if (given.length === 0) return undefined
  const list = [...new Set(given.flatMap((text) => text.split(',')).map((text) => text.trim()))].filter(Boolean)
  if (list.length > MOST || list.some((text) => text.length > 40)) throw wrongValue(name, list.join(','))
  return list
}

export function time(params: Params, name: string): { from: Date; to: Date } | undefined {
  const text = one(params, name)
  if (text === undefined) return undefined
  const when = readWhen(text)
  if (!when) throw new Problem(open311Problems.wrongTime, { field: name, value: text.slice(0, SHOWN_OF_A_VALUE) })
  return when
}

export function decimal(params: Params, ...names: readonly string[]): number | undefined {
  const text = one(params, ...names)
  if (text === undefined) return undefined
  if (!/^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text)) throw wrongValue(names[0]!, text)
  return Number(text)
}

function whole(params: Params, name: string, most: number): number | undefined {
  const text = one(params, name)
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1 || Number(text) > most) throw wrongValue(name, text)
  return Number(text)
}

/** `page` from 1 on, `page_size` at most a thousand. */
export function page(params: Params): { limit: number; offset: number } {
  const limit = whole(params, 'page_size', MOST) ?? MOST
  const offset = ((whole(params, 'page', 999_999_999) ?? 1) - 1) * limit
  if (offset > DEEPEST) throw new Problem(open311Problems.tooDeep)
  return { limit, offset }
}

/** `attribute[CODE]=a`, and for several `attribute[CODE][]=a&attribute[CODE][]=b`. */
export function attributes(params: Params): { code: string; values: string[] }[] {
  const found = new Map<string, string[]>()
  for (const [name, values] of params) {
    const code = /^attribute\[([^\]]{1,40})\](\[\d{0,3}\])?$/.exec(name)?.[1]
    if (code) found.set(code, [...(found.get(code) ?? []), ...values.map((value) => value.trim())])
    else if (name.startsWith('attribute')) throw wrongValue(name.slice(0, SHOWN_OF_A_VALUE), values[0]!)
  }
  return [...found].map(([code, values]) => ({ code, values }))
}
