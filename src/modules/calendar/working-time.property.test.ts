// The clock of a promise against a slow and simple one that walks minute by minute, over 2020 to 2030.

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { announcedYears, holidayRows } from './chinese-holidays.ts'
import { explain } from './explanation.ts'
import type { DayHours, OfficeHours } from './office-hours.ts'
import { addWorkdays, type CalendarDay } from './working-days.ts'
import { countedMs, dueAt, isCounting, nextStart, type Pause, type WorkingTime, warnAt } from './working-time.ts'

// The file takes about four seconds; a loaded machine is no reason to fail.
vi.setConfig({ testTimeout: 60_000 })

const MINUTE = 60_000
const DAY = 86_400_000
const YEARS_FROM = Date.UTC(2020, 0, 1)
const YEARS_TO = Date.UTC(2030, 0, 1)

// The slow clock. It knows a day by its written date and weekday, a minute by hour and minute, and nothing else; it
// shares no code with the fast one.

type Slow = { now: number; left: number; crossedUnknown: boolean }
type SlowDay = { midnight: number; time: WorkingTime; date: string; weekday: number; unknown: boolean; hours: DayHours }

// Writing a date costs most of a minute's work, so the day last looked at is kept until another one comes.
let shown: SlowDay | undefined

function dayOn(time: WorkingTime, ms: number): SlowDay {
  if (shown?.time === time && ms >= shown.midnight && ms < shown.midnight + DAY) return shown
  const wall = new Date(ms + 28_800_000)
  const date = wall.toISOString().split('T')[0]!
  const weekday = wall.getUTCDay()
  const midnight = Date.parse(`${date}T00:00:00+08:00`)
  const unknown = time.days.get(date)?.provisional ?? date > `${time.announcedThrough}-12-28`
  shown = { midnight, time, date, weekday, unknown, hours: hoursOn(time, date, weekday) }
  return shown
}

function hoursOn(time: WorkingTime, date: string, weekday: number): DayHours {
  switch (time.days.get(date)?.kind) {
    case 'holiday':
      return time.hours.holiday ?? []
    case 'makeup':
      return time.hours.makeup ?? time.hours.weekly[0]!
    default:
      return time.hours.weekly[weekday === 0 ? 6 : weekday - 1]!
  }
}

function open(time: WorkingTime | 'always', ms: number): boolean {
  if (time === 'always') return true
  const { midnight, hours } = dayOn(time, ms)
  const minute = Math.floor((ms - midnight) / MINUTE)
  return hours.some((interval) => minute >= interval[0] && minute < interval[1])
}

/** Pauses as plain numbers: an open one ends never. */
function marked(pauses: readonly Pause[]): { from: number; to: number }[] {
  return pauses.map(({ from, to }) => ({ from: from.getTime(), to: to?.getTime() ?? Number.POSITIVE_INFINITY }))
}

/** Walks minute by minute until nothing is left or `end` is reached; where a pause begins or ends, by millisecond. */
function walkSlowly(time: WorkingTime | 'always', start: number, left: number, end: number, pauses: readonly Pause[]) {
  const marks = marked(pauses)
  const edges = marks.flatMap(({ from, to }) => [from, to])
  const slow: Slow = { now: start, left, crossedUnknown: false }
  while (slow.now < end && slow.left > 0) {
    const next = Math.min(end, (Math.floor(slow.now / MINUTE) + 1) * MINUTE)
    const step = edges.some((edge) => edge > slow.now && edge < next) ? 1 : next - slow.now
    const stopped = marks.some(({ from, to }) => from <= slow.now && slow.now < to)
    if (!stopped && time !== 'always' && dayOn(time, slow.now).unknown) slow.crossedUnknown = true
    const counted = !stopped && open(time, slow.now) ? Math.min(step, slow.left) : 0
    slow.left -= counted
    slow.now += slow.left === 0 ? counted : step
  }
  return slow
}

function slowDue(time: WorkingTime | 'always', start: Date, minutes: number, pauses: readonly Pause[]) {
  const opened = pauses.find(({ to }) => to === null)?.from.getTime() ?? Number.POSITIVE_INFINITY
  const { now, left, crossedUnknown } = walkSlowly(time, start.getTime(), minutes * MINUTE, opened, pauses)
  return left > 0 ? { at: null, provisional: false } : { at: new Date(now), provisional: crossedUnknown }
}

function slowCounted(time: WorkingTime | 'always', from: Date, to: Date, pauses: readonly Pause[]): number {
  const much = Number.MAX_SAFE_INTEGER
  return much - walkSlowly(time, from.getTime(), much, to.getTime(), pauses).left
}

// What is tried: real and invented holidays, usual and odd hours, pauses to the minute and to the millisecond.

const real = announcedYears().flatMap((year) => (year >= 2020 ? holidayRows(year) : []))
const office: DayHours = [
  [510, 720],
  [840, 1050],
]
const usual: OfficeHours = { weekly: [office, office, office, office, office, [], []] }

const invented = fc.record({
  day: fc
    .integer({ min: YEARS_FROM / DAY, max: YEARS_TO / DAY })
    .map((n) => new Date(n * DAY).toISOString().slice(0, 10)),
  kind: fc.constantFrom('holiday' as const, 'makeup' as const),
  provisional: fc.boolean(),
})
const calendar = fc
  .array(invented, { maxLength: 300 })
  .map((rows): ReadonlyMap<string, CalendarDay> => new Map([...real, ...rows].map((row) => [row.day, row])))

const dayHours = fc
  .uniqueArray(fc.oneof(fc.constantFrom(0, 510, 720, 840, 1050, 1440), fc.integer({ min: 0, max: 1440 })), {
    maxLength: 6,
  })
  .map((found): DayHours => {
    const edges = found.toSorted((a, b) => a - b)
    return edges.flatMap((from, i) => (i % 2 === 0 && i + 1 < edges.length ? [[from, edges[i + 1]!] as const] : []))
  })
const odd = fc.record(
  {
    weekly: fc.array(dayHours, { minLength: 6, maxLength: 6 }).map((rest) => [office, ...rest]),
    makeup: dayHours,
    holiday: dayHours,
  },
  { requiredKeys: ['weekly'] },
)
const working = fc.record({
  days: calendar,
  announcedThrough: fc.constantFrom(2026, 2026, 2023),
  hours: fc.oneof(fc.constant(usual), odd),
})
const anyTime = fc.oneof({ weight: 9, arbitrary: working }, { weight: 1, arbitrary: fc.constant('always' as const) })

const start = fc.oneof(
  fc.integer({ min: YEARS_FROM, max: YEARS_TO }),
  fc.integer({ min: YEARS_FROM / (30 * MINUTE), max: YEARS_TO / (30 * MINUTE) }).map((half) => half * 30 * MINUTE),
)
const limit = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 * 420 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 42 }).map((n) => n * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 * 420 }) },
)
/** A length of time up to `days`, in half hours or, seldom because the slow clock is slow there, to the millisecond. */
const length = (days: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: days * 48 }).map((n) => n * 30 * MINUTE) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: days * DAY }) },
  )
const relativePause = fc.record({ after: length(10), lasts: fc.option(length(4), { freq: 8 }) })

function placed(from: number, relative: readonly { after: number; lasts: number | null }[]): Pause[] {
  return relative.map(({ after, lasts }, i) => {
    const begins = from - 2 * DAY + after
    return { from: new Date(begins), to: lasts === null ? null : new Date(begins + lasts), reason: `pause ${i}` }
  })
}

const clock = fc
  .record({ time: anyTime, from: start, minutes: limit, relative: fc.array(relativePause, { maxLength: 4 }) })
  .map(({ time, from, minutes, relative }) => ({
    time,
    from: new Date(from),
    minutes,
    pauses: placed(from, relative),
  }))
const later = (from: Date, ms: number) => new Date(from.getTime() + ms)
const orNever = ({ at }: { at: Date | null }) => at?.getTime() ?? Number.POSITIVE_INFINITY

function paused(pauses: readonly Pause[], ms: number): boolean {
  return marked(pauses).some(({ from, to }) => from <= ms && ms < to)
}

describe('a deadline', () => {
  it('is the one found minute by minute', () => {
    fc.assert(
      fc.property(clock, ({ time, from, minutes, pauses }) => {
        expect(dueAt(time, from, minutes, pauses)).toEqual(slowDue(time, from, minutes, pauses))
      }),
      { numRuns: 300 },
    )
  })

  it('has the whole limit counted before it, and less a millisecond earlier; the warning has four fifths', () => {
    fc.assert(
      fc.property(clock, ({ time, from, minutes, pauses }) => {
        const { at } = dueAt(time, from, minutes, pauses)
        const warning = warnAt(time, from, minutes, pauses).at
        if (warning) expect(countedMs(time, from, warning, pauses)).toBe(minutes * 48_000)
        if (!at) return
        expect(warning).not.toBeNull()
        expect(countedMs(time, from, at, pauses)).toBe(minutes * MINUTE)
        expect(countedMs(time, from, later(at, -1), pauses)).toBe(minutes * MINUTE - 1)
      }),
    )
  })

  it('never comes earlier for one pause more', () => {
    fc.assert(
      fc.property(clock, relativePause, ({ time, from, minutes, pauses }, extra) => {
        const more = dueAt(time, from, minutes, [...pauses, ...placed(from.getTime(), [extra])])
        expect(orNever(more)).toBeGreaterThanOrEqual(orNever(dueAt(time, from, minutes, pauses)))
      }),
    )
  })

  it('comes later for a longer limit, and not earlier for a later start', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 1, max: 500 }), length(3), ({ time, from, minutes, pauses }, more, ms) => {
        const end = dueAt(time, from, minutes, pauses)
        const longer = orNever(dueAt(time, from, minutes + more, pauses))
        if (end.at) expect(longer).toBeGreaterThan(end.at.getTime())
        else expect(longer).toBe(Number.POSITIVE_INFINITY)
        expect(orNever(dueAt(time, later(from, ms), minutes, pauses))).toBeGreaterThanOrEqual(orNever(end))
      }),
    )
  })
})

describe('counted time', () => {
  it('is the time found minute by minute, and adds up', () => {
    fc.assert(
      fc.property(clock, length(12), length(12), ({ time, from, pauses }, first, second) => {
        const middle = later(from, first)
        const to = later(middle, second)
        const whole = countedMs(time, from, to, pauses)
        expect(whole).toBe(slowCounted(time, from, to, pauses))
        expect(countedMs(time, from, middle, pauses) + countedMs(time, middle, to, pauses)).toBe(whole)
      }),
      { numRuns: 150 },
    )
  })

  it('is right for the ten years as a whole', () => {
    const days = new Map(real.map((row) => [row.day, row]))
    const time = { days, announcedThrough: 2026, hours: usual }
    const [from, to] = [new Date(YEARS_FROM), new Date(YEARS_TO)]
    expect(countedMs(time, from, to)).toBe(slowCounted(time, from, to, []))
  })

  it('begins and stops where the minute says so', () => {
    fc.assert(
      fc.property(clock, ({ time, from, pauses }) => {
        expect(isCounting(time, from, pauses)).toBe(open(time, from.getTime()) && !paused(pauses, from.getTime()))
        const begins = nextStart(time, from)
        expect(open(time, begins.getTime())).toBe(true)
        expect(slowCounted(time, from, begins, [])).toBe(0)
      }),
    )
  })
})

describe('an explanation', () => {
  it('covers the time exactly, adds up to what is counted, and does not say one thing twice in a row', () => {
    fc.assert(
      fc.property(clock, length(30), ({ time, from, pauses }, ms) => {
        const until = later(from, ms)
        const lines = explain(time, from, until, pauses)
        const ends = [from, ...lines.map((line) => line.to)]
        expect(lines.map((line) => line.from)).toEqual(lines.length ? ends.slice(0, -1) : [])
        expect(ends.at(-1)).toEqual(until)
        let total = 0
        lines.forEach((line, i) => {
          expect(line.ms).toBe(line.to.getTime() - line.from.getTime())
          expect(line.ms).toBeGreaterThan(0)
          if (line.counted) total += line.ms
          expect(line.totalMs).toBe(total)
          const said = (l = lines[i - 1]) => [l?.reason, l?.pauseReason, l?.day?.kind, l?.day?.name?.zh].join()
          if (i > 0) expect(said(line)).not.toBe(said())
        })
        expect(total).toBe(countedMs(time, from, until, pauses))
      }),
    )
  })

  it('gives for every minute the reason that the day and the hour give', () => {
    fc.assert(
      fc.property(clock, length(12), fc.integer({ min: 1, max: 97 }), ({ time, from, pauses }, ms, stride) => {
        for (const line of explain(time, from, later(from, ms), pauses)) {
          for (let at = line.from.getTime(); at < line.to.getTime(); at += stride * MINUTE) {
            expect(line.reason).toBe(slowReason(time, at, pauses))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  function slowReason(time: WorkingTime | 'always', ms: number, pauses: readonly Pause[]): string {
    if (paused(pauses, ms)) return 'paused'
    if (time === 'always') return 'always'
    if (open(time, ms)) return 'work'
    const { midnight, date, weekday, hours } = dayOn(time, ms)
    const minute = Math.floor((ms - midnight) / MINUTE)
    if (hours.some(([, to]) => to <= minute) && hours.some(([from]) => from > minute)) return 'break'
    const kind = time.days.get(date)?.kind
    if (hours.length > 0 || kind === 'makeup') return 'offHours'
    if (kind === 'holiday') return 'holiday'
    return weekday === 0 || weekday === 6 ? 'weekend' : 'offHours'
  }
})

describe('working days', () => {
  it('are found day by day on the wall calendar', () => {
    fc.assert(
      fc.property(calendar, start, fc.integer({ min: 0, max: 60 }), (days, from, n) => {
        const first = new Date(from).toISOString().slice(0, 10)
        const wall = new Date(`${first}T12:00:00Z`)
        let left = n
        while (left > 0) {
          wall.setUTCDate(wall.getUTCDate() + 1)
          const kind = days.get(wall.toISOString().slice(0, 10))?.kind
          if (kind === 'makeup' || (kind !== 'holiday' && wall.getUTCDay() % 6 !== 0)) left -= 1
        }
        expect(addWorkdays(days, first, n)).toBe(wall.toISOString().slice(0, 10))
      }),
    )
  })
})
