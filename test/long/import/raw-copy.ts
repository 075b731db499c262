// What PostgreSQL itself can do: the same final columns, by one COPY each, into tables with the same indexes and no more.
import type pg from 'pg'

/** In the order in which an import fills them. What a batch notes of itself is not what was to be stored. */
const TABLES = ['home', 'rental', 'household', 'person', 'organisation', 'import_special', 'import_offer'] as const

export type RawCopy = { readonly rows: number; readonly seconds: number; readonly bytes: number }

/** `folder` is one that the database may write to and read from. Leaves nothing behind in the database. */
export async function rawCopy(owner: pg.Client, folder: string): Promise<RawCopy> {
  let [rows, seconds] = [0, 0]
  await owner.query('create schema raw')
  try {
    for (const table of TABLES) {
      const file = `'${folder}/${table}.copy'`
      await owner.query(`copy public.${table} to ${file}`)
      await owner.query(`create table raw.${table} (like public.${table} including all)`)
      await owner.query('checkpoint')
      const since = performance.now()
      const copied = await owner.query(`copy raw.${table} from ${file}`)
      seconds += (performance.now() - since) / 1_000
      rows += copied.rowCount ?? 0
    }
    const size = await owner.query<{ bytes: number }>(
      `select sum(pg_total_relation_size(c.oid))::bigint as bytes from pg_class c where relnamespace = 'raw'::regnamespace and relkind = 'r'`,
    )
    return { rows, seconds, bytes: Number(size.rows[0]!.bytes) }
  } finally {
    await owner.query('drop schema raw cascade')
  }
}
