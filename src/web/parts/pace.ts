// How much of a time limit is left, as a share of the bar that pages draw.
import type { Moment } from './when.ts'

export type Limit = { readonly startedAt: Moment; readonly warnAt: Moment; readonly dueAt: Moment }
export type Pace = {
  readonly tone: 'due' | 'late' | undefined
  /** Per cent of the bar, 0 to 100. */
  readonly left: number
}

const ms = (at: Moment): number => (typeof at === 'string' ? Date.parse(at) : at.getTime())
const share = (at: number, from: number, to: number): number =>
  to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1

/** The server warns at this share of the counted time. */
const WARNED = 0.8

/**
 * The warning stands at four fifths of every bar, whatever nights and weekends lie before and after it: each of the two
 * parts runs evenly by the wall clock, so the bar never stands still and always agrees with the words.
 */
export function paceOf({ startedAt, warnAt, dueAt }: Limit, now: Moment): Pace {
  const at = ms(now)
  if (at >= ms(dueAt)) return { tone: 'late', left: 0 }
  if (at >= ms(warnAt)) return { tone: 'due', left: 100 * (1 - WARNED) * (1 - share(at, ms(warnAt), ms(dueAt))) }
  return { tone: undefined, left: 100 * (1 - WARNED * share(at, ms(startedAt), ms(warnAt))) }
}
