// Which tables a backup holds and what ties them together, read from the database itself: a new table is never forgotten.
import type { Client } from 'pg'

export type TableShape = {
  readonly name: string
  /** As they are copied; a column that PostgreSQL computes is not. */
  readonly columns: readonly string[]
}

/** What a database says of itself alone: how it came to its schema, what lies where on its machine, who asked a minute ago. */
export const LEFT_OUT: readonly string[] = ['migration', 'backup_run', 'rate_limit']

/** All tables of ours but those left out. Throws when there is a sequence: its place would be lost. */
export async function tablesOf(client: Client): Promise<TableShape[]> {
  const { rows: sequences } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
  )
  if (sequences.length)
    throw new Error(`backup: nothing keeps the place of sequences: ${sequences.map((one) => one.name).join(', ')}`)
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
       and c.relname <> all ($1) order by c.relname`,
    [LEFT_OUT],
  )
  return rows
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const listed = ({ columns }: TableShape) => columns.map(quoted).join(', ')

export const copyOutOf = (table: TableShape): string =>
  `copy (select ${listed(table)} from public.${quoted(table.name)}) to stdout`

export const copyInto = (table: TableShape): string => `copy public.${quoted(table.name)} (${listed(table)}) from stdin`

/** The same text for the same value on every server, whatever its settings are. */
export const SETTINGS = [
  `set datestyle = 'ISO, YMD'`,
  `set timezone = 'UTC'`,
  `set intervalstyle = 'postgres'`,
  `set extra_float_digits = 1`,
  `set bytea_output = 'hex'`,
  `set client_encoding = 'UTF8'`,
  'set statement_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
  // A login that is not the owner's would get some rows only, without a word; this makes it an error.
  'set row_security = off',
].join('; ')

export type Tie = { readonly table: string; readonly name: string; readonly definition: string }

/** References between tables; loaded without them, in any order, they are held against all rows once afterwards. */
export async function references(client: Client): Promise<Tie[]> {
  const { rows } = await client.query<Tie>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )
  return rows
}

/** Indexes that hold no key; built once over all rows they cost a fraction of what each row would. */
export async function plainIndexes(client: Client): Promise<Tie[]> {
  const { rows } = await client.query<Tie>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace and not i.indisprimary
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by 1, 2`,
  )
  return rows
}
