// The connection to PostgreSQL: one pool, statements built by Kysely and sent without waiting for the one before.
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './schema/tables.ts'

// One reading of types everywhere: bigint as a number (positions stay below 2^53), dates as text, instants as Date.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1082, (text) => text)

/** Builds statements; it has no connection of its own, so nothing can be run past the door. */
export const k = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Anything Kysely can compile: a builder or a `sql` fragment. */
export type Statement<Row> = { compile(on: typeof k): CompiledQuery<Row> }

/** One transaction on one connection. Statements are sent at once and answered in order. */
export type Tx = {
  all<Row>(statement: Statement<Row>): Promise<Row[]>
  first<Row>(statement: Statement<Row>): Promise<Row | undefined>
  /** For the few statements written as text: COPY-like tools, jobs, set-up. */
  text<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export type Database = {
  readonly pool: pg.Pool
  /**
   * A connection of its own, for loads of minutes: its statements are planned anew each time and by index, since a plan made
   * while a table is empty reads the whole of it when it is full. Nor are rows sorted to be joined, so that they go in as they
   * stand in the file. Nor by bitmaps: what row-level security adds would be looked up
   * by area, and the area of a load is all there is.
   */
  alone(): Promise<pg.Client>
  close(): Promise<void>
}

/**
 * What every connection asks for. Compiling a plan to machine code takes longer than what our statements do; where plans that
 * are wanted least are priced highest, each of them would be compiled: a load took five times as long.
 */
const ALWAYS = '-c citus.propagate_set_commands=local -c timezone=UTC -c jit=off'

/** Opens a pool. `pipeline` lets a transaction send its first statements in one go: two round trips for a command. */
export function openDatabase(url: string, max = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: `${ALWAYS} -c statement_timeout=30000 -c plan_cache_mode=force_generic_plan`,
  } as pg.PoolConfig)
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // Nor may one that breaks in the middle of a transaction: its statements are refused, which is told to who sent them.
  pool.on('connect', (client) => client.on('error', () => {}))
  const alone = async () => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      options: `${ALWAYS} -c plan_cache_mode=force_custom_plan -c enable_seqscan=off -c enable_bitmapscan=off -c enable_mergejoin=off`,
    })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  return { pool, alone, close: () => pool.end() }
}

const names = new Map<string, string>()
const MOST_NAMES = 400

/** A stable name per text lets PostgreSQL keep the plan. Texts that vary without end stay unnamed. */
function nameOf(text: string): string | undefined {
  let name = names.get(text)
  if (!name && names.size < MOST_NAMES) names.set(text, (name = `s${names.size}`))
  return name
}

export function txOn(client: pg.PoolClient): Tx {
  const send = async <Row>(text: string, values: readonly unknown[], named: boolean) => {
    const name = named ? nameOf(text) : undefined
    const query = name ? { name, text, values: values as unknown[] } : { text, values: values as unknown[] }
    return (await client.query(query)).rows as Row[]
  }
  const all = <Row>(statement: Statement<Row>) => {
    const { sql, parameters } = statement.compile(k)
    return send<Row>(sql, parameters, true)
  }
  return {
    all,
    first: async (statement) => (await all(statement))[0],
    text: (text, values = []) => send(text, values, false),
  }
}

/** Waits for all, then throws the first failure: statements sent together fail together. */
export async function together<const T extends readonly unknown[]>(
  sent: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(sent)
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>
  }
}

/** SQLSTATE of a driver error, or ''. Constraint names are not looked at: on Citus they end in a shard number. */
export const sqlState = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The database is away, restarting, out of room or for a while only to be read: try later, nothing is wrong with the request. */
export const isUnavailable = (error: unknown): boolean =>
  /^(08|57P|57014|53[1-3]|25006|ECONN|EPIPE|ETIMEDOUT)/.test(sqlState(error)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    ))

/** Another transaction was in the way; the same command may simply run again. */
export const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error))
