// The library of answers: proposed by one, reviewed by another, checked again every year.
import { z } from 'zod'
import { Day, Id, line, prose, Version, words } from '#kernel/contract.ts'
import { Answer, Topic } from '../shapes.ts'

const one = z.strictObject({ id: Id, version: Version })
const answered = z.object({ id: Id })

export const libraryPromises = {
  answers: {
    kind: 'query',
    summary: { zh: '解答库', en: 'The library of answers' },
    input: z.strictObject({ words: line(0, 40).default(''), topic: Topic.optional() }),
    output: z.object({ answers: z.array(Answer), can: z.array(z.string()) }),
  },
  proposeAnswer: {
    kind: 'command',
    summary: { zh: '提交一条解答', en: 'Propose an answer' },
    input: z.strictObject({
      areaId: Id,
      topic: Topic,
      question: words(line(4, 200)),
      answer: words(prose(10, 3000)),
      articles: z
        .array(z.strictObject({ law: line(2, 60), article: line(1, 40) }))
        .min(1)
        .max(10),
      checkedOn: Day,
    }),
    output: answered,
  },
  publishAnswer: {
    kind: 'command',
    summary: { zh: '复核并公开一条解答', en: 'Review an answer and show it' },
    input: one,
    output: answered,
  },
  recheckAnswer: {
    kind: 'command',
    summary: { zh: '对照现行法再核一遍', en: 'Check an answer against the law in force' },
    input: one,
    output: answered,
  },
  retireAnswer: {
    kind: 'command',
    summary: { zh: '停用一条解答', en: 'Retire an answer' },
    input: one,
    output: answered,
  },
} as const
