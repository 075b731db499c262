// A day ahead is one of Shanghai, also shortly after its midnight.
import { expect, test } from 'vitest'
import { dayAhead, endOfDay } from './days-ahead.ts'

test('counts from the day in Shanghai', () => {
  expect(dayAhead('2026-11-19T15:59:00Z', 1)).toBe('2026-11-20')
  expect(dayAhead('2026-11-19T16:01:00Z', 1)).toBe('2026-11-21')
  expect(dayAhead('2026-12-30T02:00:00Z', 3)).toBe('2027-01-02')
})

test('the whole day is allowed', () => {
  expect(new Date(endOfDay('2026-11-20')).toISOString()).toBe('2026-11-20T15:59:00.000Z')
})
