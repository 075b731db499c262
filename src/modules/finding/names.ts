// Names of one community in memory, opened under the scope of somebody who works there: found by characters, by reading, by initials.
import type { Span } from '#kernel/access.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { openNameAndPhone } from '#modules/register/index.ts'
import { breathe } from './grams.ts'
import { type Kept, openKept } from './kept.ts'
import { initialsOf, readingOf, readsAt } from './readings.ts'
import { simple } from './simple.ts'
import { type NameRow, namesOf, namesWithin } from './store.ts'

export type NameIndex = {
  readonly span: Span
  /** Rows that changed since; they are read again before the next search. */
  readonly changed: Set<string>
  /** '' for one that is no longer here. */
  readonly ids: string[]
  /** As compared. */
  readonly names: string[]
  /** The last four figures of a mobile phone as a number; -1 where there is none. */
  readonly tails: number[]
  readonly byInitial: Map<string, number[]>
}

/** Names that a process holds at most, of all areas together: some 150 bytes each. */
const MOST_KEPT = 300_000
/** No longer than this does a process hold names in clear without having looked again. */
const AGE_MS = 10 * 60_000
const SLICE = 200

const kept: Kept<NameIndex> = openKept(MOST_KEPT, AGE_MS, ({ ids }) => ids.length)
const nameOf = (tenant: string, { pos, end }: Span): string => `${tenant} ${pos} ${end}`

function add(index: NameIndex, keys: Keys, row: NameRow): void {
  const { name, phone } = openNameAndPhone(keys, row)
  const plain = simple(name)
  const at = index.ids.push(row.id) - 1
  index.names.push(plain)
  index.tails.push(/^1\d{10}$/.test(phone) ? Number(phone.slice(7)) : -1)
  for (const letter of initialsOf(readingOf(plain))) {
    const list = index.byInitial.get(letter)
    if (list) list.push(at)
    else index.byInitial.set(letter, [at])
  }
}

/** Opening fifteen thousand names takes some tenths of a second, in slices between which others are answered. */
async function build(tx: Tx, keys: Keys, tenant: string, span: Span): Promise<NameIndex> {
  const index: NameIndex = { span, changed: new Set(), ids: [], names: [], tails: [], byInitial: new Map() }
  const rows = await namesWithin(tx, tenant, span)
  for (const [at, row] of rows.entries()) {
    if (at % SLICE === SLICE - 1) await breathe()
    add(index, keys, row)
  }
  return index
}

/** Rows that changed are taken out and, where they are still here, put in anew. */
async function catchUp(index: NameIndex, tx: Tx, keys: Keys, tenant: string): Promise<void> {
  const ids = [...index.changed]
  if (ids.length === 0) return
  index.changed.clear()
  const rows = await namesOf(tx, tenant, ids, index.span).catch((error) => {
    for (const id of ids) index.changed.add(id)
    throw error
  })
  for (const id of ids) {
    const at = index.ids.indexOf(id)
    if (at >= 0) index.ids[at] = index.names[at] = ''
  }
  for (const row of rows) add(index, keys, row)
}

export async function namesIn(tx: Tx, keys: Keys, tenant: string, span: Span): Promise<NameIndex> {
  const index = await kept.get(nameOf(tenant, span), () => build(tx, keys, tenant, span))
  await catchUp(index, tx, keys, tenant)
  return index
}

type Wanted = { readonly name: string; readonly letters: string; readonly tail: string }

/** Ids of those meant, the likeliest first: who begins like it before who has it inside. */
export function searchNames(index: NameIndex, { name, letters, tail }: Wanted, most: number): string[] {
  const found: [rank: number, id: string][] = []
  const note = (at: number, rank: number) => {
    if (index.ids[at] && rank >= 0) found.push([rank, index.ids[at]])
  }
  if (name) for (let at = 0; at < index.names.length; at++) note(at, index.names[at]!.indexOf(name))
  else if (letters)
    for (const at of index.byInitial.get(letters[0]!) ?? []) note(at, readsAt(readingOf(index.names[at]!), letters))
  else if (tail) for (let at = 0; at < index.tails.length; at++) note(at, index.tails[at] === Number(tail) ? 0 : -1)
  return found
    .sort(([one], [other]) => one - other)
    .slice(0, most)
    .map(([, id]) => id)
}

/** A register row changed somewhere: one person is read again; without a name everybody there, without a place everybody. */
export function namesChanged(tenant: string, pos: number | null, subject: string | null): void {
  const isTheirs = (name: string) => name.startsWith(`${tenant} `)
  const isThere = ({ pos: from, end }: Span) => pos === null || (pos >= from && pos <= end)
  if (subject === null) {
    kept.forget((name) => {
      const [from = 0, end = 0] = name.split(' ').slice(1).map(Number)
      return isTheirs(name) && isThere({ pos: from, end })
    })
    return
  }
  for (const [name, index] of kept.all())
    if (isTheirs(name))
      void index.then(
        ({ span, changed, ids }) => {
          if (isThere(span) || ids.includes(subject)) changed.add(subject)
        },
        () => {},
      )
}
