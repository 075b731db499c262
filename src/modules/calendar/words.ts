// What the calendar module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const calendarProblems = problems('calendar', {
  wrongYear: {
    kind: 'invalid',
    zh: '{day} 不属于 {year} 年的放假安排。',
    en: '{day} does not belong to the holidays of {year}.',
  },
  twice: { kind: 'invalid', zh: '{day} 出现了两次。', en: '{day} stands there twice.' },
  noTime: { kind: 'invalid', zh: '一周里至少要有一段时间。', en: 'The week needs at least one span of time.' },
})
