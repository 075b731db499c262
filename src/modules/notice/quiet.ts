// When something that can wait is said, and when the daily digest comes.
import { localDay, localInstant } from '#kernel/clock.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Minutes after local midnight; `from` after `to` spans midnight, equal means never quiet. */
export type QuietHours = { readonly from: number; readonly to: number }

const at = (day: string, minute: number): Date => new Date(localInstant(day).getTime() + minute * MINUTE_MS)
const nextDay = (day: string): string => localDay(new Date(localInstant(day).getTime() + DAY_MS))

/** The first instant from `now` on that is not quiet: `now` itself outside the hours, and at the very minute they end. */
export function afterQuiet(now: Date, quiet: QuietHours): Date {
  if (quiet.from === quiet.to) return now
  const day = localDay(now)
  const minute = (now.getTime() - localInstant(day).getTime()) / MINUTE_MS
  const over = quiet.from > quiet.to
  const isQuiet = over ? minute >= quiet.from || minute < quiet.to : minute >= quiet.from && minute < quiet.to
  if (!isQuiet) return now
  return minute < quiet.to ? at(day, quiet.to) : at(nextDay(day), quiet.to)
}

/** The next digest at that minute of a day, later than `now` and never a second one on the day of the last. */
export function nextDigest(now: Date, minute: number, lastOn: string | null): Date {
  const today = localDay(now)
  const due = at(today, minute)
  return due > now && lastOn !== today ? due : at(nextDay(today), minute)
}
