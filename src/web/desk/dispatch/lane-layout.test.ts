// The board's axis: late at the left, today next to it, and no mark upon another.
import { expect, it } from 'vitest'
import { AXIS, placeOf, spreadOut } from './lane-layout.ts'

const now = Date.parse('2026-11-19T07:10:00Z') // 15:10 in Shanghai
const at = (iso: string) => placeOf(Date.parse(iso), now)

it('keeps what is late apart from what is due today, tomorrow and later', () => {
  expect(at('2026-11-19T06:00:00Z')).toBeLessThan(AXIS.now)
  expect(at('2026-11-19T08:30:00Z')).toBeGreaterThan(AXIS.now)
  expect(at('2026-11-19T15:59:00Z')).toBeLessThanOrEqual(AXIS.tomorrow)
  expect(at('2026-11-20T02:00:00Z')).toBeGreaterThan(AXIS.tomorrow)
  expect(at('2026-11-24T02:00:00Z')).toBeGreaterThan(AXIS.later)
  expect(at('2027-11-24T02:00:00Z')).toBe(AXIS.end)
})

it('moves marks apart and not beyond the end', () => {
  const lefts = spreadOut(
    [
      { item: 1, left: 30 },
      { item: 2, left: 30 },
      { item: 3, left: 97.5 },
      { item: 4, left: 98 },
    ],
    3,
  )
  expect(lefts.map(({ left }) => left)).toEqual([30, 33, 97.5, 98])
})
