// Words of danger are heard, except where they stand in something harmless.
import { expect, test } from 'vitest'
import { type Danger, findDanger } from './find-danger.ts'

const rules: Danger[] = [
  {
    words: ['冒烟', '着火'],
    except: ['油烟'],
    call: '119',
    zh: '您写了“{word}”，先打 119。',
    en: 'You wrote "{word}": 119 first.',
  },
  { words: ['烟'], except: ['油烟', '抽烟'], call: '119', zh: '有烟先打 119。', en: 'Smoke: 119 first.' },
]

test('the first rule that fits says its sentence with the word found', () => {
  expect(findDanger(rules, '三号楼后面冒烟了')?.zh).toBe('您写了“冒烟”，先打 119。')
})

test('a word inside an exception is no danger', () => {
  expect(findDanger(rules, '楼下饭店油烟大，有人抽烟')).toBeUndefined()
  expect(findDanger(rules, '油烟里还有烟')?.call).toBe('119')
})
