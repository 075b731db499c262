// Names of the organisations of an area in memory: seven thousand in a city.
import type { Span } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { type Grams, openGrams } from './grams.ts'
import { openKept } from './kept.ts'
import { simple } from './simple.ts'
import { organisationsWithin } from './store.ts'

type Index = { readonly ids: readonly string[]; readonly codes: ReadonlyMap<string, number>; readonly grams: Grams }

const MOST_KEPT = 50
const AGE_MS = 10 * 60_000
const kept = openKept<Index>(MOST_KEPT, AGE_MS)

async function build(tx: Tx, tenant: string, span: Span): Promise<Index> {
  const rows = await organisationsWithin(tx, tenant, span)
  return {
    ids: rows.map(({ id }) => id),
    codes: new Map(rows.flatMap(({ code }, at) => (code ? [[code, at] as const] : []))),
    grams: await openGrams(rows.map(({ name }) => simple(name))),
  }
}

export async function searchOrganisations(
  tx: Tx,
  tenant: string,
  span: Span,
  { words, code }: { readonly words: readonly string[]; readonly code: string },
  most: number,
): Promise<string[]> {
  const index = await kept.get(`${tenant} ${span.pos} ${span.end}`, () => build(tx, tenant, span))
  const byCode = code ? index.codes.get(code) : undefined
  if (byCode !== undefined) return [index.ids[byCode]!]
  return code ? [] : index.grams.find(words, most).map((at) => index.ids[at]!)
}

export const organisationsChanged = (tenant: string): void => kept.forget((name) => name.startsWith(`${tenant} `))
