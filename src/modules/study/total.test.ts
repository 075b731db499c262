// What is told of the sums of a grid: nothing few, and nothing from which a few could be subtracted.
import { expect, test } from 'vitest'
import { tally } from './tally.ts'
import { told } from './total.ts'

const none = tally([], '2026-11-18')

test('one of seventeen on own initiative: neither it nor the sixteen is told, nor the one that was oral', () => {
  const sum = { ...none, registered: 17, taken: 17, settled: 17, initiative: 1, applied: 16, oral: 1, written: 16 }
  expect(told({ ...sum, fen: 12_000_00, due: 13, performed: 12, parties: 34 })).toMatchObject({
    ...{ registered: 17, taken: 17, settled: 17, parties: 34, fen: 12_000_00 },
    ...{ initiative: null, applied: null, referred: 0, oral: null, written: null, due: null, performed: null },
  })
})

test('two few ones that are five together hide no third; few agreements hide their money', () => {
  const sum = { ...none, registered: 25, taken: 25, initiative: 2, applied: 20, referred: 3, settled: 3, fen: 900_00 }
  expect(told(sum)).toMatchObject({ initiative: null, referred: null, applied: 20, settled: null, fen: null })
})
