// Periods are days in Shanghai, both ends counted.
import { expect, it } from 'vitest'
import { daysOf, readPeriod } from './period.ts'

const now = new Date('2026-01-31T17:00:00Z') // already February in Shanghai

it('counts by the calendar of Shanghai', () => {
  expect(daysOf({ period: 'month' }, now)).toEqual({ from: '2026-02-01', to: '2026-02-01' })
  expect(daysOf({ period: 'lastMonth' }, now)).toEqual({ from: '2026-01-01', to: '2026-01-31' })
  expect(daysOf({ period: 'quarter' }, now)).toEqual({ from: '2026-01-01', to: '2026-02-01' })
  expect(daysOf({ period: 'lastMonth' }, new Date('2026-01-05T04:00:00Z')).from).toBe('2025-12-01')
})

it('goes a year back from yesterday unless told otherwise, over a leap day too', () => {
  expect(daysOf({}, now)).toEqual({ from: '2025-01-31', to: '2026-02-01' })
  expect(daysOf({}, new Date('2028-03-01T04:00:00Z')).from).toBe('2027-02-28')
})

it('leaves out what an address does not rightly say', () => {
  expect(readPeriod({ period: 'ever', from: 'soon', area: 7 })).toEqual({})
})
