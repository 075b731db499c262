// What the kin module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const kinProblems = problems('kin', {
  nothing: {
    kind: 'invalid',
    zh: '亲属写电话或住处，自己的家写住处：不然认不出要回避的事。',
    en: 'Give a relative’s phone or home, or one’s own home: otherwise nothing can be found by it.',
  },
  byAnother: {
    kind: 'forbidden',
    zh: '这件事请由别的同事登记和调解（回避）。',
    en: 'Please let a colleague record and mediate this (avoidance).',
  },
})
