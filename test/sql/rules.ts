// What Citus would refuse or carry to every shard (distributed.md 1, rules 9 to 20), found in the text of a statement.
import { BY_HASH, EXCEPTIONS, NODE, SHARED } from './kinds.ts'
import { type Level, levelsOf, type Table } from './levels.ts'
import { is, split, type Token } from './tokens.ts'

/** Differ from call to call: they enter as parameters, so that every node writes the same. The time enters by clock.ts. */
const VOLATILE = new Set([
  'now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'current_timestamp',
  'current_date',
  'current_time',
  'localtimestamp',
  'timeofday',
  'gen_random_uuid',
  'uuidv7',
  'uuidv4',
  'random',
  'nextval',
  'pg_current_xact_id',
  'setval',
])
const WAKING = /^(pg_(try_)?advisory_\w*lock\w*|pg_notify)$/

const isTenantTable = (table: string) => !SHARED.includes(table) && !NODE.includes(table)
const keyOf = (table: string) => BY_HASH[table] ?? 'tenant_id'

type Column = { readonly alias: string | undefined; readonly column: string }

/** A column written at an index: `alias.column`, or `column` alone. */
function columnAt(list: readonly Token[], at: number): { read: Column; end: number } | undefined {
  const named = (token: Token | undefined) => token !== undefined && (token.kind === 'name' || token.kind === 'word')
  if (!named(list[at]) || is(list[at - 1], '.')) return undefined
  if (is(list[at + 1], '.') && named(list[at + 2]))
    return { read: { alias: list[at]!.text, column: list[at + 2]!.text }, end: at + 3 }
  return { read: { alias: undefined, column: list[at]!.text }, end: at + 1 }
}

/** Conditions that hold for the whole level: outside parentheses, joined by `and`. */
function conditions(level: Level): Token[][] {
  const flat = level.own.filter((token) => !token.deep)
  const parts: Token[][] = []
  for (let at = 0; at < flat.length; at++) {
    if (!is(flat[at], 'where', 'on') || is(flat[at + 1], 'conflict')) continue
    const end = flat.findIndex(
      (one, index) =>
        index > at &&
        is(
          one,
          'where',
          'group',
          'order',
          'limit',
          'returning',
          'join',
          'left',
          'inner',
          'cross',
          'right',
          'for',
          'having',
          'on',
          'offset',
          'do',
        ),
    )
    parts.push(...split(flat.slice(at + 1, end < 0 ? undefined : end), 'and'))
  }
  return parts
}

/** Tables of a level that are bound to one tenant: by a parameter, or by another table that is. */
function bound(level: Level, tables: readonly Table[]): Set<string> {
  const pinned = new Set<string>()
  const ties: [string, string][] = []
  const aliasOf = ({ alias, column }: Column) => {
    if (alias) return tables.find((one) => one.alias === alias && keyOf(one.table) === column)?.alias
    const fitting = tables.filter((one) => keyOf(one.table) === column)
    return fitting.length === 1 ? fitting[0]!.alias : undefined
  }
  for (const part of conditions(level)) {
    if (part.some((token) => is(token, 'or'))) continue
    const left = columnAt(part, 0)
    const alias = left && aliasOf(left.read)
    if (!left || !alias) continue
    const value = part[left.end + 1]
    if (
      !is(part[left.end], '=') &&
      !(is(part[left.end], 'in') && BY_HASH[tables.find((one) => one.alias === alias)!.table])
    )
      continue
    if (value?.kind === 'param' || (value && is(part[left.end], 'in'))) pinned.add(alias)
    else {
      const other = columnAt(part, left.end + 1)
      const tied = other && aliasOf(other.read)
      if (tied) ties.push([alias, tied], [tied, alias])
    }
  }
  for (let before = -1; before < pinned.size; ) {
    before = pinned.size
    for (const [one, other] of ties) if (pinned.has(other)) pinned.add(one)
  }
  return pinned
}

const calls = (list: readonly Token[], wanted: (name: string) => boolean) =>
  list.flatMap((token, at) =>
    token.kind === 'word' && wanted(token.text) && !is(list[at - 1], '.') ? [token.text] : [],
  )

function boundFaults(level: Level): string[] {
  const tables = level.tables.filter((one) => isTenantTable(one.table))
  if (tables.length === 0) return []
  const pinned = bound(level, tables)
  return tables.flatMap(({ table, alias }, at) => {
    if (level.verb === 'insert' && at === 0) {
      const from = level.own.findIndex((token) => is(token, '('))
      const columns = level.own.slice(from + 1).map((token) => token.text)
      return columns.slice(0, columns.indexOf(')')).includes(keyOf(table))
        ? []
        : [`inserts into ${table} without ${keyOf(table)}`]
    }
    return pinned.has(alias) ? [] : [`${level.verb} of ${table} without ${keyOf(table)} = $n`]
  })
}

function levelFaults(level: Level): string[] {
  const faults = boundFaults(level)
  const flat = level.own
  const tenants = level.tables.filter((one) => isTenantTable(one.table))
  if (level.recursive && tenants.length) faults.push(`walks ${tenants[0]!.table} recursively`)
  const volatile = calls(flat, (name) => VOLATILE.has(name))
  if (volatile.length) faults.push(`calls ${volatile.join(', ')}`)
  if (level.tables.length && calls(flat, (name) => WAKING.test(name)).length)
    faults.push('locks or notifies beside a table')
  const returning = flat.findIndex((token) => is(token, 'returning'))
  if (returning >= 0 && flat.slice(returning).some((token) => is(token, '('))) faults.push('returns a function')
  const deepFrom = flat.find((token, at) => token.deep && is(token, 'join') && !is(flat[at + 1], '('))
  if (deepFrom) faults.push('joins inside parentheses, which this reader does not follow')
  return faults
}

/** Everything wrong with a text as it was sent; empty when nothing is, or when it is a known exception. */
export function faultsOf(sql: string): string[] {
  const text = sql.replace(/\s+/g, ' ').trim()
  if (EXCEPTIONS.some((one) => one.text.test(text))) return []
  const statements = levelsOf(sql)
  const faults = statements.flatMap((levels) => levels.flatMap(levelFaults))
  if (statements.length > 1 && /\bset\s+local\b/i.test(sql))
    faults.push('SET LOCAL beside another statement in one message')
  return faults
}
