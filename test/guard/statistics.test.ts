// The test that tells known from unknown names apart is itself tried, on figures whose answer is known.
import { expect, test } from 'vitest'
import { mannWhitney, median, quantile } from './statistics.ts'

test('quantiles', () => {
  expect([median([3, 1, 2]), quantile([1, 2, 3, 4], 0.95), median([])]).toEqual([2, 4, Number.NaN])
})

test('two samples of one source look alike, of two sources they do not; ties count half', () => {
  // By hand: U = 2 of 25, mean 12.5, spread √(25 · 11 / 12): z = 2.089.
  expect(mannWhitney([1, 2, 3, 4, 7], [5, 6, 8, 9, 10])).toBeCloseTo(0.0367, 3)
  expect(mannWhitney([1, 2, 2, 3], [2, 2, 1, 3])).toBeCloseTo(1, 5)
  expect(mannWhitney([5, 5, 5], [5, 5, 5])).toBe(1)
  const heap = (from: number) => Array.from({ length: 500 }, (_, n) => from + ((n * 7919) % 500) / 100)
  expect(mannWhitney(heap(0), heap(0))).toBeGreaterThan(0.9)
  expect(mannWhitney(heap(0), heap(1))).toBeLessThan(1e-6)
})
