// Promises to whoever reported it: his page, by his receipt, and what he may say there.
import { z } from 'zod'
import { FileAnswer, Id, personal, prose, secret, words } from '#kernel/contract.ts'
import { PAUSES, ROUTES } from '../lifecycle.ts'
import { Changed, Clock, Photo, Receipt, State, Voice } from '../shapes.ts'

export const reportersPage = {
  rate: {
    kind: 'command',
    form: true,
    summary: { zh: '评价：解决了', en: 'Rate: it is solved' },
    input: z.strictObject({
      receipt: secret(Receipt),
      satisfaction: personal('matter.rating', z.coerce.number().int().min(1).max(5)).optional(),
      said: words(prose(0, 1000)).default(''),
    }),
    output: Changed.extend({ page: z.string() }),
  },
  dispute: {
    kind: 'command',
    form: true,
    summary: { zh: '没有解决，重新办', en: 'Not solved: reopen' },
    input: z.strictObject({
      receipt: secret(Receipt),
      why: words(prose(2, 1000)),
      satisfaction: personal('matter.rating', z.coerce.number().int().min(1).max(5)).optional(),
    }),
    output: Changed.extend({ page: z.string() }),
  },
  withdraw: {
    kind: 'command',
    form: true,
    summary: { zh: '撤回报告', en: 'Withdraw the report' },
    input: z.strictObject({ receipt: secret(Receipt), why: words(prose(0, 500)).default('') }),
    output: Changed.extend({ page: z.string() }),
  },
  forget: {
    kind: 'command',
    form: true,
    summary: { zh: '删除我的姓名和电话', en: 'Delete my name and phone' },
    input: z.strictObject({ receipt: secret(Receipt) }),
    output: Changed.extend({ page: z.string() }),
  },
  storyPhoto: {
    kind: 'query',
    bytes: true,
    summary: { zh: '报告人看自己的照片', en: "A photo on the reporter's own page" },
    input: z.strictObject({ receipt: secret(Receipt), file: Id, size: z.enum(['full', 'small']).default('full') }),
    output: FileAnswer,
  },
  storyVoice: {
    kind: 'query',
    bytes: true,
    summary: { zh: '报告人听自己的语音', en: "A recording on the reporter's own page" },
    input: z.strictObject({ receipt: secret(Receipt), file: Id }),
    output: FileAnswer,
  },
  story: {
    kind: 'query',
    summary: { zh: '我报告的事办到哪了', en: 'How my matter stands' },
    input: z.strictObject({ receipt: secret(Receipt) }),
    output: z.object({
      no: z.string(),
      state: State,
      title: z.string(),
      words: z.string(),
      address: z.string(),
      kindZh: z.string(),
      kindEn: z.string(),
      photoList: z.array(Photo),
      /** What he said himself. */
      voiceList: z.array(Voice),
      reply: z.object({ text: z.string(), at: z.string(), by: z.string() }).nullable(),
      /** What the reader may do: rate, dispute, withdraw, forget. */
      can: z.array(z.string()),
      /** The other matter that this one was joined to: how it stands, none of its words. */
      joined: z.object({ state: State, reply: z.string().nullable(), repliedAt: z.string().nullable() }).nullable(),
      /** He is asked, weeks later, whether it still holds. */
      asksEffect: z.boolean(),
      promise: z
        .object({ what: Clock.extract(['take', 'answer', 'finish']), at: z.string(), late: z.boolean() })
        .nullable(),
      disputeUntil: z.string().nullable(),
      steps: z.array(
        z.object({
          move: z.string(),
          at: z.string(),
          name: z.string(),
          /** What was written to the reporter on this page: an answer, or why it is not for us. */
          text: z.string(),
          /** Why it stands still or takes longer. */
          reason: z.enum(PAUSES).nullable(),
          /** Where it is at home instead. */
          route: z.enum(ROUTES).nullable(),
          until: z.string().nullable(),
          /** The agency, desk or leader that has it from then on. */
          to: z.string(),
          kept: z.boolean().nullable(),
          minutes: z.number().nullable(),
          limitMinutes: z.number().nullable(),
          dueAt: z.string().nullable(),
        }),
      ),
      looks: z.array(z.object({ at: z.string(), who: z.string() })),
      publicLine: z.object({ zh: z.string(), en: z.string() }).nullable(),
      phone: z.string().nullable(),
      name: z.string().nullable(),
      round: z.number(),
      gridName: z.string(),
      worker: z.object({ name: z.string(), phone: z.string() }).nullable(),
      version: z.number(),
    }),
  },
} as const
