// Hours of a day as people write them, "08:30-12:00 14:00-17:30", and as minutes of the local day.
export type Span = readonly [from: number, to: number]
export type Week = readonly (readonly Span[])[]

const two = (n: number): string => String(n).padStart(2, '0')
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(([from, to]) => `${clockOf(from)}-${clockOf(to)}`).join(' ')

const PART = /^(\d{1,2})[:：](\d{2})\s*[-–—~至]\s*(\d{1,2})[:：](\d{2})$/u

/** Undefined when it cannot be read, or spans overlap or stand in the wrong order. Empty is closed. */
export function readSpans(text: string): [number, number][] | undefined {
  const spans: [number, number][] = []
  const parts = text.replaceAll(/\s*([-–—~至])\s*/gu, '$1').split(/[\s,，、;；]+/u)
  for (const part of parts.filter(Boolean)) {
    const [, h1, m1, h2, m2] = PART.exec(part) ?? []
    if (!h1 || !m1 || !h2 || !m2) return undefined
    const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
    const last = spans.at(-1)?.[1] ?? -1
    if (Number(m1) > 59 || Number(m2) > 59 || to > 1440 || from >= to || from <= last) return undefined
    spans.push([from, to])
  }
  return spans
}

export const minutesOf = (week: Week): number => week.flat().reduce((sum, [from, to]) => sum + to - from, 0)
