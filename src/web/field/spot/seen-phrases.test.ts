// The hints of a kind, as phrases.
import { expect, test } from 'vitest'
import { seenPhrases } from './seen-phrases.ts'

test('a hint becomes phrases in both languages, in their order', () => {
  expect(seenPhrases({ hintZh: '路灯不亮、楼道灯坏了', hintEn: 'A dark lamp, a broken stairwell lamp' })).toEqual([
    { zh: '路灯不亮。', en: 'A dark lamp.' },
    { zh: '楼道灯坏了。', en: 'a broken stairwell lamp.' },
  ])
})

test('without a kind or a hint there are none', () => {
  expect(seenPhrases(undefined)).toEqual([])
  expect(seenPhrases({ hintZh: '', hintEn: '' })).toEqual([])
})
