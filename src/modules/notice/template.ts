// Templates with named places, and what may fill them: in an SMS a number, an instant, a count and a link, nothing else.
import type { z } from 'zod'
import { SHANGHAI_MS } from '#kernel/clock.ts'
import type { Lang } from '#kernel/words.ts'
import type { Values } from './contract.ts'

export type Said = z.infer<typeof Values>

export const PLACES = ['no', 'kind', 'area', 'at', 'count'] as const
/** Whoever finds a phone on a bench reads its SMS: no kind, no area, no word of anybody. */
export const SMS_PLACES = ['no', 'at', 'count', 'link'] as const

/** A code is told to one's own telephone, with nothing that would say whose it is. */
export const CODE_PLACES = ['code', 'count'] as const

/** Places of a template that are not among the allowed ones. */
export const wrongPlaces = (template: string, allowed: readonly string[]): string[] =>
  [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!).filter((name) => !allowed.includes(name))

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 11月18日 09:36 · 18 Nov 09:36, in Shanghai. */
function wallTime(at: string, lang: Lang): string {
  const local = new Date(new Date(at).getTime() + SHANGHAI_MS)
  const time = local.toISOString().slice(11, 16)
  return lang === 'en'
    ? `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${time}`
    : `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${time}`
}

/** The values as texts in a language; what is not there stays visible as its place. */
export function textsOf(said: Said, lang: Lang): Record<string, string> {
  const pick = (both: { zh: string; en: string }) => (lang === 'en' && both.en ? both.en : both.zh)
  return {
    ...(said.no === undefined ? {} : { no: said.no }),
    ...(said.kind ? { kind: pick(said.kind) } : {}),
    ...(said.area ? { area: pick(said.area) } : {}),
    ...(said.at === undefined ? {} : { at: wallTime(said.at, lang) }),
    ...(said.count === undefined ? {} : { count: String(said.count) }),
  }
}

/** Ends with the mark that closes it. A full stop inside a number or an address closes nothing. */
const CLAUSE = /.+?(?:[，。；,;]|\.(?=\s|$)|$)\s*/gsu

/**
 * The template with its places filled. A clause with a place that has no value is left out (what was due by then may be
 * over when it is told), and the one before it closes the sentence.
 */
export function fill(template: string, texts: Readonly<Record<string, string>>): string {
  const clauses = template.match(CLAUSE) ?? []
  const lacks = (clause: string) => [...clause.matchAll(/\{(\w+)\}/g)].some(([, name]) => texts[name!] === undefined)
  const kept = clauses.filter((clause) => !lacks(clause))
  const end = clauses.at(-1)
  if (end && kept.length > 0 && kept.at(-1) !== end) {
    const close = end.trimEnd().match(/[，。；,;.]$/)?.[0] ?? ''
    kept.push(
      kept
        .pop()!
        .trimEnd()
        .replace(/[，；,;]$/, '') + close,
    )
  }
  return kept.join('').replace(/\{(\w+)\}/g, (_, name: string) => texts[name]!)
}
