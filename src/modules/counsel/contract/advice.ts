// What people asked the law, and legal-aid referrals: without a name unless somebody wants one to be kept.
import { z } from 'zod'
import { Day, Id, line, personal, prose, Version, words } from '#kernel/contract.ts'
import { AID_GROUND_CODES } from '../aid-grounds.ts'
import { type AdviceState, adviceLife } from '../lifecycle.ts'
import { Topic } from '../shapes.ts'
import { OUTCOMES, WAYS } from '../words.ts'

const State = z.enum(Object.keys(adviceLife.states) as [AdviceState, ...AdviceState[]])
const Count = z.number().int()
const Name = personal('counsel.advised', line(1, 60))
const Phone = personal('counsel.advised', line(5, 20))
const Ground = personal('counsel.aid', z.enum(AID_GROUND_CODES))
const answered = z.object({ id: Id, state: State, version: Count })

const AdviceLine = z.object({
  id: Id,
  ...{ areaName: z.string(), areaNameEn: z.string(), on: Day },
  ...{ way: z.enum(WAYS), topic: Topic, outcome: z.enum(OUTCOMES), state: State },
  /** Whether a name stands in it: who it is, `advised` tells. */
  named: z.boolean(),
  letterNo: z.string(),
  centre: z.object({ zh: z.string(), en: z.string() }).nullable(),
  ...{ referredOn: Day.nullable(), dueOn: Day.nullable(), answeredOn: Day.nullable() },
  version: Count,
  can: z.array(z.string()),
})

export const advicePromises = {
  advice: {
    kind: 'query',
    summary: { zh: '法律咨询和法律援助转介', en: 'Legal advice and referrals to legal aid' },
    input: z.strictObject({ areaId: Id, from: Day, to: Day }),
    output: z.object({
      /** How many asked about what, and what came of it. */
      counts: z.array(z.object({ topic: Topic, outcome: z.enum(OUTCOMES), count: Count })),
      /** Referrals that wait for the centre, the longest first, whenever they were sent. */
      waiting: z.array(AdviceLine),
      /** The newest of these days. */
      latest: z.array(AdviceLine),
      centres: z.array(z.object({ id: Id, zh: z.string(), en: z.string(), phone: z.string(), address: z.string() })),
      communities: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string() })),
      can: z.array(z.string()),
    }),
  },
  noteAdvice: {
    kind: 'command',
    summary: { zh: '登记一次法律咨询', en: 'Note a piece of legal advice' },
    input: z.strictObject({
      ...{ areaId: Id, on: Day, way: z.enum(WAYS), topic: Topic, outcome: z.enum(OUTCOMES) },
      /** Only when he wants to be called back, or is referred. */
      ...{ name: Name.optional(), phone: Phone.optional() },
    }),
    output: z.object({ id: Id }),
  },
  advised: {
    inPerson: {
      zh: '看咨询人的姓名电话、援助事由，要由看的人自己负责。',
      en: 'whoever sees who asked for advice, and why he is referred, answers for it in person.',
    },
    kind: 'query',
    discloses: true,
    summary: { zh: '咨询的是谁、申请援助的事由', en: 'Who was advised, and on what ground he is referred' },
    input: z.strictObject({ id: Id }),
    output: z.object({
      name: personal('counsel.advised', z.string()),
      phone: personal('counsel.advised', z.string()),
      ground: Ground.nullable(),
      words: personal('counsel.aid', z.string()),
    }),
  },
  referAid: {
    kind: 'command',
    summary: { zh: '转介到法律援助中心', en: 'Refer to the legal-aid centre' },
    input: z.strictObject({
      ...{ id: Id, version: Version, centreId: Id, ground: Ground, on: Day, letterNo: line(0, 40).default('') },
      /** Wanted where the advice was noted without them: nobody is referred without a name. */
      ...{ name: Name.optional(), phone: Phone.optional() },
    }),
    output: answered,
  },
  acceptAid: {
    kind: 'command',
    summary: { zh: '援助中心决定援助', en: 'The centre gives legal aid' },
    input: z.strictObject({ id: Id, version: Version, on: Day }),
    output: answered,
  },
  refuseAid: {
    kind: 'command',
    summary: { zh: '援助中心不予援助', en: 'The centre gives no legal aid' },
    input: z.strictObject({
      ...{ id: Id, version: Version, on: Day },
      words: words(personal('counsel.aid', prose(2, 300))),
    }),
    output: answered,
  },
  setCentre: {
    kind: 'command',
    summary: { zh: '登记法律援助中心', en: 'Record a legal-aid centre' },
    input: z.strictObject({
      zh: line(2, 60),
      en: line(0, 120).default(''),
      phone: line(5, 30),
      address: line(0, 120).default(''),
    }),
    output: z.object({ id: Id }),
  },
  endCentre: {
    kind: 'command',
    summary: { zh: '不再转介到这个中心', en: 'Refer to this centre no longer' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
  },
} as const
