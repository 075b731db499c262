// Days from today on, in Shanghai, as the date field of a form writes them.
import { SHANGHAI_MS } from '#kernel/clock.ts'
import type { Moment } from '#web/parts/when.ts'

const DAY_MS = 86_400_000

/** `2026-11-25`, so many days after the day of `now`. */
export const dayAhead = (now: Moment, days: number): string =>
  new Date(new Date(now).getTime() + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10)

/** The last minute of that day, as an instant. */
export const endOfDay = (day: string): string => `${day}T23:59:00+08:00`
