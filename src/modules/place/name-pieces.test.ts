// Names break between their parts, and nothing of them is lost.
import { expect, it } from 'vitest'
import { namePieces } from './name-pieces.ts'

it.each([
  ['清荷苑3号楼2单元', '清荷苑|3号楼|2单元'],
  ['纺织厂家属院（老）十二号楼三单元地下室入口', '纺织|厂家属院|（老）|十二号楼|三单元|地下室|入口'],
  ['老城根胡同甲17号', '老城根|胡同|甲17号'],
  ['三里河一号院5栋', '三里河|一号院|5栋'],
  ['A座12层1203室', 'A座|12层|1203室'],
  ['Qinghe Garden Building 3, Unit 2', 'Qinghe| |Garden| |Building| |3,| |Unit| |2'],
])('%s', (name, pieces) => expect(namePieces(name).join('|')).toBe(pieces))

it('cuts what has no place to break', () => {
  const pieces = namePieces('x'.repeat(60))
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(20)
  expect(pieces.join('')).toBe('x'.repeat(60))
})
