// Periods as rows of the district, and what Linli does when one runs out.
import { z } from 'zod'
import { Day, Id, line } from '#kernel/contract.ts'
import { ABOUT } from '../reminders.ts'
import { RULES } from '../usual-rules.ts'

const Numbers = z.array(z.number().int().min(0).max(365)).min(1).max(6)

export const periods = {
  rules: {
    kind: 'query',
    summary: { zh: '调解的期限和提醒', en: 'Periods of mediation and when they are spoken of' },
    input: z.strictObject({}),
    output: z.object({
      rules: z.array(
        z.object({
          ...{ code: z.enum(RULES), zh: z.string(), en: z.string(), numbers: z.array(z.number()) },
          ...{ basis: z.string(), version: z.number() },
        }),
      ),
    }),
  },
  setRule: {
    kind: 'command',
    summary: { zh: '改一项期限或提醒', en: 'Change a period or its reminders' },
    input: z.strictObject({
      ...{ code: z.enum(RULES), numbers: Numbers, basis: line(2, 120), version: z.number().int().min(0) },
    }),
    output: z.object({ code: z.enum(RULES), version: z.number() }),
  },
  toRemind: {
    kind: 'query',
    summary: { zh: '到了提醒的日子', en: 'Reminders whose day has come' },
    input: z.strictObject({}),
    output: z.object({ due: z.array(z.object({ id: Id, about: z.enum(ABOUT), subjectId: Id })) }),
  },
  remind: {
    kind: 'command',
    summary: { zh: '提醒调解员', en: 'Remind whoever mediates' },
    input: z.strictObject({ id: Id, about: z.enum(ABOUT), subjectId: Id }),
    output: z.object({
      /** Whom; null where it is over by now and nobody is reminded. */
      account: Id.nullable(),
      about: z.enum(ABOUT),
      kindZh: z.string(),
      kindEn: z.string(),
      dueOn: Day,
      daysLeft: z.number(),
    }),
  },
} as const
