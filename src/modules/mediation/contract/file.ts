// Opening a file, reading it, and whether it is taken.
import { z } from 'zod'
import { Day, Id, line, words } from '#kernel/contract.ts'
import * as life from '../lifecycle.ts'
import {
  Changed,
  KindCode,
  Mediation,
  OneMediation,
  PartyIn,
  Routes,
  Session,
  Summary,
  TermIn,
  Told,
} from './shapes.ts'

const IN_PERSON = {
  zh: '完整的姓名和电话只给当面看的人，不给程序',
  en: 'Names and phones in full are for a person’s eyes, not for a program',
} as const

const Facts = {
  gridId: Id,
  kind: KindCode,
  /** What the file is called in lists: a place and what it is about, without a name. */
  title: words(line(2, 60)),
  address: words(line(0, 80)).default(''),
  homeId: Id.optional(),
  matterId: Id.optional(),
  facts: Told,
  parties: z.array(PartyIn).min(2).max(40),
  care: z.array(z.enum(life.CARE)).max(life.CARE.length).default([]),
}

const LetterIn = z.strictObject({
  /** Of a petition its number alone. */
  no: words(line(1, 60)),
  on: Day,
  stage: z.enum(life.LETTER_STAGES).optional(),
  /** The day the letter names; where a court names none, its stage says how long. */
  replyBy: Day.optional(),
})

export const file = {
  kinds: {
    kind: 'query',
    summary: { zh: '纠纷类型和期限', en: 'Kinds of disputes and their limits' },
    input: z.strictObject({}),
    output: z.object({
      kinds: z.array(
        z.object({
          ...{ code: z.string(), zh: z.string(), en: z.string(), national: z.string(), identity: z.boolean() },
          ...{ days: z.number(), basis: z.string(), retired: z.boolean(), version: z.number() },
        }),
      ),
    }),
  },
  setKind: {
    kind: 'command',
    summary: { zh: '改一类纠纷的名称和期限', en: 'Word a kind of dispute and its limit' },
    input: z.strictObject({
      ...{ code: KindCode, zh: line(2, 30), en: line(2, 60), days: z.number().int().min(1).max(180) },
      ...{ basis: line(2, 120), retired: z.boolean().default(false), version: z.number().int().min(0) },
    }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  apply: {
    kind: 'command',
    summary: { zh: '登记一件纠纷', en: 'Register a dispute' },
    input: z.strictObject({
      ...Facts,
      requests: Told,
      source: z.enum(life.SOURCES).default('applied'),
      referredBy: z.enum(life.REFERRERS).optional(),
      /** The letter it came with, where there is one. */
      letter: LetterIn.optional(),
    }),
    output: Changed,
  },
  replyReferral: {
    kind: 'command',
    summary: { zh: '把结果函告移送单位', en: 'Tell the body that referred it what came of it' },
    input: z.strictObject({ id: Id, on: Day, words: Told }),
    output: Changed,
  },
  recordOnSpot: {
    kind: 'command',
    summary: { zh: '当场调成，记口头协议', en: 'Record a dispute settled on the spot' },
    input: z.strictObject({ ...Facts, terms: z.array(TermIn).min(1).max(20) }),
    output: Changed,
  },
  list: {
    kind: 'query',
    summary: { zh: '本辖区的调解案卷', en: 'Mediation files of an area' },
    input: z.strictObject({
      areaId: Id,
      show: z.enum(['open', 'closed', 'all']).default('open'),
      kind: KindCode.optional(),
    }),
    output: z.object({ mediations: z.array(Summary), more: z.boolean() }),
  },
  mine: {
    kind: 'query',
    summary: { zh: '我主持和参与的调解', en: 'Files that I mediate' },
    input: z.strictObject({}),
    output: z.object({
      mediations: z.array(Summary),
      /** Planned sessions of these files, today and in the seven days after it, the next first. */
      sessions: z.array(Session),
    }),
  },
  get: {
    kind: 'query',
    summary: { zh: '一件调解案卷', en: 'One mediation file' },
    input: OneMediation,
    output: Mediation,
  },
  reveal: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: { zh: '看当事人的姓名和电话（会记录）', en: 'See names and phones of the parties (recorded)' },
    input: OneMediation,
    output: z.object({ parties: z.array(z.object({ id: Id, name: z.string(), phone: z.string().nullable() })) }),
  },
  accept: {
    kind: 'command',
    summary: { zh: '受理并指定调解员', en: 'Take a dispute and name its mediators' },
    input: z.strictObject({
      id: Id,
      committeeId: Id,
      leadId: Id,
      withIds: z.array(Id).max(4).default([]),
      procedure: z.enum(life.PROCEDURES).default('people'),
    }),
    output: Changed.extend({ no: z.string(), dueOn: z.string() }),
  },
  appoint: {
    kind: 'command',
    summary: { zh: '换调解员（回避或当事人另选）', en: 'Name other mediators' },
    input: z.strictObject({
      ...{ id: Id, leadId: Id, withIds: z.array(Id).max(4).default([]) },
      why: z.enum(['avoidance', 'chosen', 'away']),
    }),
    output: Changed,
  },
  decline: {
    kind: 'command',
    summary: { zh: '不予受理，告知其他途径', en: 'Do not take it, and say where else' },
    input: z.strictObject({ id: Id, reason: z.enum(life.DECLINE_REASONS), routes: Routes, words: Told.optional() }),
    output: Changed,
  },
  consent: {
    kind: 'command',
    summary: { zh: '记一方是否同意调解', en: 'Record whether a party agrees to mediation' },
    input: z.strictObject({ id: Id, partyId: Id, consent: z.enum(['agreed', 'refused']) }),
    output: Changed,
  },
  addParty: {
    kind: 'command',
    summary: { zh: '加一方当事人、代表人或代理人', en: 'Add a party, a representative or an agent' },
    input: z.strictObject({
      id: Id,
      party: PartyIn,
      represents: Id.optional(),
      agentOf: Id.optional(),
      agentScope: z.enum(['general', 'special']).optional(),
    }),
    output: Changed.extend({ partyId: Id }),
  },
  tellRights: {
    kind: 'command',
    summary: { zh: '告知双方权利义务', en: 'Tell both sides their rights and duties' },
    input: z.strictObject({ id: Id, on: Day }),
    output: Changed,
  },
} as const
