// Open now, until when, and when next: compared with looking at every minute, over random weeks, days of their own and holidays.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarDays, type DayHours, dayNumber, dayText, weekdayOf } from '#modules/calendar/index.ts'
import { type Opening, stateAt } from './opening.ts'

const FIRST = dayNumber('2026-09-21')
const DAY = 1440
const MINUTE_MS = 60_000
const SHANGHAI_MINUTES = 480
const HORIZON_DAYS = 70

const marks = fc.uniqueArray(fc.integer({ min: 0, max: DAY }), { minLength: 0, maxLength: 6 })
/** Sorted, separate spans; midnight at either end comes often, since that is where days meet. */
const hours: fc.Arbitrary<DayHours> = fc.oneof(
  marks.map((list) => {
    const sorted = [...list].sort((a, b) => a - b)
    return Array.from(
      { length: Math.floor(sorted.length / 2) },
      (_, at) => [sorted[2 * at]!, sorted[2 * at + 1]!] as const,
    )
  }),
  fc.constantFrom<DayHours>(
    [],
    [[0, DAY]],
    [[1080, DAY]],
    [[0, 120]],
    [
      [0, 120],
      [1080, DAY],
    ],
  ),
)
const someDay = fc.integer({ min: 0, max: 20 }).map((at) => dayText(FIRST + at))
const opening: fc.Arbitrary<Opening> = fc.record({
  weekly: fc.array(hours, { minLength: 7, maxLength: 7 }),
  followsCalendar: fc.boolean(),
  days: fc
    .uniqueArray(fc.tuple(someDay, hours), { maxLength: 5, selector: ([day]) => day })
    .map((list) => new Map(list)),
})
const calendar: fc.Arbitrary<CalendarDays> = fc
  .uniqueArray(fc.tuple(someDay, fc.constantFrom('holiday', 'makeup')), { maxLength: 8, selector: ([day]) => day })
  .map((list) => new Map(list.map(([day, kind]) => [day, { day, kind, provisional: false } as const])))

/** Said once more, the plainest way: is this minute of this day inside one of its spans? */
function openInMinute(room: Opening, days: CalendarDays, minute: number): boolean {
  const day = dayText(Math.floor(minute / DAY))
  const kind = days.get(day)?.kind
  let spans = room.weekly[weekdayOf(Math.floor(minute / DAY))]!
  if (room.followsCalendar && kind === 'holiday') spans = []
  if (room.followsCalendar && kind === 'makeup') spans = room.weekly[0]!
  if (room.days.has(day)) spans = room.days.get(day)!
  return spans.some(([from, to]) => from <= minute % DAY && minute % DAY < to)
}

/** The first minute after `minute` in which the room is open, or not, as `wanted` says; undefined when there is none. */
function firstMinute(room: Opening, days: CalendarDays, minute: number, wanted: boolean): number | undefined {
  const last = minute + HORIZON_DAYS * DAY
  for (let at = minute; at < last; at++) if (openInMinute(room, days, at) === wanted) return at
  return undefined
}

const instant = (minute: number) => new Date((minute - SHANGHAI_MINUTES) * MINUTE_MS)
const askedAt = fc.integer({ min: FIRST * DAY, max: (FIRST + 21) * DAY })

const check = (state: typeof stateAt) =>
  fc.property(opening, calendar, askedAt, fc.integer({ min: 0, max: 59_999 }), (room, days, minute, ms) => {
    const open = openInMinute(room, days, minute)
    const change = firstMinute(room, days, minute, !open)
    const told = state(room, days, new Date(instant(minute).getTime() + ms))
    expect(told).toEqual({
      open,
      until: open && change !== undefined ? instant(change) : null,
      nextAt: !open && change !== undefined ? instant(change) : null,
    })
  })

test('agrees with looking at every minute', () => {
  fc.assert(check(stateAt), { numRuns: 400 })
})

test('it would be noticed: a holiday forgotten, a day of its own forgotten, midnight taken for closing time', () => {
  const ends: readonly (typeof stateAt)[] = [
    (room, _, at) => stateAt(room, new Map(), at),
    (room, days, at) => stateAt({ ...room, days: new Map() }, days, at),
    (room, days, at) => {
      const told = stateAt(room, days, at)
      const midnight = new Date(
        (Math.floor((at.getTime() + 8 * 3_600_000) / 86_400_000) + 1) * 86_400_000 - 8 * 3_600_000,
      )
      return told.until && told.until > midnight ? { ...told, until: midnight } : told
    },
  ]
  for (const wrong of ends) expect(fc.check(check(wrong), { numRuns: 400 }).failed).toBe(true)
})

test('the hours of a night station run through midnight', () => {
  const night: Opening = {
    weekly: Array.from({ length: 7 }, () => [
      [0, 120],
      [1080, DAY],
    ]),
    followsCalendar: false,
    days: new Map(),
  }
  const at = (day: string, time: string) => stateAt(night, new Map(), new Date(`${day}T${time}:00+08:00`))
  expect(at('2026-11-18', '23:30')).toEqual({ open: true, until: new Date('2026-11-19T02:00:00+08:00'), nextAt: null })
  expect(at('2026-11-18', '02:00')).toEqual({ open: false, until: null, nextAt: new Date('2026-11-18T18:00:00+08:00') })
})
