// Brings a database to the schema of this version: plain SQL files in order, each once, each whole or not at all.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

const FOLDER = new URL('../../../db/migrations/', import.meta.url)

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export const migrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })

const MIGRATION_TABLE =
  'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())'

/** One file, in the transaction that is open. */
async function apply(client: pg.Client, { name, sql, hash }: Migration): Promise<void> {
  await client.query('set local citus.multi_shard_modify_mode to sequential')
  await client.query('set local citus.enable_local_reference_table_foreign_keys to off')
  await client.query(sql)
  await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
}

/** Makes the schema that these files make, in the transaction that is open: for a restore, whose backup may be older. */
export async function applyAll(client: pg.Client, files: readonly Migration[]): Promise<void> {
  await client.query(MIGRATION_TABLE)
  for (const file of files) await apply(client, file)
}

export type Applied = Pick<Migration, 'name' | 'hash'>

/** Why this Linli must not work on a schema made by these files, or undefined: it is newer, or another state's. */
export function schemaFault(
  applied: readonly Applied[],
  known: readonly Migration[] = migrations(),
): string | undefined {
  const newer = applied.filter(({ name }) => !known.some((one) => one.name === name)).map(({ name }) => name)
  if (newer.length)
    return (
      `数据库比这个邻里新：它有 ${newer.join(', ')}。请用更新的邻里。\n` +
      `the database is newer than this Linli: it has ${newer.join(', ')}. Use the newer Linli.`
    )
  const changed = applied.find(({ name, hash }) => known.find((one) => one.name === name)!.hash !== hash)
  if (!changed) return undefined
  return (
    `migration ${changed.name} was changed after it had been applied: this database was made by another state of Linli.\n` +
    'Keep its folder, and start with a new LINLI_DATA, or with the Linli that made it.'
  )
}

/** Waits until no backup reads and no other start migrates, and says so when that takes time. */
async function lockSchema(client: pg.Client, log: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock(7315, 0) as got')
  if (rows[0]!.got) return
  log('等另一个启动或备份结束 · waiting for another start, or for a backup to end')
  await client.query('select pg_advisory_lock(7315, 0)')
}

/** Applies what is missing; returns the names applied. Throws when the database is newer or a file was changed after use. */
export async function migrate(ownerUrl: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  // A database that ends between two statements is told by the next one; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows: encoding } = await client.query<{ server_encoding: string }>('show server_encoding')
    if (encoding[0]!.server_encoding !== 'UTF8')
      throw new Error(`the database is ${encoding[0]!.server_encoding}; Linli needs UTF8`)
    await lockSchema(client, log)
    await client.query(MIGRATION_TABLE)
    const { rows: done } = await client.query<Applied>('select name, hash from migration order by name')
    const all = migrations()
    const fault = schemaFault(done, all)
    if (fault) throw new Error(fault)
    const applied: string[] = []
    for (const file of all) {
      if (done.some((one) => one.name === file.name)) continue
      await client.query('begin')
      await apply(client, file)
      await client.query('commit')
      log(`数据库 ${file.name} · migrated`)
      applied.push(file.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/**
 * Tables where the server may only add: neither journal nor seal, nor what it knows its key and commands by, nor who saw
 * what of whom, is ever changed.
 */
const APPEND_ONLY = ['journal', 'seal', 'command', 'key_check', 'key_version', 'disclosure']
/** Tables where the server may take rows away. */
const DELETABLE = [
  ...['directory', 'area_alias', 'division_part', 'calendar_day', 'group_member', 'emergency_rule'],
  ...[
    'room_day',
    'room_service',
    'room_reservation',
    'team_member',
    'team_shift',
    'team_swap',
    'saved_filter',
    'notice_move',
  ],
  ...['rate_limit', 'callback_move', 'callback_delivery', 'callback_try'],
  // Rows of a file that was undone, and what was noted of a dry run.
  ...['person', 'person_past', 'tie', 'relocation', 'household', 'home', 'rental', 'organisation'],
  ...['import_offer', 'import_special', 'import_fault', 'import_chunk', 'import_count'],
  // Rows that end whole when their time is over.
  ...['file', 'session', 'post', 'notice', 'notice_wish', 'correction', 'disclosure'],
  ...['own_code', 'register_spent', 'import_mapping', 'mediation_reminder'],
]

/** Gives the server's login what it needs and no more. Runs after every migration; doing it twice changes nothing. */
export async function grantApp(ownerUrl: string, role: string, password?: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
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
    // An answer goes when its time is over; that the command was done stays.
    await client.query(`grant update (answer) on command to ${name}`)
    await client.query(`revoke insert, update on migration, era, backup_run from ${name}`)
    await client.query(`revoke insert on restored from ${name}`)
  } finally {
    await client.end()
  }
}
