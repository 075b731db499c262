// A party's own page, by a code of his own: his side of the file and nothing of the other's; and what he may say there.
import { z } from 'zod'
import { Id, line, personal, secret } from '#kernel/contract.ts'
import { ABOUT } from '#modules/committee/index.ts'
import * as life from '../lifecycle.ts'
import { KindCode, OneMediation, Phone, State, Told } from './shapes.ts'

const PlaceCode = z.string().trim().min(6).max(40)
const Receipt = z.string().trim().min(16).max(60)
const MINE = z.strictObject({ receipt: secret(Receipt) })
const SAID = z.object({ state: State })

export const partyPage = {
  ask: {
    kind: 'command',
    counted: { as: 'intake', by: 'code' },
    summary: { zh: '居民申请调解', en: 'A resident asks for mediation' },
    input: z.strictObject({
      code: PlaceCode,
      kind: KindCode,
      name: personal('mediation.party', line(1, 60)),
      phone: Phone,
      /** Whom it is with: a name, a flat, a company. */
      other: personal('mediation.party', line(1, 60)),
      facts: Told,
      requests: Told,
    }),
    output: z.object({ receipt: z.string(), page: z.string() }),
  },
  askable: {
    kind: 'query',
    summary: { zh: '可以申请调解的纠纷类型（公开）', en: 'Kinds of disputes one can ask about (public)' },
    input: z.strictObject({ code: PlaceCode }),
    output: z.object({ kinds: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })) }),
  },
  giveCode: {
    kind: 'command',
    summary: { zh: '给一方当事人查看码', en: 'Give a party the code of its own page' },
    input: z.strictObject({ ...OneMediation.shape, partyId: Id }),
    output: z.object({ receipt: z.string(), page: z.string() }),
  },
  mySide: {
    kind: 'query',
    summary: { zh: '当事人看自己这一方', en: 'What a party sees of its file' },
    input: MINE,
    output: z.object({
      no: z.string().nullable(),
      state: State,
      kind: z.object({ zh: z.string(), en: z.string() }),
      side: z.enum(life.SIDES),
      /** His own, masked. */
      name: z.string(),
      phone: z.string().nullable(),
      consent: z.enum(['open', 'agreed', 'refused']),
      appliedAt: z.string(),
      dueOn: z.string().nullable(),
      committee: z.string(),
      mediators: z.array(z.object({ id: Id, name: z.string() })),
      meetings: z.array(
        z.object({
          heldOn: z.string(),
          from: z.number(),
          until: z.number(),
          mode: z.enum(life.MODES),
          place: z.string(),
        }),
      ),
      /** What he wrote himself when he asked; nobody else's words. */
      told: z.object({ facts: z.string(), requests: z.string() }).nullable(),
      /** What he handed in. */
      papers: z.array(z.object({ name: z.string(), givenOn: z.string() })),
      /** Once it is in effect: what both have signed or agreed. */
      agreement: z
        .object({
          effectiveOn: z.string(),
          confirmUntil: z.string().nullable(),
          confirmation: z.enum(['none', 'asked', 'taken', 'confirmed', 'rejected']),
          terms: z.array(
            z.object({
              ...{ words: z.string(), fen: z.number().nullable() },
              ...{ dueOn: z.string().nullable(), doneOn: z.string().nullable() },
            }),
          ),
        })
        .nullable(),
      followUps: z.array(z.object({ dueOn: z.string(), made: z.boolean() })),
      /** Where else he may turn, when it is over. */
      routes: z.array(z.enum(life.ROUTES)),
      /** He has said that he wishes the court to confirm it. */
      wishesCourt: z.boolean(),
      /** The last complaint that he made here, and what he was answered. */
      complaint: z
        .object({
          ...{ state: z.enum(['open', 'answered']), dueOn: z.string(), answeredOn: z.string().nullable() },
          answer: z.string(),
        })
        .nullable(),
      can: z.array(z.enum(['sayConsent', 'takeBack', 'askAnother', 'wishCourt', 'complain'])),
    }),
  },
  sayConsent: {
    kind: 'command',
    summary: { zh: '当事人表示同意或不同意调解', en: 'A party agrees to mediation, or does not' },
    input: z.strictObject({ ...MINE.shape, consent: z.enum(['agreed', 'refused']) }),
    output: SAID,
  },
  takeBack: {
    kind: 'command',
    summary: { zh: '申请人撤回申请', en: 'The applicant withdraws' },
    input: z.strictObject({ ...MINE.shape, words: Told }),
    output: SAID,
  },
  askAnother: {
    kind: 'command',
    summary: { zh: '当事人请求换调解员', en: 'A party asks for another mediator' },
    input: z.strictObject({ ...MINE.shape, words: Told }),
    output: SAID,
  },
  complain: {
    kind: 'command',
    summary: { zh: '当事人投诉本案的调解员', en: 'A party complains of a mediator of its file' },
    input: z.strictObject({ ...MINE.shape, mediatorId: Id, about: z.enum(ABOUT), words: Told }),
    output: z.object({ dueOn: z.string() }),
  },
  wishCourt: {
    kind: 'command',
    summary: { zh: '当事人愿意共同申请司法确认', en: 'A party wishes the court to confirm the agreement' },
    input: MINE,
    output: SAID,
  },
} as const
