// How a mediation ends: an agreement and its signatures, or one of the other endings.
import { z } from 'zod'
import { Day, Id, line, words } from '#kernel/contract.ts'
import * as life from '../lifecycle.ts'
import { Changed, OneMediation, Routes, TermIn, Told } from './shapes.ts'

const Over = z.strictObject({ id: Id, routes: Routes, words: Told })

export const agreeing = {
  agree: {
    kind: 'command',
    summary: { zh: '达成书面协议', en: 'Agree in writing' },
    input: z.strictObject({
      ...{ id: Id, facts: Told, dispute: Told, terms: z.array(TermIn).min(1).max(20) },
      copies: z.number().int().min(3).max(50),
    }),
    output: Changed.extend({ agreementId: Id }),
  },
  agreeOrally: {
    kind: 'command',
    summary: { zh: '达成口头协议', en: 'Agree orally' },
    input: z.strictObject({ id: Id, terms: z.array(TermIn).min(1).max(20) }),
    output: Changed.extend({ agreementId: Id }),
  },
  sign: {
    kind: 'command',
    summary: { zh: '记一方签字、调解员签名或盖章', en: 'Record a signature or the stamp' },
    input: z.strictObject({ id: Id, signerId: Id, way: z.enum(['paper', 'drawn', 'stamp']), signedOn: Day }),
    output: Changed.extend({ missing: z.number() }),
  },
  takeEffect: {
    kind: 'command',
    summary: { zh: '签齐，协议生效', en: 'Signed by all: the agreement takes effect' },
    input: OneMediation,
    output: Changed.extend({ effectiveOn: z.string(), confirmUntil: z.string() }),
  },
  reword: {
    kind: 'command',
    summary: { zh: '协议未签，继续调解', en: 'Not signed: go on' },
    input: z.strictObject({ id: Id, words: Told }),
    output: Changed,
  },
  fail: {
    kind: 'command',
    summary: { zh: '调解不成，告知其他途径', en: 'Failed; say where else' },
    input: Over,
    output: Changed,
  },
  withdraw: {
    kind: 'command',
    summary: { zh: '当事人撤回', en: 'Withdrawn by a party' },
    input: z.strictObject({ id: Id, words: Told }),
    output: Changed,
  },
  refuse: {
    kind: 'command',
    summary: { zh: '一方明确拒绝调解', en: 'One side refuses mediation' },
    input: z.strictObject({ id: Id, partyId: Id, routes: Routes }),
    output: Changed,
  },
  terminate: {
    kind: 'command',
    summary: { zh: '终止调解', en: 'Terminate' },
    input: Over,
    output: Changed,
  },
  handOn: {
    kind: 'command',
    summary: { zh: '移送有关机关', en: 'Hand on to the body in charge' },
    input: z.strictObject({ id: Id, body: z.enum(life.BODIES), words: Told }),
    output: Changed.extend({ receiptNo: z.string() }),
  },
  confirmation: {
    kind: 'command',
    summary: { zh: '记司法确认的进展', en: 'Record what became of judicial confirmation' },
    input: z.strictObject({
      ...{ id: Id, state: z.enum(['asked', 'taken', 'confirmed', 'rejected']) },
      ...{ court: line(2, 60), courtNo: words(line(0, 60)).default('') },
    }),
    output: Changed,
  },
  precheck: {
    kind: 'query',
    summary: { zh: '司法确认预检：法院会不会收', en: 'What a court would refuse to confirm' },
    input: OneMediation,
    output: z.object({
      until: z.string().nullable(),
      daysLeft: z.number().nullable(),
      /** How long the window is, and so many days before its end it is spoken of again. */
      ...{ days: z.number(), toldBefore: z.array(z.number()) },
      checks: z.array(
        z.object({
          /** Null: only a reader can tell. */
          ...{ code: z.string(), ok: z.boolean().nullable(), zh: z.string(), en: z.string() },
        }),
      ),
    }),
  },
} as const
