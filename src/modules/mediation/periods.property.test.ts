// Periods and plans hold for every day of the year, every calendar and every rule a district may word.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarDays, dayNumber, dayText } from '#modules/calendar/index.ts'
import { daysLeft, followUpDays, lastDay } from './periods.ts'
import { reminderDays } from './reminders.ts'
import { fits, RULES, usualRules } from './usual-rules.ts'

const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2032-12-31') }).map(dayText)
const weeks = fc.integer({ min: 0, max: 12 })

/** Nobody works on weekends nor on the days that were announced as holidays. */
const calendar = fc
  .array(day, { maxLength: 12 })
  .map(
    (holidays): CalendarDays =>
      new Map(holidays.map((one) => [one, { day: one, kind: 'holiday', provisional: false }])),
  )
const isOff = (days: CalendarDays, one: string) => days.has(one) || ['六', '日'].includes(weekdayName(one))
const weekdayName = (one: string) => '日一二三四五六'[new Date(`${one}T00:00:00Z`).getUTCDay()]!

test('a period ends on or after its count of days, on a working day, and never by more than the days off behind it', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 180 }), calendar, (from, count, days) => {
      const end = lastDay(days, from, count)
      const late = dayNumber(end) - dayNumber(from) - count
      expect(late).toBeGreaterThanOrEqual(0)
      expect(isOff(days, end)).toBe(false)
      // Every day that was skipped is one on which nobody works.
      for (let at = 0; at < late; at++) expect(isOff(days, dayText(dayNumber(from) + count + at))).toBe(true)
      expect(daysLeft(end, from)).toBe(count + late)
    }),
  )
})

test('follow-ups are planned in order, none twice, all after the day it took effect, as many as the rule says', () => {
  fc.assert(
    fc.property(day, weeks, weeks, (effective, weekly, monthly) => {
      const days = followUpDays(effective, weekly, monthly)
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((one) => one > effective)).toBe(true)
      expect(days.slice(0, weekly).map((one) => dayNumber(one) - dayNumber(effective))).toEqual(
        Array.from({ length: weekly }, (_, at) => 7 * (at + 1)),
      )
      expect(days.length).toBeLessThanOrEqual(weekly + monthly)
      if (weekly <= 8) expect(days).toHaveLength(weekly + monthly)
    }),
  )
})

test('the usual plan is weekly for a month and monthly for two, on the same day of the month or its last', () => {
  expect(followUpDays('2026-12-31', 4, 2)).toEqual([
    ...['2027-01-07', '2027-01-14', '2027-01-21', '2027-01-28'],
    ...['2027-02-28', '2027-03-31'],
  ])
})

test('reminders lie within their period, the earliest first, and none is of a day gone by', () => {
  fc.assert(
    fc.property(day, fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 6 }), day, (ends, before, today) => {
      const days = reminderDays(ends, before, today)
      expect(days).toEqual([...days].sort())
      expect(days.every((one) => one >= today && one <= ends)).toBe(true)
      expect(days).toHaveLength(before.filter((left) => dayNumber(ends) - left >= dayNumber(today)).length)
    }),
  )
})

test('what Linli comes with fits its own rules, and a follow-up of three numbers fits none', () => {
  for (const code of RULES) expect(fits(code, usualRules.get(code)!.numbers)).toBe(true)
  expect(fits('followUp', [4, 2, 1])).toBe(false)
  expect(fits('confirmWarn', [3, 10])).toBe(false)
})
