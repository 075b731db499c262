// Keeps this process's clock with the database's: the count begins there, and is compared with it again and again.
import { type Clock, clock, type Reading, STEP_MS, type Step } from './clock.ts'
import type { Database } from './database.ts'
import { doorProblems, Problem } from './problem.ts'

const LOOK_MS = 5_000
/** No clock that is right says less: a machine whose battery is flat wakes up long before. */
const EARLIEST = Date.UTC(2026, 0, 1)

export type Following = {
  /** Compares now. Rejects when the database does not answer or the step could not be written: then nothing is taken over. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** One look; the wall clock and the count are read at the moment that the database's time stands for, half a round trip ago. */
export async function readClocks(db: Database, by: Clock = clock): Promise<Reading> {
  const sent = by.ticks()
  const { rows } = await db.pool.query<{ ms: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
  )
  const error = (by.ticks() - sent) / 2
  return { database: rows[0]!.ms, error, wall: by.wall() - error, ticks: sent + error }
}

/**
 * Begins to count. The last seal says how late it has been already: where the database's clock lies behind it (a flat
 * battery, a clock set back while nothing ran), the count begins at the seal and the next look meets a step back.
 */
export async function beginCount(db: Database, bySeals: boolean): Promise<void> {
  const reading = await readClocks(db)
  const { rows } = await db.pool.query<{ at: Date }>('select at from seal order by no desc limit 1')
  const sealed = bySeals && rows[0] ? rows[0].at.getTime() : 0
  if (Math.max(sealed, reading.database) < EARLIEST)
    throw new Error(`the database's clock cannot be right: ${new Date(reading.database).toISOString()}`)
  clock.follow(sealed - reading.database > STEP_MS ? { ...reading, database: sealed } : reading)
}

/** Looks every few seconds. A step is first written by `tell`, then counted with: what it must end has ended before. */
export function followClock(
  read: () => Promise<Reading>,
  tell: (step: Step, reading: Reading) => Promise<void>,
  by: Clock = clock,
): Following {
  let looking: Promise<void> | undefined
  const look = async () => {
    const reading = await read()
    if (reading.database < EARLIEST) throw new Problem(doorProblems.busy)
    const step = by.stepIn(reading)
    if (step) await tell(step, reading)
    by.follow(reading)
  }
  const lookOnce = () =>
    (looking ??= look().finally(() => {
      looking = undefined
    }))
  // The database may be away for a moment: the count goes on, and the next look compares again.
  const timer = setInterval(() => lookOnce().catch(() => {}), LOOK_MS)
  timer.unref()
  return {
    look: lookOnce,
    async stop() {
      clearInterval(timer)
      await looking?.catch(() => {})
    },
  }
}
