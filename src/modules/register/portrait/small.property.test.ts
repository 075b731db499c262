// Cells that could be a person are joined; nothing is lost, and what was told cannot be taken apart again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinSmall } from './bands.ts'
import { toldTogether } from './shown.ts'

const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3000 })), {
  minLength: 1,
  maxLength: 9,
})

test('every cell told is empty or of five at least, in order, and together they are all', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const cells = joinSmall(given, 5)
      const sum = given.reduce((all, n) => all + n, 0)
      if (!cells) {
        expect(sum).toBeLessThan(5)
        return
      }
      expect(cells.every(({ n }) => n === 0 || n >= 5)).toBe(true)
      expect(cells.reduce((all, { n }) => all + n, 0)).toBe(sum)
      expect(cells.flatMap(({ first, last }) => given.slice(first, last + 1))).toEqual(given)
      for (const { first, last, n } of cells) expect(given.slice(first, last + 1).reduce((a, b) => a + b, 0)).toBe(n)
    }),
  )
})

test('whoever may see people is told every cell', () => {
  fc.assert(
    fc.property(counts, (given) => {
      expect(joinSmall(given, 0)!.map(({ n }) => n)).toEqual(given)
    }),
  )
})

test('a small cell is joined with its smaller neighbour, and never with an empty one while another is there', () => {
  expect(joinSmall([40, 3, 9, 100], 5)).toEqual([
    { first: 0, last: 0, n: 40 },
    { first: 1, last: 2, n: 12 },
    { first: 3, last: 3, n: 100 },
  ])
  expect(joinSmall([0, 3, 9], 5)).toEqual([
    { first: 0, last: 0, n: 0 },
    { first: 1, last: 2, n: 12 },
  ])
  expect(joinSmall([2, 1], 5)).toBeUndefined()
})

test('of figures whose sum is told elsewhere never one alone is kept back, and no small one is told', () => {
  const told = (n: number) => (n === 0 || n >= 5 ? n : null)
  fc.assert(
    fc.property(counts, (given) => {
      const cells = toldTogether(given, told)
      const hidden = given.filter((_, at) => cells[at] === null)
      expect(cells.every((n, at) => n === null || n === given[at])).toBe(true)
      expect(cells.every((n) => n === null || n === 0 || n >= 5)).toBe(true)
      if (hidden.length === 1) expect(given.filter((n) => n > 0)).toHaveLength(1)
      if (given.every((n) => told(n) !== null)) expect(hidden).toEqual([])
    }),
  )
})
