// The owner's connection for a backup or a restore: past row-level security, with one way of writing values, and cancelled at once.
import pg from 'pg'
// Numbers, days and instants are read as everywhere else.
import '../database.ts'
import { SETTINGS } from './catalogue.ts'

/** Held for as long as nobody may change the schema: shared by backups, alone by migrations (migrate.ts). */
export const SCHEMA_LOCK = '7315, 0'
/** One backup or restore at a time. */
const WORK_LOCK = '7315, 17'

/** Runs `work` on a connection of the owner. An abort breaks the connection, so whatever runs on it ends. */
export async function asOwner<T>(
  ownerUrl: string,
  signal: AbortSignal,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'linli backup' })
  client.on('error', () => {})
  const breakOff = () => {
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
  }
  signal.addEventListener('abort', breakOff, { once: true })
  try {
    await client.connect()
    await client.query(SETTINGS)
    return await work(client)
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', breakOff)
    await client.end().catch(() => {})
  }
}

/** For as long as this connection lives. Throws when another backup or restore works on this database. */
export async function takeWorkLock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${WORK_LOCK}) as got`)
  if (!rows[0]!.got)
    throw new Error('这个数据库正在备份或恢复。 Another backup or restore of this database is under way.')
}

/** Whether `client`'s login may read every row: the owner of the tables, or above him. */
export async function refuseUnlessOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ foreign: number }>(
    `select count(*)::int as foreign from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and not pg_has_role(current_user, relowner, 'usage')`,
  )
  if (rows[0]!.foreign > 0)
    throw new Error('DATABASE_URL：这个命令要用属主账号。\nDATABASE_URL: this command needs the owner’s login.')
}
