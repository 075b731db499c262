// The only place that asks what time it is. A server counts on from the database's time, so a step of this machine's clock moves nothing.

/** Nearer than this two clocks are of one mind; what lies further apart has stepped (reliability R7). */
export const STEP_MS = 2_000
/** A longer step is waited out before anything happens by time alone; a shorter one back is stood through. */
export const LONG_STEP_MS = 5 * 60_000

/** One look at three clocks at the same moment, in milliseconds. `error` is how far `database` may be off, either way. */
export type Reading = {
  readonly database: number
  readonly error: number
  /** This machine's clock, which anybody may set. */
  readonly wall: number
  /** What no setting reaches. It stands still while the machine sleeps, which then looks like a step of both others. */
  readonly ticks: number
}

/** How far the two clocks went besides what was counted, in milliseconds; negative is back. `was` is the count itself. */
export type Step = { readonly was: number; readonly database: number; readonly wall: number }

export type Clock = {
  now(): Date
  /** Milliseconds since some fixed point, for durations only; never moved. */
  ticks(): number
  /** This machine's own clock: for what the machine itself has dated, such as files. */
  wall(): number
  /** Moves this process's clock to `ms` ahead of what it counts. The door of a test system alone calls it. */
  shift(ms: number): void
  /** Stands still at an instant, for stories told step by step; `undefined` lets it run again. */
  stand(at: Date | undefined): void
  /** The step that a reading shows, if it shows one; moves nothing. */
  stepIn(reading: Reading): Step | undefined
  /** Counts on from a reading. Runs back only after a long step back of the database's clock; else it stands until that has caught up. */
  follow(reading: Reading): void
  /** Whether this machine's clock has stepped since the last reading: as cheap as asking for the time. */
  isDoubtful(): boolean
  /** Whether the database's clock has taken no long step lately. */
  isSettled(): boolean
}

type Count = { offset: number; wallAhead: number; latest: number; steppedAt: number }

/** A clock over two sources: a wall clock and a count that never steps, both in milliseconds. */
export function openClock(wall: () => number, ticks: () => number): Clock {
  let shiftMs = 0
  let standing: number | undefined
  /** Undefined until the first reading, and always in a browser: then the wall clock is all there is. */
  let count: Count | undefined

  const present = (): number => {
    if (!count) return wall()
    count.latest = Math.max(count.latest, count.offset + ticks())
    return count.latest
  }
  const stepIn = (reading: Reading): Step | undefined => {
    if (!count) return undefined
    const was = count.offset + reading.ticks
    const database = beyond(reading.database - was, reading.error)
    const step = { was, database, wall: reading.wall - was - count.wallAhead }
    return Math.abs(step.database) < STEP_MS && Math.abs(step.wall) < STEP_MS ? undefined : step
  }
  return {
    now: () => new Date(standing ?? present() + shiftMs),
    ticks,
    wall,
    shift: (ms) => {
      shiftMs = ms
    },
    stand: (at) => {
      standing = at?.getTime()
    },
    stepIn,
    follow: (reading) => {
      const step = stepIn(reading)
      count ??= {
        offset: reading.database - reading.ticks,
        wallAhead: 0,
        latest: Number.NEGATIVE_INFINITY,
        steppedAt: Number.NEGATIVE_INFINITY,
      }
      // No further than the reading compels: the noise of a round trip does not shake the count.
      count.offset += beyond(reading.database - reading.ticks - count.offset, reading.error)
      if (!step) return
      count.wallAhead = reading.wall - reading.ticks - count.offset
      if (Math.abs(step.database) < LONG_STEP_MS) return
      count.steppedAt = reading.ticks
      if (step.database < 0) count.latest = Number.NEGATIVE_INFINITY
    },
    isDoubtful: () => count !== undefined && Math.abs(wall() - ticks() - count.offset - count.wallAhead) >= STEP_MS,
    isSettled: () => count === undefined || ticks() - count.steppedAt >= LONG_STEP_MS,
  }
}

/** What of a distance lies beyond the error of its measurement. */
const beyond = (distance: number, error: number): number =>
  Math.sign(distance) * Math.max(0, Math.abs(distance) - error)

export const clock = openClock(
  () => Date.now(),
  () => performance.now(),
)

/** Days and wall times are Asia/Shanghai: UTC+8 without daylight saving since 1991, so a constant is exact. */
export const SHANGHAI_MS = 8 * 3_600_000

/** The local day 'YYYY-MM-DD' of an instant. */
export const localDay = (at: Date): string => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)

/** The instant of a local day and 'HH:MM'. */
export const localInstant = (day: string, time = '00:00'): Date => new Date(`${day}T${time}:00+08:00`)
