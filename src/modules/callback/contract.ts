// What the callback module promises: which hosts may be called, who is called for what, what was sent, and sending it again.
import { z } from 'zod'
import { contract, Id, Instant, line, personal, Version } from '#kernel/contract.ts'
import { CALL_FAULTS } from '#kernel/sending/call-fault.ts'
import type { Text } from '#kernel/words.ts'

export const RECEIVER_STATES = ['on', 'paused', 'off', 'ended'] as const
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed', 'parked'] as const
/** `notAllowed`: its host was taken off the list. `restored`: it waited before a restore. */
export const FAULTS = [...CALL_FAULTS, 'notAllowed', 'restored'] as const

const Owner = {
  owner: personal('callback.owner', line(2, 80)),
  contact: personal('callback.owner', line(2, 120)),
}
const Wanted = {
  ...Owner,
  url: z.url({ protocol: /^https?$/ }).max(500),
  lang: z.enum(['zh', 'en']),
  events: z.array(z.string().max(40)).min(1).max(40),
}

const Host = z.object({
  id: Id,
  host: z.string(),
  port: z.number(),
  inside: z.boolean(),
  reason: z.string(),
  madeAt: Instant,
})

const Receiver = z.object({
  id: Id,
  ...{
    owner: z.string(),
    contact: z.string(),
    url: z.string(),
    lang: z.enum(['zh', 'en']),
    events: z.array(z.string()),
  },
  state: z.enum(RECEIVER_STATES),
  /** Its host is on the list now. */
  allowed: z.boolean(),
  failures: z.number(),
  failingSince: Instant.nullable(),
  lastSentAt: Instant.nullable(),
  /** Until then the old secret signs besides. */
  oldUntil: Instant.nullable(),
  waiting: z.number(),
  parked: z.number(),
  madeAt: Instant,
  version: z.number(),
})

const Delivery = z.object({
  id: Id,
  receiver: Id,
  no: z.string().nullable(),
  event: z.string(),
  at: Instant,
  state: z.enum(DELIVERY_STATES),
  tries: z.number(),
  nextAt: Instant.nullable(),
  status: z.number().nullable(),
  fault: z.enum(FAULTS).nullable(),
  changedAt: Instant,
})

const Try = z.object({
  no: z.number(),
  at: Instant,
  endedAt: Instant.nullable(),
  result: z.enum(['unknown', 'sent', 'failed']),
  status: z.number().nullable(),
  fault: z.enum(FAULTS).nullable(),
  answer: z.string().nullable(),
})

const Done = z.object({ done: z.literal(true) })

/** Why no program does this in somebody's name. */
const WAYS_OUT: Text = {
  zh: '决定什么告诉外面，要本人来定',
  en: 'decides what is told to the outside; only in person',
}

export const callback = contract('callback', {
  receivers: {
    kind: 'query',
    summary: {
      zh: '回调：通知哪些系统、可以去哪些主机',
      en: 'Callbacks: whom they go to, and which hosts they may reach',
    },
    input: z.strictObject({}),
    output: z.object({
      receivers: z.array(Receiver),
      hosts: z.array(Host),
      events: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
      /** Nothing is sent: this system was restored and not released. */
      isolated: z.boolean(),
      can: z.array(z.string()),
    }),
  },
  add: {
    inPerson: WAYS_OUT,
    kind: 'command',
    forgets: true,
    summary: { zh: '加一个回调地址', en: 'Add an address to be called' },
    input: z.strictObject(Wanted),
    output: z.object({ id: Id, secret: z.string() }),
  },
  change: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '改回调地址', en: 'Change an address that is called' },
    input: z.strictObject({ id: Id, version: Version, ...Wanted }),
    output: Done,
  },
  renew: {
    inPerson: WAYS_OUT,
    kind: 'command',
    forgets: true,
    summary: { zh: '换回调的签名密钥', en: 'Give an address a new secret' },
    input: z.strictObject({ id: Id }),
    output: z.object({ secret: z.string(), oldUntil: Instant }),
  },
  pause: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '暂停回调', en: 'Pause an address' },
    input: z.strictObject({ id: Id }),
    output: Done,
  },
  resume: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '重新打开回调', en: 'Call an address again' },
    input: z.strictObject({ id: Id }),
    output: Done,
  },
  end: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '撤销回调地址', en: 'End an address for good' },
    input: z.strictObject({ id: Id }),
    output: Done,
  },
  test: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '试发一次回调', en: 'Send a trial call' },
    input: z.strictObject({ id: Id }),
    output: z.object({ delivery: Id }),
  },
  deliveries: {
    kind: 'query',
    summary: { zh: '回调的发送记录', en: 'What was sent to an address' },
    input: z.strictObject({
      receiver: Id,
      state: z.enum(['open', 'sent', 'parked']).optional(),
      after: Id.optional(),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.object({ deliveries: z.array(Delivery), next: Id.nullable() }),
  },
  delivery: {
    kind: 'query',
    summary: { zh: '一次回调的内容和每次尝试', en: 'One call: what it says, and every try' },
    input: z.strictObject({ id: Id }),
    output: Delivery.extend({ body: z.string(), log: z.array(Try), can: z.array(z.string()) }),
  },
  replay: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '重发一次回调', en: 'Send a call again' },
    input: z.strictObject({ id: Id }),
    output: Done,
  },
  replayFailed: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '把某时以来没送到的都重发', en: 'Send again all that failed since an instant' },
    input: z.strictObject({ receiver: Id, since: Instant }),
    output: z.object({ count: z.number() }),
  },
  allowHost: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '允许回调去一个主机', en: 'Let callbacks reach a host' },
    input: z.strictObject({
      host: line(1, 253),
      port: z.number().int().min(1).max(65_535).default(443),
      inside: z.boolean().default(false),
      reason: line(2, 120),
    }),
    output: z.object({ id: Id }),
  },
  endHost: {
    inPerson: WAYS_OUT,
    kind: 'command',
    summary: { zh: '不再允许回调去一个主机', en: 'Take a host off the list' },
    input: z.strictObject({ id: Id }),
    output: Done,
  },
})
