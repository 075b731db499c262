// A clock told line by line: every counted and every skipped interval, with its reason.

import { instant, type Pause, type Span, type SpanReason, type WorkingTime, walk } from './spans.ts'
import type { CalendarDay } from './working-days.ts'

/**
 * One line of the explanation, [from, to). `ms` is its length, `totalMs` what the clock has counted at its end.
 * `day` names a holiday (its first day), or the make-up day or holiday that is worked; `pauseReason` is for 'paused'.
 * `provisional` when a day in it may still change with next year's holidays.
 */
export type Interval = {
  readonly from: Date
  readonly to: Date
  readonly counted: boolean
  readonly reason: SpanReason
  readonly day?: CalendarDay
  readonly pauseReason?: string
  readonly provisional: boolean
  readonly ms: number
  readonly totalMs: number
}

/**
 * The intervals that cover [startedAt, until) exactly, in order; none when `until` is not after `startedAt`.
 * Touching intervals of one reason are one line: an evening and the night after it, the two days of a weekend, all days
 * of one holiday. RangeError for invalid dates, a pause that ends before it begins, or hours that never count.
 */
export function explain(
  time: WorkingTime | 'always',
  startedAt: Date,
  until: Date,
  pauses: readonly Pause[] = [],
): Interval[] {
  const lines: Span[] = []
  walk(time, instant(startedAt), instant(until), pauses, (span) => {
    const last = lines.at(-1)
    if (last && sameLine(last, span)) {
      const provisional = last.provisional || span.provisional
      lines[lines.length - 1] = { ...last, to: span.to, provisional }
    } else lines.push(span)
    return true
  })
  let totalMs = 0
  return lines.map((line) => {
    if (line.counted) totalMs += line.to - line.from
    return interval(line, totalMs)
  })
}

function sameLine(a: Span, b: Span): boolean {
  const [day, next] = [told(a), told(b)]
  return (
    a.reason === b.reason &&
    a.pauseReason === b.pauseReason &&
    day?.kind === next?.kind &&
    day?.name?.zh === next?.name?.zh
  )
}

/** A line tells of its day only where that explains something: a holiday, and work on a make-up day or a holiday. */
function told({ reason, row }: Span): CalendarDay | undefined {
  if (reason !== 'work' && reason !== 'holiday') return undefined
  return row?.kind === 'holiday' || row?.kind === 'makeup' ? row : undefined
}

function interval(span: Span, totalMs: number): Interval {
  const day = told(span)
  return {
    from: new Date(span.from),
    to: new Date(span.to),
    counted: span.counted,
    reason: span.reason,
    ...(day && { day }),
    ...(span.pauseReason === undefined ? {} : { pauseReason: span.pauseReason }),
    provisional: span.provisional,
    ms: span.to - span.from,
    totalMs,
  }
}
