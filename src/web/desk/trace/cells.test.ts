// Whatever way a list got about, its cells come out of it whole.
import { expect, test } from 'vitest'
import { cellsIn, MOST_CELLS, textOf } from './cells.ts'

const CELLS = ['张**', '138 **** 1234', '清荷苑3栋2单元501']

test.each([
  ['pasted from a sheet', CELLS.join('\t')],
  ['a text file', CELLS.map((cell) => `"${cell}"`).join(',')],
  ['typed into a message', CELLS.join('  ')],
  ['in one sentence', CELLS.join('，')],
])('%s', (_, text) => {
  expect(cellsIn(`${text}\r\n${text}\n\n`)).toEqual(CELLS)
})

test('quotes hold commas; what is too long or too short says nothing; no more than are taken', () => {
  expect(cellsIn('"甲,乙","a ""b"" c",x')).toEqual(['甲,乙', 'a "b" c'])
  expect(cellsIn('字'.repeat(201))).toEqual([])
  expect(cellsIn(Array.from({ length: 9000 }, (_, at) => `n${at}`).join('\n'))).toHaveLength(MOST_CELLS)
})

test('a file is read in the encodings in which lists leave', () => {
  const buffer = (bytes: number[]) => new Uint8Array(bytes).buffer
  expect(textOf(buffer([0xe5, 0xbc, 0xa0]))).toBe('张')
  expect(textOf(buffer([0xd5, 0xc5]))).toBe('张')
})
