// What nobody covers, compared with counting every minute.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joined, missing, type Span } from './roster.ts'

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
    .map(([from, length]): Span => [from, from + length]),
  { maxLength: 8 },
)
const minutesOf = (list: readonly Span[]) =>
  new Set(list.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)))

test('the minutes wanted and not had, in sorted spans apart', () => {
  fc.assert(
    fc.property(spans, spans, (wanted, had) => {
      const left = missing(wanted, had)
      expect(minutesOf(left)).toEqual(minutesOf(wanted).difference(minutesOf(had)))
      expect(joined(left)).toEqual(left)
    }),
    { numRuns: 500 },
  )
})
