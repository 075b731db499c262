// What the register promises about looking: one person in full for a reason, who looked, and looks unlike a day's work.
import { z } from 'zod'
import { Id, Instant, secret, Version } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'

const BEFORE_EYES: Text = {
  zh: '看一个人的全文，要本人登录当面看',
  en: 'a person’s entry in full is looked at by the one who signed in',
}

export const RevealField = z.enum(['name', 'phone', 'birth', 'homePlace', 'need', 'number'])
const Value = z.object({ field: RevealField, value: z.string() })
/** An open matter of the building that the asker handles, a running visit of his to the home, an open request to correct. */
export const RevealFor = z.strictObject({ kind: z.enum(['matter', 'visit', 'correction']), id: Id })

const LookWay = z.enum(['unmask', 'export', 'slip'])
const LookPurpose = z.enum(['matter', 'visit', 'correction', 'merge', 'export', 'slip', 'mediation'])
const LimitKind = z.enum(['households', 'numbers', 'files'])
const CountedRole = z.enum(['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff', 'district_staff'])
const Limit = z.object({ role: CountedRole, kind: LimitKind, most: z.number(), version: z.number() })

/** One disclosure as the person himself is told of it: never who, always from where, as what and for what. */
export const Look = z.object({
  at: Instant,
  office: z.string(),
  officeEn: z.string(),
  role: z.string(),
  way: LookWay,
  purpose: LookPurpose,
  fields: z.array(z.string()),
})

const Slip = secret(z.string().trim().min(8).max(40))
const LookedAt = z.object({
  /** Newest first. */
  looks: z.array(Look),
  /** Looks that are shown later, since somebody who reported is shielded until then. */
  later: z.number(),
  /** There are older ones than these. */
  more: z.boolean(),
})

export const revealPromises = {
  reveal: {
    inPerson: BEFORE_EYES,
    kind: 'query',
    discloses: true,
    summary: {
      zh: '看一个人的全文（会记录，本人查得到）',
      en: 'See one entry in full (recorded, and the person can see it)',
    },
    input: z.strictObject({ id: Id, fields: z.array(RevealField).min(1).max(6), for: RevealFor }),
    output: z.object({
      values: z.array(Value),
      /** Households that may still be opened today. */
      left: z.number(),
    }),
  },
  compareOffer: {
    inPerson: BEFORE_EYES,
    kind: 'query',
    discloses: true,
    summary: {
      zh: '并排看两份登记的全文，好判断是不是同一个人（会记录，本人查得到）',
      en: 'See two entries in full, side by side, to tell whether they are one person (recorded, and he can see it)',
    },
    /** Of an import's offer. */
    input: z.strictObject({ id: Id, fields: z.array(RevealField).min(1).max(6) }),
    output: z.object({ there: z.array(Value), sent: z.array(Value), left: z.number() }),
  },
  reasons: {
    kind: 'query',
    summary: { zh: '现在可以凭哪件事看这个人', en: 'For what this person may be looked at now' },
    input: z.strictObject({ id: Id }),
    output: z.object({
      reasons: z.array(
        z.object({ kind: z.enum(['matter', 'visit', 'correction']), id: Id, no: z.string(), title: z.string() }),
      ),
      left: z.number(),
    }),
  },
  looks: {
    kind: 'query',
    summary: { zh: '两周里和平常不一样的查看', en: 'Looks of two weeks that are unlike a usual day' },
    input: z.strictObject({}),
    output: z.object({
      looks: z.array(
        z.object({
          accountId: Id,
          name: z.string(),
          office: z.string(),
          officeEn: z.string(),
          role: z.string(),
          reasons: z.array(z.enum(['stopped', 'many', 'beyond'])),
          days: z.array(
            z.object({ day: z.string(), households: z.number(), purposes: z.number(), beyond: z.number() }),
          ),
        }),
      ),
      /** Of how many accounts that looked at all. */
      accounts: z.number(),
      households: z.number(),
      from: z.string(),
      to: z.string(),
      limits: z.array(Limit),
      can: z.array(z.string()),
    }),
  },
  setLimit: {
    kind: 'command',
    summary: {
      zh: '设定一天可以看多少户、查多少个号码、试读多少次表格',
      en: 'Set how many households, numbers or files a day',
    },
    input: z.strictObject({
      role: CountedRole,
      kind: LimitKind,
      most: z.number().int().min(0).max(1000),
      version: Version,
    }),
    output: Limit,
  },
  lookedAt: {
    kind: 'query',
    summary: { zh: '凭查询条看谁查看过自己的信息', en: 'Who looked at one’s own data, by a slip from the desk' },
    input: z.strictObject({ slip: Slip }),
    output: LookedAt,
  },
  looksOf: {
    kind: 'query',
    summary: { zh: '一个人的信息被查看的记录', en: 'The looks at one person’s data' },
    input: z.strictObject({ id: Id }),
    output: LookedAt,
  },
} as const
