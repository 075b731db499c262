// On a test system alone: an operation that moves the clock of every process on the database.
import { sql } from 'kysely'
import { z } from 'zod'
import { anyone } from './access.ts'
import { clock } from './clock.ts'
import { contract } from './contract.ts'
import { type Database, k } from './database.ts'
import { operation } from './operation.ts'
import { doorProblems, Problem } from './problem.ts'

const LOOK_MS = 200

const { move: signature } = contract('clock', {
  move: {
    kind: 'command',
    summary: { zh: '（仅测试系统）拨动所有进程的时钟', en: '(test systems only) Move the clock of all processes' },
    input: z.strictObject({ minutes: z.number().int().min(-600_000).max(600_000) }),
    output: z.object({ now: z.iso.datetime() }),
  },
})

export const moveClock = operation(signature, {
  permit: [anyone('exists on test systems only; elsewhere it is missing')],
  async run({ input, tx, settings }) {
    if (settings.env !== 'test') throw new Problem(doorProblems.missing)
    const row = await tx.first(
      k
        .insertInto('clock_shift')
        .values({ ms: input.minutes * 60_000 })
        .onConflict((clash) => clash.column('one').doUpdateSet({ ms: sql`clock_shift.ms + excluded.ms` }))
        .returning('ms'),
    )
    clock.shift(row!.ms)
    return { now: clock.now().toISOString() }
  },
})

/** Follows the shared shift; used only where LINLI_ENV is test. */
export function followTestClock(db: Database): { stop(): void } {
  const timer = setInterval(async () => {
    const { rows } = await db.pool.query<{ ms: number }>('select ms from clock_shift').catch(() => ({ rows: [] }))
    if (rows[0]) clock.shift(rows[0].ms)
  }, LOOK_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
