// The clock of a promise by example: each case is one that a duty desk meets, on the real calendar of 2026.

import { describe, expect, it } from 'vitest'
import { announcedYears, holidayRows } from './chinese-holidays.ts'
import { explain } from './explanation.ts'
import type { DayHours, OfficeHours } from './office-hours.ts'
import { addWorkdays, type CalendarDay, dayAt } from './working-days.ts'
import { countedMs, dueAt, isCounting, nextStart, type Pause, type WorkingTime, warnAt } from './working-time.ts'

const HOUR = 60
const OFFICE: DayHours = [
  [510, 720],
  [840, 1050],
]
const CLOSED: DayHours = []
const days = new Map(announcedYears().flatMap((year) => holidayRows(year).map((row) => [row.day, row] as const)))
const office = opened({ weekly: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, CLOSED, CLOSED] })

function opened(hours: OfficeHours, more: readonly CalendarDay[] = []): WorkingTime {
  return { days: new Map([...days, ...more.map((row) => [row.day, row] as const)]), announcedThrough: 2026, hours }
}

/** An instant by Shanghai's clock on the wall. */
function at(local: string): Date {
  return new Date(`${local.replace(' ', 'T')}+08:00`)
}

function pause(from: string, to: string | null, reason = '等配件'): Pause {
  return { from: at(from), to: to === null ? null : at(to), reason }
}

/** The deadline by Shanghai's clock on the wall, to the minute. */
function due(start: string, minutes: number, pauses: readonly Pause[] = [], time: WorkingTime | 'always' = office) {
  const { at: end } = dueAt(time, at(start), minutes, pauses)
  return end && wall(end)
}

function wall(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** An explanation as lines to read: from, to, reason, name of the day or reason of the pause. */
function lines(start: string, until: string, pauses: readonly Pause[] = [], time: WorkingTime | 'always' = office) {
  return explain(time, at(start), at(until), pauses).map(({ from, to, reason, day, pauseReason }) =>
    [wall(from).slice(5), wall(to).slice(5), reason, day?.name?.zh ?? pauseReason ?? ''].join(' ').trim(),
  )
}

describe('a deadline in office hours', () => {
  it.each([
    ['a report in the evening begins next morning', '2026-03-10 20:15', 2 * HOUR, '2026-03-11 10:30'],
    ['a report before opening begins at opening', '2026-03-10 06:00', 30, '2026-03-10 09:00'],
    ['lunch is not counted', '2026-03-10 11:30', HOUR, '2026-03-10 14:30'],
    ['Friday afternoon goes on on Monday', '2026-03-13 17:00', 2 * HOUR, '2026-03-16 10:00'],
    ['a report on Sunday begins on Monday', '2026-03-15 10:00', HOUR, '2026-03-16 09:30'],
    ['used up at closing time: ends at closing time', '2026-03-10 16:30', HOUR, '2026-03-10 17:30'],
    ['used up at lunch: ends at lunch', '2026-03-10 11:00', HOUR, '2026-03-10 12:00'],
    ['one minute more: the next interval', '2026-03-10 16:30', HOUR + 1, '2026-03-11 08:31'],
    ['begun at opening', '2026-03-10 08:30', 7 * HOUR, '2026-03-10 17:30'],
    ['begun at closing', '2026-03-10 17:30', 1, '2026-03-11 08:31'],
    ['National Day, seven days, then Thursday', '2026-09-30 17:00', HOUR, '2026-10-08 09:00'],
    ['the make-up Saturday after National Day', '2026-10-09 17:00', HOUR, '2026-10-10 09:00'],
    ['the Sunday after it is free again', '2026-10-10 17:00', HOUR, '2026-10-12 09:00'],
    ['Spring Festival, nine days after a make-up Saturday', '2026-02-13 17:00', 8 * HOUR, '2026-02-24 09:00'],
    ['from within Spring Festival', '2026-02-17 12:00', 30, '2026-02-24 09:00'],
  ])('%s', (_, start, minutes, end) => expect(due(start, minutes)).toBe(end))

  it('is exact to the second and millisecond of the start', () => {
    expect(dueAt(office, at('2026-03-10 11:59:59.250'), 1).at).toEqual(at('2026-03-10 14:00:59.250'))
    expect(dueAt(office, at('2026-03-10 17:29:59.999'), 1).at).toEqual(at('2026-03-11 08:30:59.999'))
    expect(dueAt(office, at('2026-03-10 08:30:00.001'), 30 * 7 * HOUR).at).toEqual(at('2026-04-22 08:30:00.001'))
  })

  it('warns when four fifths are counted', () => {
    expect(warnAt(office, at('2026-03-10 16:30'), 5 * HOUR).at).toEqual(at('2026-03-11 11:30'))
    expect(warnAt('always', at('2026-03-10 16:30'), 5).at).toEqual(at('2026-03-10 16:34'))
  })

  it('runs round the clock when it always counts', () => {
    expect(due('2026-09-30 23:30', 24 * HOUR, [], 'always')).toBe('2026-10-01 23:30')
  })
})

describe('a deadline with pauses', () => {
  it.each([
    ['over lunch costs only office time', '03-10 11:00', '03-10 11:45', '03-10 14:30', '03-10 14:45'],
    ['over night costs only office time', '03-09 17:20', '03-09 17:25', '03-10 09:00', '03-10 09:55'],
    ['outside office hours costs nothing', '03-10 11:30', '03-10 12:00', '03-10 14:00', '03-10 14:30'],
    ['before the start costs nothing', '03-10 08:30', '03-09 09:00', '03-10 08:30', '03-10 09:30'],
    ['over the start moves the start', '03-10 08:30', '03-09 09:00', '03-10 09:10', '03-10 10:10'],
    ['of no length costs nothing', '03-10 08:30', '03-10 09:00', '03-10 09:00', '03-10 09:30'],
    ['after the end costs nothing', '03-10 08:30', '03-10 09:30', '03-10 11:00', '03-10 09:30'],
  ])('a pause %s', (_, start, from, to, end) =>
    expect(due(`2026-${start}`, HOUR, [pause(`2026-${from}`, `2026-${to}`)])).toBe(`2026-${end}`),
  )

  it('counts overlapping and nested pauses once, in any order', () => {
    const pauses = [
      pause('2026-03-10 09:30', '2026-03-10 10:30'),
      pause('2026-03-10 09:00', '2026-03-10 10:00'),
      pause('2026-03-10 09:10', '2026-03-10 09:20'),
    ]
    expect(due('2026-03-10 08:30', HOUR, pauses)).toBe('2026-03-10 11:00')
    expect(due('2026-03-10 08:30', HOUR, pauses.toReversed())).toBe('2026-03-10 11:00')
  })

  it('has no end while an open pause stands, and keeps one reached before it', () => {
    expect(dueAt(office, at('2026-12-30 09:00'), 40 * HOUR, [pause('2027-01-05 10:00', null)])).toEqual({
      at: null,
      provisional: false,
    })
    expect(due('2026-03-10 08:30', HOUR, [pause('2026-03-10 09:30', null)])).toBe('2026-03-10 09:30')
    expect(warnAt(office, at('2026-03-10 08:30'), HOUR, [pause('2026-03-10 09:18', null)]).at).toEqual(
      at('2026-03-10 09:18'),
    )
  })

  it('may stand still for years', () => {
    expect(due('2020-03-10 08:30', HOUR, [pause('2020-03-10 09:00', '2026-03-10 09:00')])).toBe('2026-03-10 09:30')
  })
})

describe('the explanation', () => {
  it('tells a clock of two working days with a pause line by line', () => {
    const waiting = [pause('2026-03-11 14:00', '2026-03-11 16:00')]
    const start = '2026-03-10 14:30'
    expect(lines(start, '2026-03-12 15:10', waiting)).toEqual([
      '03-10 14:30 03-10 17:30 work',
      '03-10 17:30 03-11 08:30 offHours',
      '03-11 08:30 03-11 12:00 work',
      '03-11 12:00 03-11 14:00 break',
      '03-11 14:00 03-11 16:00 paused 等配件',
      '03-11 16:00 03-11 17:30 work',
      '03-11 17:30 03-12 08:30 offHours',
      '03-12 08:30 03-12 12:00 work',
      '03-12 12:00 03-12 14:00 break',
      '03-12 14:00 03-12 15:10 work',
    ])
    expect(due(start, 14 * HOUR, waiting)).toBe('2026-03-12 16:30')
    expect(warnAt(office, at(start), 14 * HOUR, waiting).at).toEqual(at('2026-03-12 11:42'))
    const told = explain(office, at(start), at('2026-03-12 15:10'), waiting)
    expect(told.at(-1)).toMatchObject({ ms: 70 * 60_000, totalMs: (12 * HOUR + 40) * 60_000 })
  })

  it('names a holiday, a weekend and a make-up day as lines of their own', () => {
    expect(lines('2026-09-30 17:00', '2026-10-12 09:00')).toEqual([
      '09-30 17:00 09-30 17:30 work',
      '09-30 17:30 10-01 00:00 offHours',
      '10-01 00:00 10-08 00:00 holiday 国庆节',
      '10-08 00:00 10-08 08:30 offHours',
      '10-08 08:30 10-08 12:00 work',
      '10-08 12:00 10-08 14:00 break',
      '10-08 14:00 10-08 17:30 work',
      '10-08 17:30 10-09 08:30 offHours',
      '10-09 08:30 10-09 12:00 work',
      '10-09 12:00 10-09 14:00 break',
      '10-09 14:00 10-09 17:30 work',
      '10-09 17:30 10-10 08:30 offHours',
      '10-10 08:30 10-10 12:00 work 国庆节',
      '10-10 12:00 10-10 14:00 break',
      '10-10 14:00 10-10 17:30 work 国庆节',
      '10-10 17:30 10-11 00:00 offHours',
      '10-11 00:00 10-12 00:00 weekend',
      '10-12 00:00 10-12 08:30 offHours',
      '10-12 08:30 10-12 09:00 work',
    ])
    const saturday = explain(office, at('2026-10-10 09:00'), at('2026-10-10 10:00'))
    expect(saturday[0]?.day).toMatchObject({ day: '2026-10-10', kind: 'makeup' })
  })

  it('tells two holidays in a row apart, and the weekend as one line', () => {
    expect(lines('2025-10-05 12:00', '2025-10-08 12:00')).toEqual([
      '10-05 12:00 10-06 00:00 holiday 国庆节',
      '10-06 00:00 10-07 00:00 holiday 中秋节',
      '10-07 00:00 10-08 12:00 holiday 国庆节',
    ])
    expect(lines('2026-03-14 00:00', '2026-03-16 00:00')).toEqual(['03-14 00:00 03-16 00:00 weekend'])
  })

  it('shows a pause over days as one line, and where two overlap the one that began first', () => {
    const two = [
      pause('2026-03-11 09:00', '2026-03-16 09:00', '鉴定'),
      pause('2026-03-10 10:00', '2026-03-12 10:00', '等居民'),
    ]
    expect(lines('2026-03-10 09:00', '2026-03-16 10:00', two)).toEqual([
      '03-10 09:00 03-10 10:00 work',
      '03-10 10:00 03-12 10:00 paused 等居民',
      '03-12 10:00 03-16 09:00 paused 鉴定',
      '03-16 09:00 03-16 10:00 work',
    ])
    expect(lines('2026-03-10 09:00', '2026-03-10 12:00', [pause('2026-03-10 10:00', null)], 'always')).toEqual([
      '03-10 09:00 03-10 10:00 always',
      '03-10 10:00 03-10 12:00 paused 等配件',
    ])
  })

  it('has no line for no time', () => {
    expect(lines('2026-03-10 09:00', '2026-03-10 09:00')).toEqual([])
    expect(lines('2026-03-10 09:00', '2026-03-10 08:00', [pause('2026-03-10 07:00', null)])).toEqual([])
    expect(countedMs(office, at('2026-03-10 09:00'), at('2026-03-10 08:30'))).toBe(0)
  })
})

describe('hours of other offices', () => {
  const allDay: DayHours = [[0, 1440]]
  const morning: DayHours = [[540, 720]]

  it('counts a duty round the clock through midnight, weekends and, if it says so, holidays', () => {
    const week = [allDay, allDay, allDay, allDay, allDay, allDay, allDay]
    const duty = opened({ weekly: week, holiday: allDay })
    expect(due('2026-03-13 23:30', HOUR, [], duty)).toBe('2026-03-14 00:30')
    expect(due('2026-09-30 23:30', HOUR, [], duty)).toBe('2026-10-01 00:30')
    expect(due('2026-09-30 23:30', HOUR, [], opened({ weekly: week }))).toBe('2026-10-08 00:30')
    expect(lines('2026-09-29 12:00', '2026-10-02 12:00', [], duty)).toEqual([
      '09-29 12:00 10-01 00:00 work',
      '10-01 00:00 10-02 12:00 work 国庆节',
    ])
    const settled = opened({ weekly: week }, [{ day: '2026-03-11', kind: 'workday', provisional: false }])
    expect(lines('2026-03-10 12:00', '2026-03-13 12:00', [], settled)).toEqual(['03-10 12:00 03-13 12:00 work'])
  })

  it('keeps weekend duty, and its own hours on make-up days', () => {
    const hall = opened({ weekly: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, morning, CLOSED], makeup: morning })
    expect(due('2026-03-13 17:00', HOUR, [], hall)).toBe('2026-03-14 09:30')
    expect(due('2026-10-09 17:00', 4 * HOUR, [], hall)).toBe('2026-10-12 09:00')
    expect(lines('2026-03-13 17:30', '2026-03-15 12:00', [], hall)).toEqual([
      '03-13 17:30 03-14 09:00 offHours',
      '03-14 09:00 03-14 12:00 work',
      '03-14 12:00 03-15 00:00 offHours',
      '03-15 00:00 03-15 12:00 weekend',
    ])
  })

  it('joins intervals that touch', () => {
    const touching = opened({ weekly: Array.from({ length: 7 }, () => [...morning, [720, 780]] as const) })
    expect(lines('2026-03-10 09:00', '2026-03-10 13:00', [], touching)).toEqual(['03-10 09:00 03-10 13:00 work'])
  })

  it('knows whether it counts, and when it next does', () => {
    expect(isCounting(office, at('2026-03-10 08:30'))).toBe(true)
    expect(isCounting(office, at('2026-03-10 08:29:59.999'))).toBe(false)
    expect(isCounting(office, at('2026-03-10 12:00'))).toBe(false)
    expect(isCounting(office, at('2026-10-10 11:59:59.999'))).toBe(true)
    expect(isCounting(office, at('2026-10-10 09:00'), [pause('2026-10-10 09:00', null)])).toBe(false)
    expect(isCounting('always', at('2026-10-01 03:00'))).toBe(true)
    expect(wall(nextStart(office, at('2026-09-30 17:30')))).toBe('2026-10-08 08:30')
    expect(wall(nextStart(office, at('2026-10-08 12:00')))).toBe('2026-10-08 14:00')
    expect(nextStart(office, at('2026-10-08 10:00:00.123'))).toEqual(at('2026-10-08 10:00:00.123'))
    expect(nextStart('always', at('2026-10-01 03:00'))).toEqual(at('2026-10-01 03:00'))
  })
})

describe('a year whose holidays are not announced', () => {
  it('makes a deadline that crosses into it provisional', () => {
    expect(dueAt(office, at('2026-12-28 17:00'), 30)).toEqual({ at: at('2026-12-28 17:30'), provisional: false })
    expect(dueAt(office, at('2026-12-31 17:00'), HOUR)).toEqual({ at: at('2027-01-01 09:00'), provisional: true })
    expect(dueAt('always', at('2026-12-31 23:00'), 120).provisional).toBe(false)
    const told = explain(office, at('2026-12-28 09:00'), at('2026-12-29 09:00'))
    expect(told.map((line) => line.provisional)).toEqual([false, false, false, true, true])
  })

  it('begins on 29 December, since the New Year holiday of the next year reaches back that far', () => {
    expect(dueAt(office, at('2026-12-28 17:00'), HOUR).provisional).toBe(true)
  })

  it('is settled day by day by rows that say so', () => {
    const settled = ['2026-12-29', '2026-12-30', '2026-12-31'].map(
      (day): CalendarDay => ({ day, kind: 'workday', provisional: false }),
    )
    const expected: CalendarDay = { day: '2026-03-11', kind: 'holiday', provisional: true }
    const time = opened(office.hours, [...settled, expected])
    expect(dueAt(time, at('2026-12-28 17:00'), 14 * HOUR)).toMatchObject({ provisional: false })
    expect(dueAt(time, at('2026-03-10 17:00'), HOUR)).toEqual({ at: at('2026-03-12 09:00'), provisional: true })
    expect(dayAt(time, '2026-12-31')).toMatchObject({ kind: 'workday', provisional: false })
    expect(dayAt(time, '2027-01-02')).toEqual({ day: '2027-01-02', kind: 'weekend', provisional: true })
  })
})

describe('working days', () => {
  it.each([
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-28', 6, '2026-10-12'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-03-14', 1, '2026-03-16'],
    ['2026-03-14', 0, '2026-03-14'],
    ['2024-02-28', 1, '2024-02-29'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('after %s the %i. is %s', (day, n, end) => expect(addWorkdays(days, day, n)).toBe(end))

  it('refuses what is not a day or not a number of days', () => {
    for (const day of ['2026-02-30', '2026-13-01', '2026-1-1', '', 'today', '2026-03-10T00:00']) {
      expect(() => addWorkdays(days, day, 1)).toThrow(RangeError)
    }
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001]) {
      expect(() => addWorkdays(days, '2026-03-10', n)).toThrow(RangeError)
    }
  })

  it('lets a row make a free Wednesday or a worked Sunday', () => {
    const row = (day: string, kind: 'weekend' | 'workday'): CalendarDay => ({ day, kind, provisional: false })
    const time = opened(office.hours, [row('2026-03-11', 'weekend'), row('2026-03-15', 'workday')])
    expect(addWorkdays(time.days, '2026-03-10', 3)).toBe('2026-03-15')
    expect(due('2026-03-10 17:00', HOUR, [], time)).toBe('2026-03-12 09:00')
    expect(due('2026-03-13 17:00', HOUR, [], time)).toBe('2026-03-15 09:00')
  })
})

describe('what cannot be a clock', () => {
  const start = at('2026-03-10 09:00')

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])('a limit of %d minutes', (limit) => {
    expect(() => dueAt(office, start, limit)).toThrow(RangeError)
    expect(() => dueAt('always', start, limit)).toThrow(RangeError)
    expect(() => warnAt(office, start, limit)).toThrow(RangeError)
  })

  it('hours that never open', () => {
    const never = opened({ weekly: [CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED] })
    expect(() => dueAt(never, start, 1)).toThrow(new RangeError('no office hour from 2026-03-10 on'))
    expect(() => nextStart(never, start)).toThrow(RangeError)
    expect(countedMs(never, start, at('2026-04-10 09:00'))).toBe(0)
  })

  it('a limit that takes more than a hundred years of office hours', () => {
    expect(() => dueAt(office, start, 36_525 * 8 * HOUR)).toThrow(
      new RangeError('a clock of more than a hundred years'),
    )
  })

  it.each([
    ['six days', [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, CLOSED]],
    ['overlapping hours', [[...OFFICE, [1000, 1100]], OFFICE, OFFICE, OFFICE, OFFICE, CLOSED, CLOSED]],
    ['hours past midnight', [[[1200, 1500]], OFFICE, OFFICE, OFFICE, OFFICE, CLOSED, CLOSED]],
    ['hours of no length', [[[600, 600]], OFFICE, OFFICE, OFFICE, OFFICE, CLOSED, CLOSED]],
    ['half minutes', [[[600.5, 700]], OFFICE, OFFICE, OFFICE, OFFICE, CLOSED, CLOSED]],
  ] as [string, DayHours[]][])('%s', (_, weekly) => {
    expect(() => dueAt(opened({ weekly }), start, 1)).toThrow(RangeError)
  })

  it('an invalid date, and a pause that ends before it begins', () => {
    const invalid = new Date(Number.NaN)
    expect(() => dueAt(office, invalid, 1)).toThrow(RangeError)
    expect(() => countedMs('always', start, invalid)).toThrow(RangeError)
    expect(() => dueAt(office, start, 1, [{ from: start, to: invalid, reason: '' }])).toThrow(RangeError)
    expect(() => dueAt(office, start, 1, [{ from: invalid, to: null, reason: '' }])).toThrow(RangeError)
    expect(() => dueAt(office, start, 1, [pause('2026-03-10 10:00', '2026-03-10 09:00')])).toThrow(RangeError)
  })
})

describe('the holidays of 2026', () => {
  it('are announced, those of 2027 are not', () => {
    expect(announcedYears().at(-1)).toBe(2026)
    expect(announcedYears().slice(-7)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(holidayRows(2027)).toEqual([])
  })

  it('are 33 days off and 6 make-up days, each on a weekend, with names in both languages', () => {
    const rows = holidayRows(2026)
    const makeup = rows.filter((row) => row.kind === 'makeup').map((row) => row.day)
    expect(rows.filter((row) => row.kind === 'holiday')).toHaveLength(33)
    expect(makeup).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(makeup.every((day) => [0, 6].includes(new Date(day).getUTCDay()))).toBe(true)
    expect(rows.map((row) => row.day)).toEqual(rows.map((row) => row.day).toSorted())
    expect(new Set(rows.map((row) => `${row.name?.zh} ${row.name?.en}`))).toEqual(
      new Set([
        "元旦 New Year's Day",
        '春节 Spring Festival',
        '清明节 Tomb-sweeping Day',
        '劳动节 Labour Day',
        '端午节 Dragon Boat Festival',
        '中秋节 Mid-autumn Festival',
        '国庆节 National Day',
      ]),
    )
  })
})
