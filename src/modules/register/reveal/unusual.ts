// Looks that are not like a day's work. It speaks of looks: how many households, on which days, for how many purposes.
// Nobody is ranked by it, and nothing follows by itself; the privacy officer asks, and the answer may be a flood or a census.

/** What one account opened on one day. */
export type LookDay = {
  /** YYYY-MM-DD */
  readonly day: string
  /** Distinct households opened. */
  readonly households: number
  /** Of these, households beyond the first of each purpose: a matter about one flat, by which forty were opened, has 39. */
  readonly beyond: number
}

/** `stopped`: the day's number was used up. `many`: within three days. `beyond`: outside his own cases, within two weeks. */
export type Reason = 'stopped' | 'many' | 'beyond'

/**
 * Three days hold half as much again as the most of one day. Somebody who opens 40 a day is seen on the third;
 * a worker who knocks at 20 doors a day all week is not (test/insider.test.ts simulates both).
 */
const MANY = { days: 3, times: 1.5 } as const
/** Fifteen a day that belong to no case of his come to this in about six days; one's own cases hardly ever. */
const BEYOND = { days: 14, times: 1.5 } as const

const DAY_MS = 86_400_000
const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)

/** Why the looks up to `today` are worth asking about; empty when they are not. `most`: households a day for his role. */
export function unusual(days: readonly LookDay[], today: string, most: number): Reason[] {
  const since = (back: number) => days.filter(({ day }) => day > dayBefore(today, back) && day <= today)
  const sum = (list: readonly LookDay[], of: 'households' | 'beyond') => list.reduce((all, one) => all + one[of], 0)
  const reasons: Reason[] = []
  if (since(BEYOND.days).some(({ households }) => households >= most)) reasons.push('stopped')
  if (sum(since(MANY.days), 'households') >= MANY.times * most) reasons.push('many')
  if (sum(since(BEYOND.days), 'beyond') >= BEYOND.times * most) reasons.push('beyond')
  return reasons
}

/** Days of looks that `unusual` reads. */
export const LOOKS_BACK_DAYS = BEYOND.days
