// The query levels of a statement: each select, insert, update or delete by itself, with the tables it names.
import { closing, is, split, type Token, tokens } from './tokens.ts'

export type Table = { readonly table: string; readonly alias: string }

export type Level = {
  readonly verb: string
  /** Of this level alone: queries inside it are levels of their own. What stands in other parentheses is here, marked deep. */
  readonly own: readonly (Token & { readonly deep: boolean })[]
  readonly tables: readonly Table[]
  readonly recursive: boolean
}

const BEGINS = ['select', 'with', 'values', 'insert', 'update', 'delete', 'merge']
const AFTER_TABLES = [
  'where',
  'group',
  'order',
  'limit',
  'having',
  'returning',
  'for',
  'on',
  'set',
  'values',
  'join',
  'left',
  'right',
  'inner',
  'cross',
  'full',
  'using',
  'window',
  'offset',
  'fetch',
  'from',
  'select',
  'default',
  'union',
  'as',
  'when',
  'natural',
]
const isName = (token: Token | undefined) => token !== undefined && (token.kind === 'name' || token.kind === 'word')

/** The first table of a list such as `only public.matter as m`; undefined for a function or a query in its place. */
function tableAt(list: readonly Token[], from: number, functions: boolean): Table | undefined {
  let at = from
  while (is(list[at], 'only', 'lateral')) at++
  if (!isName(list[at])) return undefined
  while (is(list[at + 1], '.')) at += 2
  const table = list[at]!.text
  if (functions && is(list[at + 1], '(')) return undefined
  const said = is(list[at + 1], 'as') ? at + 2 : at + 1
  const next = list[said]
  const named = isName(next) && !(next!.kind === 'word' && AFTER_TABLES.includes(next!.text))
  return { table, alias: named ? next!.text : table }
}

function tablesOf(own: Level['own']): Table[] {
  const flat = own.filter((token) => !token.deep)
  const found: (Table | undefined)[] = []
  flat.forEach((token, at) => {
    if (at === 0 && is(token, 'update')) found.push(tableAt(flat, 1, false))
    if (is(token, 'into') && is(flat[at - 1], 'insert', 'merge')) found.push(tableAt(flat, at + 1, false))
    if (is(token, 'join')) found.push(tableAt(flat, at + 1, true))
    const listed = is(token, 'from') && !is(flat[at - 1], 'distinct')
    if (!listed && !(is(token, 'using') && is(flat[0], 'delete', 'merge'))) return
    const end = flat.findIndex(
      (one, index) => index > at && one.kind === 'word' && AFTER_TABLES.includes(one.text) && one.text !== 'as',
    )
    for (const part of split(flat.slice(at + 1, end < 0 ? undefined : end), ',')) found.push(tableAt(part, 0, true))
  })
  return found.filter((one) => one !== undefined)
}

/** Reads `name [(columns)] as [not] [materialized] ( … )` one after another; returns what follows them. */
function readWith(list: readonly Token[], levels: Level[], known: Set<string>, recursive: boolean): Token[] {
  let at = recursive ? 2 : 1
  for (;;) {
    const name = list[at]!.text
    if (recursive) known.add(name)
    at++
    if (is(list[at], '(')) at = closing(list, at) + 1
    while (!is(list[at], '(')) at++
    const end = closing(list, at)
    read(list.slice(at + 1, end), levels, known, recursive)
    known.add(name)
    at = end + 1
    if (!is(list[at], ',')) return list.slice(at)
    at++
  }
}

function readOne(list: readonly Token[], levels: Level[], known: Set<string>, recursive: boolean): void {
  const own: (Token & { deep: boolean })[] = []
  let depth = 0
  for (let at = 0; at < list.length; at++) {
    const token = list[at]!
    if (is(token, '(') && is(list[at + 1], ...BEGINS)) {
      const end = closing(list, at)
      read(list.slice(at + 1, end), levels, known, recursive)
      own.push({ kind: 'sign', text: '(query)', deep: depth > 0 })
      at = end
      continue
    }
    if (is(token, ')')) depth--
    own.push({ ...token, deep: depth > 0 })
    if (is(token, '(')) depth++
  }
  const tables = tablesOf(own).filter(({ table }) => !known.has(table))
  levels.push({ verb: own[0]?.text ?? '', own, tables, recursive })
}

function read(list: readonly Token[], levels: Level[], outside: ReadonlySet<string>, within: boolean): void {
  const known = new Set(outside)
  const recursive = within || (is(list[0], 'with') && is(list[1], 'recursive'))
  const main = is(list[0], 'with') ? readWith(list, levels, known, is(list[1], 'recursive')) : list
  for (const part of split(main, 'union', 'intersect', 'except')) {
    const body = is(part[0], 'all') ? part.slice(1) : part
    const bare = is(body[0], '(') && closing(body, 0) === body.length - 1 ? body.slice(1, -1) : body
    if (bare.length) readOne(bare, levels, known, recursive)
  }
}

/** Every level of every statement in a text, innermost first. */
export function levelsOf(sql: string): Level[][] {
  return split(tokens(sql), ';')
    .filter((statement) => statement.length > 0)
    .map((statement) => {
      const levels: Level[] = []
      read(statement, levels, new Set(), false)
      return levels
    })
}
