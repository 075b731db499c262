// Where the words of a strip go, so that none covers another.
import { localDay, localInstant } from '#kernel/clock.ts'

export type StripLabel = {
  readonly x: number
  readonly text: string
  readonly anchor: 'start' | 'end'
  readonly strong?: boolean
  readonly tone?: string
}

const DAY_MS = 86_400_000
/** Widths at 13 px: a Chinese character, and anything else on average. */
const FULL = 13
const HALF = 7.4
const GAP = 8

export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? FULL : HALF), 0)

/** Midnights of Shanghai strictly between two instants. */
export function nightsBetween(from: string, to: string): string[] {
  const nights: string[] = []
  const first = localInstant(localDay(new Date(from))).getTime() + DAY_MS
  for (let at = first; at < Date.parse(to); at += DAY_MS) nights.push(new Date(at).toISOString())
  return nights
}

/** Labels in the order of their weight; one that would touch an earlier one, or leave the strip, is left out. */
export function placeLabels(labels: readonly StripLabel[], width: number): StripLabel[] {
  const placed: { label: StripLabel; from: number; to: number }[] = []
  for (const label of labels) {
    const wide = widthOf(label.text)
    const from = label.anchor === 'end' ? label.x - wide : label.x
    const to = from + wide
    const shift = to > width ? width - to : from < 0 ? -from : 0
    // A label may be moved in from an edge, but not away from the mark it belongs to.
    if (Math.abs(shift) > wide) continue
    const [a, b] = [from + shift, to + shift]
    if (placed.some((other) => a < other.to + GAP && other.from - GAP < b)) continue
    placed.push({ label: { ...label, x: label.x + shift }, from: a, to: b })
  }
  return placed.map(({ label }) => label)
}
