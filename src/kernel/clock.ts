// The only place that asks what time it is, so that a test can move it.

let shiftMs = 0
let standing: number | undefined

export const clock = {
  now: (): Date => new Date(standing ?? Date.now() + shiftMs),
  /** Milliseconds since some fixed point, for durations only; never moved. */
  ticks: (): number => performance.now(),
  /** Moves this process's clock to `ms` ahead of the machine's. The door of a test system alone calls it. */
  shift: (ms: number): void => {
    shiftMs = ms
  },
  /** Stands still at an instant, for stories told step by step; `undefined` lets it run again. */
  stand: (at: Date | undefined): void => {
    standing = at?.getTime()
  },
}

/** Days and wall times are Asia/Shanghai: UTC+8 without daylight saving since 1991, so a constant is exact. */
export const SHANGHAI_MS = 8 * 3_600_000

/** The local day 'YYYY-MM-DD' of an instant. */
export const localDay = (at: Date): string => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)

/** The instant of a local day and 'HH:MM'. */
export const localInstant = (day: string, time = '00:00'): Date => new Date(`${day}T${time}:00+08:00`)
