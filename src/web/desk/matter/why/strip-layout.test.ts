// The words of a strip never cover each other, and nights are those of Shanghai.
import { expect, it } from 'vitest'
import { nightsBetween, placeLabels, widthOf } from './strip-layout.ts'

it('finds the midnights of Shanghai', () => {
  expect(nightsBetween('2026-11-17T14:30:00+08:00', '2026-11-19T16:30:00+08:00')).toEqual([
    '2026-11-17T16:00:00.000Z',
    '2026-11-18T16:00:00.000Z',
  ])
  expect(nightsBetween('2026-11-17T23:59:00+08:00', '2026-11-18T00:00:00+08:00')).toEqual([])
})

it('keeps the heavier label and leaves out one that would touch it', () => {
  const placed = placeLabels(
    [
      { x: 400, text: '现在 15:10', anchor: 'end', strong: true },
      { x: 380, text: '周四', anchor: 'start' },
      { x: 0, text: '周二', anchor: 'start' },
    ],
    800,
  )
  expect(placed.map(({ text }) => text)).toEqual(['现在 15:10', '周二'])
})

it('moves a label in from the edge', () => {
  const [label] = placeLabels([{ x: 4, text: '16:30', anchor: 'end' }], 800)
  expect(label!.x - widthOf('16:30')).toBeCloseTo(0)
})
