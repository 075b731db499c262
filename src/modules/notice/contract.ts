// What the notice module promises: one's inbox and wishes, the kinds of notices, and what leaves by SMS and e-mail.
import { z } from 'zod'
import { contract, Id, Instant, line, personal } from '#kernel/contract.ts'
import { Cursor } from '#kernel/cursor.ts'
import { SEND_FAULTS } from '#kernel/sending/send-problem.ts'

export const Channel = z.enum(['inbox', 'sms', 'email'])
export const OutState = z.enum(['waiting', 'sending', 'sent', 'failed', 'given_up'])
/** Why a message is not sent. `restored`: it waited in a backup, and the system it came from may have sent it. `unknown`: twice begun and never answered. `withdrawn`: its receiver took his number back. `overtaken`: he had acted before it left. `unreadable`: its seal is broken. */
export const OutFault = z.enum([...SEND_FAULTS, 'unknown', 'withdrawn', 'overtaken', 'unreadable', 'restored'])

const Both = z.strictObject({ zh: line(1, 80), en: line(0, 160) })
/**
 * What a template has places for. Numbers, instants, names of kinds and of areas: nothing here has room for what
 * somebody wrote, or for who he is.
 */
export const Values = z.strictObject({
  no: z
    .string()
    .regex(/^[A-Z]{1,4}-\d{4}-\d{3,8}$/)
    .optional(),
  kind: Both.optional(),
  area: Both.optional(),
  at: Instant.optional(),
  count: z.number().int().min(0).optional(),
})
/** What a notice leads to: `{ kind: 'matter', id }`. */
export const About = z.strictObject({ kind: z.string().regex(/^[a-z]{2,20}$/), id: Id })
export const KindCode = z.string().regex(/^[a-z]{2,20}(\.[a-zA-Z]{2,30})?$/)

/** Minutes after local midnight. */
const Minute = z.number().int().min(0).max(1439)
const Told = z.object({
  id: Id,
  kind: z.string(),
  urgent: z.boolean(),
  title: z.string(),
  body: z.string(),
  /** How often it was said while it was unread. */
  count: z.number(),
  saidAt: z.string(),
  read: z.boolean(),
  about: About,
})

export const Wishes = z.object({
  digestAt: z.number().nullable(),
  digestEmail: z.boolean(),
  quiet: z.enum(['usual', 'own', 'none']),
  quietFrom: z.number().nullable(),
  quietTo: z.number().nullable(),
  /** Masked: j***@example.org. */
  email: z.string().nullable(),
  version: z.number(),
})
export const Rule = z.object({ quietFrom: z.number(), quietTo: z.number(), digestAt: z.number(), version: z.number() })

export const Kind = z.object({
  code: z.string(),
  /** Whether people at work get it, whoever reported, or somebody who looks at his own entry. */
  to: z.enum(['staff', 'reporter', 'resident']),
  nameZh: z.string(),
  nameEn: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  bodyZh: z.string(),
  bodyEn: z.string(),
  smsZh: z.string(),
  smsEn: z.string(),
  urgent: z.boolean(),
  channels: z.array(Channel),
  version: z.number(),
})

const Out = z.object({
  id: Id,
  channel: z.enum(['sms', 'email']),
  kind: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  state: OutState,
  toKind: z.enum(['account', 'reporter', 'resident']),
  /** Masked: 138****1234. Null once it was erased. */
  to: z.string().nullable(),
  tries: z.number(),
  nextAt: z.string().nullable(),
  madeAt: z.string(),
  changedAt: z.string(),
  error: OutFault.nullable(),
  provider: z.string().nullable(),
  can: z.array(z.string()),
})

export const notice = contract('notice', {
  inbox: {
    kind: 'query',
    summary: { zh: '我的消息', en: 'My notices' },
    input: z.strictObject({
      unread: z.boolean().default(false),
      limit: z.number().int().min(1).max(100).default(30),
      after: Cursor.optional(),
    }),
    output: z.object({
      unread: z.number(),
      urgent: z.number(),
      notices: z.array(Told.extend({ items: z.array(Told) })),
      next: z.string().nullable(),
      now: z.string(),
    }),
  },
  unread: {
    kind: 'query',
    summary: { zh: '有几条没看', en: 'How many are unread' },
    input: z.strictObject({}),
    output: z.object({ unread: z.number(), urgent: z.number() }),
  },
  read: {
    kind: 'command',
    summary: { zh: '看过了：一条，或者到某时为止的全部', en: 'Read: one, or all up to an instant' },
    input: z.union([z.strictObject({ id: Id }), z.strictObject({ until: Instant })]),
    output: z.object({ read: z.number() }),
  },
  wishes: {
    kind: 'query',
    summary: { zh: '我想怎样收消息', en: 'How I wish to be told' },
    input: z.strictObject({}),
    output: z.object({ wishes: Wishes, rule: Rule }),
  },
  setWishes: {
    kind: 'command',
    summary: { zh: '设定我怎样收消息', en: 'Set how I wish to be told' },
    input: z.strictObject({
      version: z.number().int().min(0),
      digestAt: Minute.nullable(),
      digestEmail: z.boolean(),
      quiet: z.enum(['usual', 'own', 'none']),
      quietFrom: Minute.nullable(),
      quietTo: Minute.nullable(),
      /** Left out: the address stays as it is. Null: it is deleted. */
      email: personal('notice.email', z.email().max(120)).nullable().optional(),
    }),
    output: Wishes,
  },
  kinds: {
    kind: 'query',
    summary: { zh: '消息类别和安静时段', en: 'Kinds of notices and quiet hours' },
    input: z.strictObject({}),
    output: z.object({ kinds: z.array(Kind), rule: Rule, can: z.array(z.string()) }),
  },
  setKind: {
    kind: 'command',
    summary: { zh: '修改一类消息', en: 'Change a kind of notice' },
    input: z.strictObject({
      code: KindCode,
      /** 0 for one that was never changed. */
      version: z.number().int().min(0),
      titleZh: line(2, 60),
      titleEn: line(2, 120),
      bodyZh: line(0, 120),
      bodyEn: line(0, 240),
      smsZh: line(0, 140).default(''),
      smsEn: line(0, 280).default(''),
      urgent: z.boolean(),
      channels: z.array(Channel).min(1).max(3),
    }),
    output: Kind,
  },
  setRule: {
    kind: 'command',
    summary: { zh: '设定安静时段和每日汇总时间', en: 'Set quiet hours and the time of the digest' },
    input: z.strictObject({ version: z.number().int().min(0), quietFrom: Minute, quietTo: Minute, digestAt: Minute }),
    output: Rule,
  },
  outbox: {
    kind: 'query',
    summary: { zh: '短信和邮件：发到哪一步', en: 'SMS and e-mail: how far each has come' },
    input: z.strictObject({
      state: OutState.optional(),
      limit: z.number().int().min(1).max(100).default(50),
      after: Cursor.optional(),
    }),
    output: z.object({
      messages: z.array(Out),
      counts: z.record(OutState, z.number()),
      next: z.string().nullable(),
      now: z.string(),
    }),
  },
  again: {
    kind: 'command',
    summary: { zh: '再发一次', en: 'Send again' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id, state: OutState, version: z.number() }),
  },
  demoPhone: {
    kind: 'query',
    summary: { zh: '（仅演示）演示人物收到的短信和邮件', en: '(demo only) SMS and mail sent to people of the demo' },
    input: z.strictObject({}),
    output: z.object({
      messages: z.array(
        z.object({
          id: Id,
          channel: z.enum(['sms', 'email']),
          to: z.string(),
          subject: z.string(),
          text: z.string(),
          sentAt: z.string(),
        }),
      ),
    }),
  },
})
