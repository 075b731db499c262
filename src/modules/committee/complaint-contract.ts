// Complaints against a mediator: who makes one, who answers it, and what its mediator is told when it is decided.
import { z } from 'zod'
import { Id, line, personal, prose, Version, words } from '#kernel/contract.ts'

/** What art. 15 forbids: to favour a side, to insult, to take gifts, to tell of private things; and anything else. */
export const ABOUT = ['partial', 'insult', 'gift', 'leak', 'other'] as const
export const OUTCOMES = ['none', 'criticism', 'removal'] as const

/** Names and phones of those who complain are for people. */
const IN_PERSON = {
  zh: '投诉人的姓名电话只给当面处理的人。',
  en: 'Whoever complained is told to those who answer it, in person.',
} as const

const Decided = {
  id: Id,
  about: z.enum(ABOUT),
  state: z.enum(['open', 'answered']),
  outcome: z.enum(OUTCOMES).nullable(),
  answer: z.string(),
  answeredOn: z.string().nullable(),
}

export const complaints = {
  complain: {
    kind: 'command',
    summary: { zh: '登记对调解员的投诉', en: 'Record a complaint against a mediator' },
    input: z.strictObject({
      mediatorId: Id,
      about: z.enum(ABOUT),
      words: words(prose(2, 2000)),
      name: personal('committee.complaint', line(0, 40)).default(''),
      phone: personal('committee.complaint', line(0, 20)).default(''),
    }),
    output: z.object({ id: Id, dueOn: z.string() }),
  },
  complainFrom: {
    kind: 'command',
    summary: { zh: '当事人在自己的页面上投诉调解员', en: 'A party complains of a mediator on its own page' },
    /** `partyId`: whose page it is, so that the answer is read there. */
    input: z.strictObject({
      ...{ mediatorId: Id, partyId: Id, about: z.enum(ABOUT), words: words(prose(2, 2000)) },
      name: personal('committee.complaint', line(0, 60)),
      phone: personal('committee.complaint', line(0, 20)),
    }),
    output: z.object({ id: Id, dueOn: z.string() }),
  },
  complaints: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: { zh: '一个调委会收到的投诉', en: 'Complaints about mediators of a committee' },
    input: z.strictObject({ id: Id }),
    output: z.object({
      complaints: z.array(
        z.object({
          ...Decided,
          mediatorName: z.string(),
          words: z.string(),
          name: z.string(),
          phone: z.string(),
          on: z.string(),
          dueOn: z.string(),
          late: z.boolean(),
          version: z.number(),
        }),
      ),
    }),
  },
  answerComplaint: {
    kind: 'command',
    summary: { zh: '答复投诉', en: 'Answer a complaint' },
    input: z.strictObject({ id: Id, version: Version, outcome: z.enum(OUTCOMES), words: words(prose(2, 1000)) }),
    output: z.object({ id: Id, version: z.number() }),
  },
  myComplaints: {
    kind: 'query',
    summary: { zh: '对我的投诉，已经答复的', en: 'Complaints about myself that were answered' },
    input: z.strictObject({}),
    output: z.object({ complaints: z.array(z.object(Decided)) }),
  },
} as const
