// Counts against the limits: the only file that knows rate-limiter-flexible. What processes must share is counted in PostgreSQL.
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Keys } from '../crypto.ts'
import type { Database } from '../database.ts'
import { LIMITS, type Limit, type LimitName, type Raised } from './limits.ts'

/** `seconds` until the count begins anew. `busy`: above the soft limit, or over. */
export type Count = { readonly over: boolean; readonly busy: boolean; readonly seconds: number }

export type Counters = {
  /** Counts first and answers then, so that two at once never both pass as the last. `whose` is kept as a keyed hash. */
  take(name: LimitName, whose: string, points?: number): Promise<Count>
  /** As `take`, without counting. */
  look(name: LimitName, whose: string): Promise<Count>
  giveBack(name: LimitName, whose: string, points?: number): Promise<void>
  forget(name: LimitName, whose: string): Promise<void>
}

const TABLE = 'rate_limit'

function limiterOf(db: Database, name: string, limit: Limit, most: number, sweeps: boolean): RateLimiterAbstract {
  const bound = { keyPrefix: name, points: most, duration: limit.seconds }
  if (!limit.shared) return new RateLimiterMemory(bound)
  return new RateLimiterPostgres({
    ...bound,
    storeClient: db.pool,
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    clearExpiredByTimeout: sweeps,
    // While the database is away each process counts for itself: a limit is never off.
    insuranceLimiter: new RateLimiterMemory(bound),
  })
}

export function openCounters(
  db: Database,
  keys: Keys,
  raised: Raised = {},
  table: Readonly<Record<LimitName, Limit>> = LIMITS,
): Counters {
  const names = Object.keys(table) as LimitName[]
  const most = (name: LimitName) => raised[name] ?? table[name].most
  const firstShared = names.find((name) => table[name].shared)
  const limiters = new Map(
    names.map((name) => [name, limiterOf(db, name, table[name], most(name), name === firstShared)]),
  )
  const soft = (name: LimitName) => {
    const { soft, most: usual } = table[name]
    return soft === undefined ? most(name) : Math.ceil((soft * most(name)) / usual)
  }
  const countOf = (name: LimitName, res: RateLimiterRes | null, over: boolean): Count => ({
    over,
    busy: over || (res?.consumedPoints ?? 0) > soft(name),
    seconds: Math.max(1, Math.ceil((res?.msBeforeNext ?? 0) / 1000)),
  })
  const of = (name: LimitName) => limiters.get(name)!
  /** Addresses and logins stand in the table as nobody can read them back. */
  const key = (name: LimitName, whose: string) => keys.mac(`limit ${name}`, whose).subarray(0, 16).toString('base64url')
  return {
    async take(name, whose, points = 1) {
      try {
        return countOf(name, await of(name).consume(key(name, whose), points), false)
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return countOf(name, refused, true)
        throw refused
      }
    },
    async look(name, whose) {
      const res = await of(name).get(key(name, whose))
      return countOf(name, res, (res?.consumedPoints ?? 0) >= most(name))
    },
    async giveBack(name, whose, points = 1) {
      await of(name).reward(key(name, whose), points)
    },
    async forget(name, whose) {
      await of(name).delete(key(name, whose))
    },
  }
}
