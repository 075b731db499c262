// Names of one community in memory, opened under the scope of somebody who works there: found by characters, by reading, by initials.
import type { Span } from '#kernel/access.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { openNameAndPhone } from '#modules/register/index.ts'
import { breathe } from './grams.ts'
import { type Kept, openKept } from './kept.ts'
import { initialsOf, type Reading, readingOf, readsAt } from './readings.ts'
import { simple } from './simple.ts'
import { type NameRow, namesOf, namesWithin } from './store.ts'

export type NameIndex = {
  readonly span: Span
  /** Rows that changed since; they are read again before the next search. */
  readonly changed: Set<string>
  readonly at: Map<string, number>
  readonly ids: string[]
  /** As compared; '' for one that is no longer here. */
  readonly names: string[]
  readonly readings: Reading[]
  readonly byInitial: Map<string, number[]>
  readonly byTail: Map<string, number[]>
}

/** Memory: some 200 bytes a name, fifteen thousand names a community. */
const MOST_KEPT = 24
/** No longer than this does a process hold names in clear without having looked again. */
const AGE_MS = 10 * 60_000
const SLICE = 200

const kept: Kept<NameIndex> = openKept(MOST_KEPT, AGE_MS)
const nameOf = (tenant: string, { pos, end }: Span): string => `${tenant} ${pos} ${end}`

const push = (map: Map<string, number[]>, key: string, at: number) => {
  const list = map.get(key)
  if (list) list.push(at)
  else map.set(key, [at])
}

function add(index: NameIndex, keys: Keys, row: NameRow): void {
  const { name, phone } = openNameAndPhone(keys, row)
  const plain = simple(name)
  const reading = readingOf(plain)
  const at = index.ids.push(row.id) - 1
  index.at.set(row.id, at)
  index.names.push(plain)
  index.readings.push(reading)
  for (const letter of initialsOf(reading)) push(index.byInitial, letter, at)
  if (/^1\d{10}$/.test(phone)) push(index.byTail, phone.slice(7), at)
}

/** Opening fifteen thousand names takes some tenths of a second, in slices between which others are answered. */
async function build(tx: Tx, keys: Keys, tenant: string, span: Span): Promise<NameIndex> {
  const index: NameIndex = {
    ...{ span, changed: new Set(), at: new Map(), ids: [], names: [], readings: [] },
    ...{ byInitial: new Map(), byTail: new Map() },
  }
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
  const rows = await namesOf(tx, tenant, ids, index.span)
  for (const id of ids) {
    const at = index.at.get(id)
    if (at !== undefined) index.names[at] = ''
    index.at.delete(id)
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
    if (index.names[at] && rank >= 0) found.push([rank, index.ids[at]!])
  }
  if (name) for (let at = 0; at < index.names.length; at++) note(at, index.names[at]!.indexOf(name))
  else if (letters)
    for (const at of index.byInitial.get(letters[0]!) ?? []) note(at, readsAt(index.readings[at]!, letters))
  else if (tail) for (const at of index.byTail.get(tail) ?? []) note(at, 0)
  return found
    .sort(([one], [other]) => one - other)
    .slice(0, most)
    .map(([, id]) => id)
}

/** A register row changed somewhere: one person is read again; after a whole batch, everything is. */
export function namesChanged(tenant: string, pos: number | null, subject: string | null): void {
  const isTheirs = (name: string) => name.startsWith(`${tenant} `)
  if (pos === null || subject === null) kept.forget(isTheirs)
  else
    for (const [name, index] of kept.all())
      if (isTheirs(name))
        void index.then(
          ({ span, changed, at }) => {
            if ((pos >= span.pos && pos <= span.end) || at.has(subject)) changed.add(subject)
          },
          () => {},
        )
}
