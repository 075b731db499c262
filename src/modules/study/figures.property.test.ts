// Figures that cannot be taken apart, and signs that are none by chance.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atLeast, earlySigns } from './early.ts'
import { percent, wan } from './form.ts'
import { joinFew } from './small.ts'

const cells = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })), { maxLength: 12 })
  .map((counts) => counts.map((n, at) => ({ key: String(at), n })))

test('no told cell is small, the told ones are all together, and nothing small is left to subtract', () => {
  fc.assert(
    fc.property(cells, (given) => {
      const all = given.reduce((sum, { n }) => sum + n, 0)
      const told = joinFew(given, 5)
      const sum = told.reduce((so, { n }) => so + n, 0)
      expect(told.every(({ n }) => n >= 5)).toBe(true)
      expect(all < 5 ? sum : sum - all).toBe(0)
      expect(
        joinFew(given, 0)
          .map(({ n }) => n)
          .sort(),
      ).toEqual(
        given
          .map(({ n }) => n)
          .filter(Boolean)
          .sort(),
      )
    }),
  )
})

/** Straight from the definition, by products. */
function slowAtLeast(x: number, n: number, p: number): number {
  let sum = 0
  for (let k = x; k <= n; k++) {
    let term = 1
    for (let i = 0; i < k; i++) term *= ((n - i) / (k - i)) * p
    sum += term * (1 - p) ** (n - k)
  }
  return Math.min(1, sum)
}

test('the chance of a sign is that of the definition', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
      const [x, n] = [Math.min(a, b), Math.max(a, b)]
      expect(atLeast(x, n, 4 / 52)).toBeCloseTo(slowAtLeast(x, n, 4 / 52), 9)
    }),
  )
})

const TODAY = '2026-11-18'
const ago = (days: number) => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10)
const steady = Array.from({ length: 52 }, (_, week) => ago(week * 7 + 3))

test('one a week all year is no sign; three a week for a month is one; four alone never are', () => {
  expect(earlySigns([{ key: 'kind RM02', days: steady }], TODAY, ago(364))).toEqual([])
  const risen = [...steady, ...Array.from({ length: 8 }, (_, at) => ago(at * 3))]
  const [sign] = earlySigns([{ key: 'kind RM02', days: risen }], TODAY, ago(364))
  expect(sign).toMatchObject({ key: 'kind RM02', recent: 12, usual: 4, season: false })
  expect(sign!.weeks.reduce((sum, n) => sum + n, 0)).toBe(risen.length)
  expect(earlySigns([{ key: 'kind RM02', days: [1, 2, 3, 4].map(ago) }], TODAY, ago(364))).toEqual([])
})

test('what comes every year in this season is none', () => {
  const winter = [5, 8, 11, 14, 17, 20, 23, 26].flatMap((day) => [ago(day), ago(day + 364)])
  const around = [340, 348, 388, 400].map(ago)
  expect(earlySigns([{ key: 'kind RM17', days: [...winter, ...around] }], TODAY, ago(700))).toEqual([])
})

test('the more series are looked at, the surer each must be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 14 }), (recent) => {
      const days = [...steady, ...Array.from({ length: recent - 4 }, (_, at) => ago(at * 2))]
      const one = earlySigns([{ key: 'a', days }], TODAY, ago(364)).length
      const quiet = Array.from({ length: 40 }, (_, at) => ({ key: `q${at}`, days: steady }))
      const many = earlySigns([{ key: 'a', days }, ...quiet], TODAY, ago(364)).length
      expect(many).toBeLessThanOrEqual(one)
    }),
    { numRuns: 20 },
  )
})

test('rates and sums are rounded half away from nought, by whole numbers', () => {
  expect(percent(46, 48)).toBe('95.8 %')
  expect(percent(1, 200)).toBe('0.5 %')
  expect(percent(0, 0)).toBe('—')
  expect(wan(80_000)).toBe('0.08')
  expect(wan(5_000)).toBe('0.01')
  expect(wan(123_456_789)).toBe('123.46')
})
