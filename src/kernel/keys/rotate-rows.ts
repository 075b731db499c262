// Seals the rows of a table anew under the newest version of the root key, some hundred at a time, while others read and write them.
import type { Client } from 'pg'
import type { Keys } from '../crypto.ts'
import { MONTH_MARK } from '../ending/ending.ts'
import { bindingIn, columnsOf, type SealedTable } from './sealed.ts'

/** Locked together for some 50 ms; whoever wants to change one of them waits that long. */
const PIECE = 500

/**
 * The version of a value; null where there is none, or where its time was over and it was emptied. Under the key of a
 * month (0xe0, ending/month-keys.ts) the version of what is inside stands behind the month.
 */
const versionIn = (column: string): string => {
  const value = `nullif(${column}, ''::bytea)`
  return `get_byte(${value} || '\\x00000000'::bytea, case when get_byte(${value}, 0) = ${MONTH_MARK} then 3 else 0 end)`
}

/** Not false, and null only where nothing is sealed: a row with a value of another version than `version`. */
const isOld = (table: SealedTable, version: string): string =>
  [
    ...columnsOf(table).map(({ column }) => `${versionIn(column)} <> ${version}`),
    ...(table.version ? [`${table.version} <> ${version}`] : []),
  ].join(' or ')

/** By version: how many rows hold a value sealed with it. */
export async function versionsIn(client: Client, table: SealedTable): Promise<Map<number, number>> {
  const each = columnsOf(table).map(({ column }) => versionIn(column))
  const { rows } = await client.query<{ version: number; n: number }>(
    `select v as version, count(*)::int as n from ${table.table} t,
       lateral (select distinct v from unnest(array[${each.join(', ')}]) v where v is not null) each group by v`,
  )
  return new Map(rows.map((row) => [row.version, row.n]))
}

/** Rows that another version than `version` has sealed, or says that it has. */
export async function oldIn(client: Client, table: SealedTable, version: number): Promise<number> {
  const text = `select count(*)::int as n from ${table.table} where ${isOld(table, '$1')}`
  return (await client.query<{ n: number }>(text, [version])).rows[0]!.n
}

type Key = { readonly tenant: string; readonly row: string }
type SealedRow = Key & { readonly seal_before: number | null; readonly values: readonly (Buffer | null)[] }

export type Piece = {
  readonly sealed: number
  /** Rows that do not open: they stay as they are, and are told by name. */
  readonly unreadable: readonly string[]
  /** Where to go on; undefined at the end of the table. */
  readonly next: Key | undefined
}

/** What one row becomes. Throws when a value of it does not open. */
function sealedAnew(table: SealedTable, keys: Keys, row: SealedRow): (Buffer | null)[] {
  const after = row.seal_before === null ? null : row.seal_before + 1
  const plain = new Map<string, string>()
  const values = columnsOf(table).map((at, no) => {
    const sealed = row.values[no]
    // Emptied when its time was over, it stays so.
    if (!sealed?.length) return sealed ?? null
    const text = keys.open(sealed, bindingIn(table, at, row, row.seal_before))
    plain.set(at.column, text)
    const binding = bindingIn(table, at, row, after)
    return keys.sealInPlaceOf ? keys.sealInPlaceOf(sealed, text, binding) : keys.seal(text, binding)
  })
  const remade = (table.remade ?? []).map(({ purpose, of, text = (all: string) => all }) => {
    const value = plain.get(of)
    return value === undefined ? null : keys.blind(row.tenant, purpose, text(value))
  })
  return [...values, ...remade]
}

type Made = { readonly row: SealedRow; readonly values: readonly (Buffer | null)[] }

async function write(client: Client, table: SealedTable, version: number, made: readonly Made[]): Promise<void> {
  const columns = [...columnsOf(table).map((one) => one.column), ...(table.remade ?? []).map((one) => one.column)]
  const set = [
    ...columns.map((column, at) => `${column} = u.c${at}`),
    ...(table.seal ? [`${table.seal} = t.${table.seal} + 1`] : []),
    ...(table.version ? [`${table.version} = ${version}`] : []),
  ]
  const type = table.rowType ?? 'uuid'
  const arrays = columns.map((_, at) => `$${at + 3}::bytea[]`)
  await client.query(
    `update ${table.table} t set ${set.join(', ')}
     from unnest($1::uuid[], $2::${type}[], ${arrays.join(', ')}) u(tenant, row, ${columns.map((_, at) => `c${at}`).join(', ')})
     where t.tenant_id = u.tenant and t.${table.row} = u.row`,
    [
      made.map(({ row }) => row.tenant),
      made.map(({ row }) => row.row),
      ...columns.map((_, at) => made.map(({ values }) => values[at])),
    ],
  )
}

/**
 * The next rows after `from` that carry another version than the newest, in one transaction. Rows that somebody else has
 * locked are passed by, so this waits for nobody and nobody for it in a circle; a later pass takes them.
 */
export async function sealPiece(client: Client, table: SealedTable, keys: Keys, from: Key | undefined): Promise<Piece> {
  const type = table.rowType ?? 'uuid'
  const after = from ? `(tenant_id, ${table.row}) > ($2::uuid, $3::${type}) and` : ''
  await client.query('begin')
  try {
    const version = keys.version
    const { rows } = await client.query<SealedRow>(
      `select tenant_id as tenant, ${table.row}::text as row, ${table.seal ?? 'null::int'} as seal_before,
         array[${columnsOf(table)
           .map((one) => one.column)
           .join(', ')}] as values
       from ${table.table} where ${after} (${isOld(table, '$1')})
       order by tenant_id, ${table.row} limit ${PIECE} for update skip locked`,
      from ? [version, from.tenant, from.row] : [version],
    )
    const made: Made[] = []
    const unreadable: string[] = []
    for (const row of rows)
      try {
        made.push({ row, values: sealedAnew(table, keys, row) })
      } catch {
        unreadable.push(`${table.table} ${row.tenant} ${row.row}`)
      }
    if (made.length) await write(client, table, version, made)
    await client.query('commit')
    const last = rows.at(-1)
    return { sealed: made.length, unreadable, next: rows.length === PIECE && last ? last : undefined }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
