// Hours are read the way offices write them, in either kind of colon and dash.
import { expect, it } from 'vitest'
import { minutesOf, readSpans, writeSpans } from './week-spans.ts'

it.each([
  [
    '08:30-12:00 14:00-17:30',
    [
      [510, 720],
      [840, 1050],
    ],
  ],
  [
    '8:30 - 12:00，14：00至17：30',
    [
      [510, 720],
      [840, 1050],
    ],
  ],
  ['00:00-24:00', [[0, 1440]]],
  ['', []],
] as const)('%s', (text, spans) => {
  expect(readSpans(text)).toEqual(spans)
})

it.each([
  '8点半到12点',
  '12:00-08:30',
  '08:30-12:00 11:00-17:00',
  '08:60-12:00',
  '08:30-25:00',
  '08:30-12:00 12:00-17:00',
])('%s cannot be read', (text) => {
  expect(readSpans(text)).toBeUndefined()
})

it('writes what it reads', () => {
  const spans = readSpans('8:30-12:00 14:00-17:30')!
  expect(writeSpans(spans)).toBe('08:30-12:00 14:00-17:30')
  expect(minutesOf([spans, []])).toBe(420)
})
