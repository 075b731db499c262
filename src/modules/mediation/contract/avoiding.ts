// 回避: each mediator says what ties him to a party before the first session; a party may ask for another.
import { z } from 'zod'
import { Day, Id, line } from '#kernel/contract.ts'
import { Changed, OneMediation, TieCode, Told } from './shapes.ts'

const Candidate = z.object({
  mediatorId: Id,
  accountId: Id,
  name: z.string(),
  nameEn: z.string(),
  committeeName: z.string(),
  committeeNameEn: z.string(),
})

export const avoiding = {
  tieKinds: {
    kind: 'query',
    summary: { zh: '回避情形', en: 'Kinds of ties that a mediator discloses' },
    input: z.strictObject({}),
    output: z.object({
      kinds: z.array(
        z.object({
          ...{ code: z.string(), zh: z.string(), en: z.string(), basis: z.string() },
          ...{ retired: z.boolean(), version: z.number() },
        }),
      ),
    }),
  },
  setTieKind: {
    kind: 'command',
    summary: { zh: '改一种回避情形', en: 'Word a kind of tie' },
    input: z.strictObject({
      ...{ code: TieCode, zh: line(2, 30), en: line(2, 60), basis: line(2, 120) },
      ...{ retired: z.boolean().default(false), version: z.number().int().min(0) },
    }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  disclose: {
    kind: 'command',
    summary: { zh: '调解员声明有没有利害关系', en: 'Say what ties one to a party, or that nothing does' },
    input: z.strictObject({
      id: Id,
      /** None: nothing ties him to anybody of this file. */
      ties: z
        .array(z.strictObject({ kind: TieCode, partyId: Id.optional() }))
        .max(20)
        .default([]),
      words: Told.optional(),
    }),
    output: Changed.extend({ disclosureId: Id }),
  },
  tellTies: {
    kind: 'command',
    summary: { zh: '已把关系告知双方', en: 'The parties were told of the ties' },
    input: z.strictObject({ id: Id, on: Day }),
    output: Changed,
  },
  askAvoidance: {
    kind: 'command',
    summary: { zh: '申请调解员回避', en: 'Ask that a mediator step out' },
    input: z.strictObject({
      ...{ id: Id, mediatorId: Id, partyId: Id.optional(), tie: TieCode.optional() },
      words: Told,
    }),
    output: Changed.extend({ avoidanceId: Id, dueOn: z.string() }),
  },
  decideAvoidance: {
    kind: 'command',
    summary: { zh: '决定是否回避', en: 'Decide whether a mediator steps out' },
    input: z.strictObject({
      ...{ id: Id, avoidanceId: Id, granted: z.boolean(), words: Told },
      /** Who leads instead, where it was the lead who steps out. */
      leadId: Id.optional(),
    }),
    output: Changed,
  },
  suggest: {
    inPerson: {
      zh: '推荐里会看出调解员和当事人的关系，只给经办人本人看。',
      en: 'A suggestion tells of ties between mediators and parties: for the eyes of whoever handles it',
    },
    kind: 'query',
    discloses: true,
    summary: { zh: '给这件案卷推荐调解员', en: 'Suggest mediators for a file' },
    input: OneMediation,
    output: z.object({
      suggested: z.array(Candidate.extend({ reasons: z.array(z.string()) })),
      /** Who stays out of it, and why in one word: lives near, or has disclosed a tie. */
      avoided: z.array(Candidate.extend({ why: z.enum(['near', 'tied']) })),
    }),
  },
} as const
