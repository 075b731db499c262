// Brings a database to the schema of this version: plain SQL files in order, each once, each whole or not at all.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

const FOLDER = new URL('../../db/migrations/', import.meta.url)

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export const migrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })

/** Applies what is missing; returns the names applied. Throws when the database is newer or a file was changed after use. */
export async function migrate(ownerUrl: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: encoding } = await client.query<{ server_encoding: string }>('show server_encoding')
    if (encoding[0]!.server_encoding !== 'UTF8')
      throw new Error(`the database is ${encoding[0]!.server_encoding}; Linli needs UTF8`)
    await client.query('select pg_advisory_lock(7315, 0)')
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    const done = new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from migration')).rows.map((row) => [
        row.name,
        row.hash,
      ]),
    )
    const all = migrations()
    const newer = [...done.keys()].filter((name) => !all.some((one) => one.name === name))
    if (newer.length) throw new Error(`the database is newer than this Linli: it has ${newer.join(', ')}`)
    const applied: string[] = []
    for (const { name, sql, hash } of all) {
      if (done.has(name)) {
        if (done.get(name) !== hash)
          throw new Error(
            `migration ${name} was changed after it had been applied: this database was made by another state of Linli.\n` +
              'Keep its folder, and start with a new LINLI_DATA, or with the Linli that made it.',
          )
        continue
      }
      await client.query('begin')
      await client.query('set local citus.multi_shard_modify_mode to sequential')
      await client.query('set local citus.enable_local_reference_table_foreign_keys to off')
      await client.query(sql)
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
      await client.query('commit')
      log(name)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** Tables where the server may only add: neither journal nor seal, nor what it knows its key and commands by, is ever changed. */
const APPEND_ONLY = ['journal', 'seal', 'command', 'key_check']
/** Tables where the server may take rows away. */
const DELETABLE = [
  ...['directory', 'area_alias', 'division_part', 'calendar_day', 'group_member', 'emergency_rule'],
  ...['room_day', 'room_service', 'team_member', 'team_shift', 'team_swap', 'saved_filter', 'notice_move'],
]

/** Gives the server's login what it needs and no more. Runs after every migration; doing it twice changes nothing. */
export async function grantApp(ownerUrl: string, role: string, password?: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const name = client.escapeIdentifier(role)
  try {
    if (password !== undefined) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
      // A new role is neither superuser nor past row-level security; only a superuser could say so again when altering it.
      await client.query(
        `${rowCount ? 'alter' : 'create'} role ${name} login password ${client.escapeLiteral(password)}`,
      )
    }
    await client.query(`grant usage on schema public, pgboss to ${name}`)
    await client.query(`grant select, insert, update, delete on all tables in schema pgboss to ${name}`)
    await client.query(`grant execute on all functions in schema pgboss to ${name}`)
    await client.query(`grant select, insert, update on all tables in schema public to ${name}`)
    await client.query(`grant delete on ${DELETABLE.join(', ')} to ${name}`)
    await client.query(`revoke update, delete, truncate on ${APPEND_ONLY.join(', ')} from ${name}`)
    await client.query(`revoke insert, update on migration, era from ${name}`)
  } finally {
    await client.end()
  }
}
