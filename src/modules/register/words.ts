// What the register says when something cannot be done, and what its classes are called.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

export const classWords = {
  registered: { zh: '户籍人口', en: 'Registered' },
  floating: { zh: '流动人口', en: 'Floating' },
  home: { zh: '房屋', en: 'Homes' },
  rented: { zh: '出租房屋', en: 'Rented homes' },
  special: { zh: '特殊人群（只计数）', en: 'Special groups (counted alone)' },
  organisation: { zh: '两新组织', en: 'Organisations' },
  school: { zh: '学校周边', en: 'School surroundings' },
  property: { zh: '物业服务', en: 'Property management' },
} as const satisfies Readonly<Record<string, Text>>

export const registerProblems = problems('register', {
  noHome: {
    kind: 'invalid',
    zh: '没有找到这套房屋，或者它已经注销。',
    en: 'This home was not found, or has ended.',
  },
})
