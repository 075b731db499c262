// Kinds are found by what people call them, and guessed from what they write.
import { expect, test } from 'vitest'
import { findKinds, likelyKinds } from './find-kinds.ts'
import type { Kind } from './KindField.tsx'

const kind = (code: string, zh: string, en: string, words: string[], retired = false) =>
  ({ code, zh, en, words, hintZh: `${zh}的事`, hintEn: en, retired }) as Kind

const kinds = [
  kind('0402', '井盖', 'Manhole cover', ['井盖', '松动']),
  kind('0301', '楼道堆物', 'Clutter', ['堆物', '通道']),
  kind('0101', '消防通道', 'Fire lane', ['消防通道', '占用']),
  kind('0999', '旧类别', 'Old kind', ['井盖'], true),
]
const codes = (found: readonly Kind[]) => found.map(({ code }) => code)

test('a name comes before a word that hints at it, and a retired kind not at all', () => {
  expect(codes(findKinds(kinds, '通道'))).toEqual(['0101', '0301'])
  expect(codes(findKinds(kinds, '井盖'))).toEqual(['0402'])
  expect(codes(findKinds(kinds, 'MANHOLE'))).toEqual(['0402'])
})

test('longer words weigh more in what was written', () => {
  expect(codes(likelyKinds(kinds, '车停在消防通道上'))).toEqual(['0101', '0301'])
  expect(likelyKinds(kinds, '')).toEqual([])
})
