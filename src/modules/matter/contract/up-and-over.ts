// Promises about climbing, supervision, and the ends that are not a rating.
import { z } from 'zod'
import { Id, prose, secret, words } from '#kernel/contract.ts'
import { SWEPT, URGENCIES } from '../lifecycle.ts'
import { Changed, OneMatter, Receipt, State } from '../shapes.ts'

export const upAndOver = {
  raise: {
    kind: 'command',
    summary: { zh: '上报一级', en: 'Raise one level' },
    input: z.strictObject({
      id: Id,
      why: words(prose(0, 1000)).default(''),
      /** For the top: the leader by name and his team. */
      leaderId: Id.optional(),
      team: z.array(Id).max(20).default([]),
    }),
    output: Changed,
  },
  climb: {
    kind: 'command',
    summary: { zh: '超时未签收，上移一级', en: 'Unsigned in time: one level up' },
    input: OneMatter,
    output: Changed,
  },
  acknowledge: {
    kind: 'command',
    summary: { zh: '阅示迟办', en: 'Answer for a matter that was late' },
    input: z.strictObject({ id: Id, words: words(prose(2, 1000)) }),
    output: Changed,
  },
  urge: {
    kind: 'command',
    summary: { zh: '催办', en: 'Urge' },
    input: z.strictObject({ id: Id, words: words(prose(2, 500)) }),
    output: Changed,
  },
  mark: {
    kind: 'command',
    summary: { zh: '批示：定急缓', en: 'Mark how pressing it is' },
    input: z.strictObject({ id: Id, grade: z.enum(URGENCIES), words: words(prose(2, 500)) }),
    output: Changed,
  },
  comment: {
    kind: 'command',
    summary: { zh: '批注', en: 'Comment' },
    input: z.strictObject({ id: Id, words: words(prose(2, 1000)) }),
    output: Changed,
  },
  warn: {
    kind: 'command',
    summary: { zh: '时限预警', en: 'Warn that a limit runs out' },
    input: OneMatter,
    output: Changed,
  },
  merge: {
    kind: 'command',
    summary: { zh: '并入另一件', en: 'Merge into another matter' },
    input: z.strictObject({ id: Id, into: Id, why: words(prose(0, 500)).default('') }),
    output: Changed,
  },
  lapse: {
    kind: 'command',
    summary: { zh: '逾期未评价，结案', en: 'Close unrated' },
    input: OneMatter,
    output: Changed,
  },
  askEffect: {
    kind: 'command',
    summary: { zh: '成效追踪：还管用吗', en: 'Ask whether it still holds' },
    input: OneMatter,
    output: Changed,
  },
  confirm: {
    kind: 'command',
    form: true,
    summary: { zh: '仍然解决着', en: 'It still holds' },
    input: z.strictObject({ receipt: secret(Receipt) }),
    output: Changed.extend({ page: z.string() }),
  },
  archive: { kind: 'command', summary: { zh: '归档', en: 'Archive' }, input: OneMatter, output: Changed },
  progress: {
    kind: 'query',
    summary: { zh: '并入的那件办到哪了', en: 'How the matter stands that others were merged into' },
    input: OneMatter,
    output: z.object({ state: State, reply: z.string().nullable(), repliedAt: z.string().nullable() }),
  },
  due: {
    kind: 'query',
    summary: { zh: '到时的事', en: 'What the clock has to do now' },
    input: z.strictObject({}),
    output: z.object({ due: z.array(z.object({ id: Id, what: z.enum(SWEPT) })) }),
  },
} as const
