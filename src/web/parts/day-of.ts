// A day of the calendar as an instant: its beginning in Shanghai.
import { SHANGHAI_MS } from '#kernel/clock.ts'

const DAY_MS = 86_400_000

/** `day`: YYYY-MM-DD. */
export const dayOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS)

/** Whole days from today to `day`; negative when it is over. */
export const daysTo = (day: string, now: Date): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS) - Math.floor((now.getTime() + SHANGHAI_MS) / DAY_MS)

/** YYYY-MM-DD in Shanghai, so many days from now. */
export const dayAhead = (now: Date, days: number): string =>
  new Date(now.getTime() + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10)
