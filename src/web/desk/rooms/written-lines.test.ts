// Services and tools as people type them, a line each.
import { expect, test } from 'vitest'
import { readServices, readTools } from './written-lines.ts'

test('a line is Chinese and English, with any kind of slash and blanks', () => {
  expect(readServices('借工具 / Tools\n\n歇脚／A seat ')).toEqual([
    { zh: '借工具', en: 'Tools' },
    { zh: '歇脚', en: 'A seat' },
  ])
  expect(readServices('只有中文')).toBeUndefined()
  expect(readServices('')).toEqual([])
})

test('a tool keeps its id when its Chinese name stays', () => {
  const known = [{ id: 'a', zh: '轮椅' }]
  expect(readTools('轮椅 / Wheelchair / 2\n雨伞 / Umbrella / 10', known)).toEqual([
    { id: 'a', zh: '轮椅', en: 'Wheelchair', total: 2 },
    { zh: '雨伞', en: 'Umbrella', total: 10 },
  ])
  for (const bad of ['轮椅 / Wheelchair', '轮椅 / Wheelchair / 0', '轮椅 / Wheelchair / two'])
    expect(readTools(bad, known)).toBeUndefined()
})
