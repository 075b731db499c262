// What a committee lacks: against the norm of its kind, article 8 of the law, and its term. It warns and never refuses.
import type { GAPS } from './shapes.ts'

type Rules = {
  readonly members_min: number
  readonly members_max: number | null
  readonly full_time: number
  readonly term_end: string
  readonly women: boolean
}
type Seat = { readonly id?: string } & {
  readonly mode: string
  readonly head: boolean
  readonly from_on: string
  readonly to_on: string
} & {
  readonly left_on: string | null
}
export type Gap = { code: (typeof GAPS)[number]; need: number; has: number }

const DAY_MS = 86_400_000
/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** Days that hold where a district has set none. */
export const USUAL_DAYS = { training: 365, term_ends: 90, term_last: 30, avoidance: 3, complaint: 15 } as const
export type Days = Readonly<Record<keyof typeof USUAL_DAYS, number>>
/** Mediators by the day of their latest training. */
export type Trained = ReadonlyMap<string, string>

/** Has learned something within so many days, or has not sat for as long (人民调解法 art. 14: trained at set times). */
export const isTrained = (seat: Pick<Seat, 'id' | 'from_on'>, trained: Trained, days: number, today: string): boolean =>
  daysBetween(seat.from_on, today) <= days || daysBetween(trained.get(seat.id ?? '') ?? '1900-01-01', today) <= days

/** Sits on that day. */
export const sits = (seat: Pick<Seat, 'from_on' | 'to_on' | 'left_on'>, day: string): boolean =>
  seat.from_on <= day && day <= seat.to_on && (seat.left_on === null || day < seat.left_on)

export function gapsOf(
  rules: Rules,
  seats: readonly Seat[],
  today: string,
  trained: Trained = new Map(),
  days: Days = USUAL_DAYS,
): Gap[] {
  const now = seats.filter((seat) => sits(seat, today))
  const gaps: Gap[] = []
  const lacks = (code: Gap['code'], need: number, has: number) => gaps.push({ code, need, has })
  const fullTime = now.filter((seat) => seat.mode === 'full_time').length
  if (fullTime < rules.full_time) lacks('full_time', rules.full_time, fullTime)
  // Invited mediators help; they are no members (art. 8, 20).
  const members = now.filter((seat) => seat.mode !== 'invited').length
  if (members < rules.members_min) lacks('too_few', rules.members_min, members)
  if (rules.members_max !== null && members > rules.members_max) lacks('too_many', rules.members_max, members)
  if (rules.members_min > 0) {
    if (!now.some((seat) => seat.head)) lacks('no_head', 1, 0)
    if (members > 0 && !rules.women) lacks('no_woman', 1, 0)
  }
  const learned = now.filter((seat) => isTrained(seat, trained, days.training, today)).length
  if (learned < now.length) lacks('untrained', now.length, learned)
  const left = daysBetween(today, rules.term_end)
  if (left < 0) lacks('term_over', 0, left)
  else if (left <= days.term_ends) lacks('term_ends', days.term_ends, left)
  return gaps
}
