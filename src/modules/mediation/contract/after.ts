// After an agreement: performance by term, follow-ups, a relapse, closing and the archive.
import { z } from 'zod'
import { Day, Id, line, prose, words } from '#kernel/contract.ts'
import { CONTENT, VISIT_WAYS } from '../lifecycle.ts'
import { Changed, FollowUp, OneMediation, Told } from './shapes.ts'

export const after = {
  performed: {
    kind: 'command',
    summary: { zh: '记一项已履行或没有履行', en: 'Record that a term was kept or broken' },
    input: z.strictObject({ id: Id, termId: Id, kept: z.boolean(), on: Day }),
    output: Changed,
  },
  followUp: {
    kind: 'command',
    summary: { zh: '记一次回访', en: 'Record a follow-up' },
    input: z.strictObject({
      ...{ id: Id, followUpId: Id, on: Day, holds: z.boolean(), words: words(prose(2, 2000)) },
      way: z.enum(VISIT_WAYS).default('visit'),
      /** Left out where nobody was asked. */
      content: z.enum(CONTENT).optional(),
    }),
    output: Changed.extend({ alsoDone: z.number() }),
  },
  moveFollowUp: {
    kind: 'command',
    summary: { zh: '改回访日期', en: 'Move a planned follow-up' },
    input: z.strictObject({ id: Id, followUpId: Id, dueOn: Day, version: z.number().int() }),
    output: Changed,
  },
  endFollowUps: {
    kind: 'command',
    summary: { zh: '提前结束回访', en: 'End the follow-ups early' },
    input: z.strictObject({ id: Id, words: Told }),
    output: Changed,
  },
  dueFollowUps: {
    kind: 'query',
    summary: { zh: '我要做的回访', en: 'Follow-ups that are mine to make' },
    input: z.strictObject({ until: Day }),
    output: z.object({
      followUps: z.array(FollowUp.extend({ mediationId: Id, title: z.string(), address: z.string() })),
    }),
  },
  relapse: {
    kind: 'command',
    summary: { zh: '反复了，原号重新调解', en: 'It came back: reopen under its number' },
    input: z.strictObject({ id: Id, words: Told }),
    output: Changed,
  },
  handBack: {
    kind: 'command',
    summary: { zh: '协议已履行，申请公安机关不予处罚', en: 'Performed: ask the police for no penalty' },
    /** `office`: to whom it is written. */
    input: z.strictObject({ id: Id, office: line(2, 60), words: Told }),
    output: Changed,
  },
  settle: { kind: 'command', summary: { zh: '结案', en: 'Close as settled' }, input: OneMediation, output: Changed },
} as const
