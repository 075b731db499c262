// What the retention module promises: rules, holds, lists of files to destroy, and the daily look that ends what is due.
import { z } from 'zod'
import { contract, Day, Id, line, prose, Version, words } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'

export const FROM = ['made', 'closed', 'post ended', 'account ended', 'used'] as const
/** Thirty years: the longest term of an office's files short of for good. */
export const MOST_DAYS = 10_950

const Purpose = z.string().regex(/^[a-zA-Z0-9]{2,20}\.[a-zA-Z]{2,30}$/)
const DocumentNo = line(3, 60)
const Why = words(prose(4, 500))
const Page = z.string().max(80)

const BY_HAND: Text = {
  zh: '销毁和解除保全要本人签字。',
  en: 'ending for good and lifting a hold are signed by a person.',
}

export const Rule = z.object({
  purpose: z.string(),
  zh: z.string(),
  en: z.string(),
  basis: z.string(),
  from: z.enum(FROM),
  /** As it counts today. */
  days: z.number(),
  usual: z.number(),
  least: z.number(),
  nextDays: z.number().nullable(),
  nextFrom: z.string().nullable(),
  documentNo: z.string(),
  /** Personal fields that it ends. */
  fields: z.array(z.string()),
  signed: z.boolean(),
  /** As of the last look. */
  due: z.number(),
  held: z.number(),
  ended: z.number(),
  lookedAt: z.string().nullable(),
  version: z.number(),
})

export const Hold = z.object({
  id: Id,
  /** '' for every purpose. */
  purpose: z.string(),
  areaId: Id,
  areaName: z.string(),
  rows: z.number(),
  why: z.string(),
  documentNo: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  state: z.enum(['holding', 'lifting', 'lifted']),
  madeBy: z.string(),
  liftBy: z.string(),
  liftWhy: z.string(),
  liftedBy: z.string(),
  version: z.number(),
  can: z.array(z.string()),
})

export const DESTRUCTION_STATES = ['drawn', 'signed', 'witnessed', 'destroyed', 'kept'] as const

export const Destruction = z.object({
  id: Id,
  purpose: z.string(),
  zh: z.string(),
  en: z.string(),
  areaName: z.string(),
  month: z.string(),
  rows: z.number(),
  state: z.enum(DESTRUCTION_STATES),
  signedBy: z.string(),
  signedAt: z.string().nullable(),
  witnessedBy: z.string(),
  witnessedAt: z.string().nullable(),
  destroyedAt: z.string().nullable(),
  keptWhy: z.string(),
  version: z.number(),
  can: z.array(z.string()),
})

const Named = z.strictObject({ id: Id, version: Version })
const Done = z.object({ version: z.number() })

export const retention = contract('retention', {
  rules: {
    kind: 'query',
    summary: { zh: '留存期限', en: 'How long what is kept' },
    input: z.strictObject({}),
    output: z.object({ rules: z.array(Rule), can: z.array(z.string()) }),
  },
  setRule: {
    kind: 'command',
    summary: { zh: '改一项留存期限（第二天起算）', en: 'Change a term; it counts from the next day on' },
    inPerson: BY_HAND,
    input: z.strictObject({
      purpose: Purpose,
      days: z.number().int().min(0).max(MOST_DAYS),
      documentNo: DocumentNo,
      version: Version,
    }),
    output: z.object({ from: z.string(), version: z.number() }),
  },
  holds: {
    kind: 'query',
    summary: { zh: '保全', en: 'Legal holds' },
    input: z.strictObject({ lifted: z.boolean().default(false) }),
    output: z.object({ holds: z.array(Hold), can: z.array(z.string()) }),
  },
  hold: {
    kind: 'command',
    summary: { zh: '保全：到期也不销毁', en: 'Hold: nothing of it ends' },
    input: z.strictObject({
      areaId: Id,
      /** Undefined: of every purpose. */
      purpose: Purpose.optional(),
      /** These rows alone; of all in the area when empty. */
      rowIds: z.array(Id).max(200).default([]),
      why: Why,
      documentNo: DocumentNo,
      to: Day.optional(),
    }),
    output: z.object({ id: Id }),
  },
  askLift: {
    kind: 'command',
    summary: { zh: '申请解除保全', en: 'Ask that a hold be lifted' },
    input: Named.extend({ why: Why }),
    output: Done,
  },
  lift: {
    kind: 'command',
    summary: { zh: '解除保全（另一人）', en: 'Lift a hold that somebody else asked to lift' },
    inPerson: BY_HAND,
    input: Named,
    output: Done,
  },
  destructions: {
    kind: 'query',
    summary: { zh: '销毁清册', en: 'Lists of files to destroy' },
    input: z.strictObject({}),
    output: z.object({ destructions: z.array(Destruction) }),
  },
  destruction: {
    kind: 'query',
    summary: { zh: '一份销毁清册里有什么', en: 'What stands on a list' },
    input: z.strictObject({ id: Id, after: Id.optional() }),
    output: Destruction.extend({
      lines: z.array(z.object({ id: Id, no: z.string(), since: z.string().nullable(), ended: z.boolean() })),
      next: Id.nullable(),
    }),
  },
  sign: {
    kind: 'command',
    summary: { zh: '签字同意销毁', en: 'Sign a list' },
    inPerson: BY_HAND,
    input: Named,
    output: Done,
  },
  witness: {
    kind: 'command',
    summary: { zh: '监销：另一人签字，随后销毁', en: 'Witness a signed list; it is destroyed then' },
    inPerson: BY_HAND,
    input: Named,
    output: Done,
  },
  keep: {
    kind: 'command',
    summary: { zh: '这份清册不销毁', en: 'Do not destroy what is on a list' },
    inPerson: BY_HAND,
    input: Named.extend({ why: Why }),
    output: Done,
  },
  begin: {
    kind: 'command',
    summary: { zh: '开始每天的清理', en: 'Begin the daily look' },
    input: z.strictObject({
      /** Although the last look was long ago by this clock. */
      despite: z.boolean().default(false),
    }),
    output: z.object({ month: z.string() }),
  },
  settle: {
    kind: 'command',
    summary: { zh: '到期月已知的，换用当月的密钥', en: 'Seal under the key of its month what is known to end in it' },
    input: z.strictObject({ purpose: Purpose, after: Page }),
    output: z.object({ sealed: z.number(), after: Page.nullable() }),
  },
  endDue: {
    kind: 'command',
    summary: { zh: '销毁到期的', en: 'End what is due' },
    input: z.strictObject({ purpose: Purpose, after: Page }),
    output: z.object({ ended: z.number(), held: z.number(), after: Page.nullable() }),
  },
  draw: {
    kind: 'command',
    summary: { zh: '编制当月的销毁清册', en: 'Draw up the lists of this month' },
    input: z.strictObject({ purpose: Purpose }),
    output: z.object({ drawn: z.number(), due: z.number(), held: z.number() }),
  },
  endSigned: {
    kind: 'command',
    summary: { zh: '销毁监销过的清册', en: 'End what is on a witnessed list' },
    input: z.strictObject({ id: Id }),
    output: z.object({ ended: z.number(), more: z.boolean() }),
  },
  closeMonth: {
    kind: 'command',
    summary: { zh: '销毁过去月份的密钥', en: 'Destroy the key of a month that is over' },
    input: z.strictObject({ purpose: Purpose, month: z.string().regex(/^\d{4}-\d{2}$/), after: Page }),
    output: z.object({ resealed: z.number(), after: Page.nullable() }),
  },
  looked: {
    kind: 'command',
    summary: { zh: '记下清理的结果', en: 'Note what the look found' },
    input: z.strictObject({
      counts: z.array(
        z.strictObject({
          purpose: Purpose,
          due: z.number().int().min(0),
          held: z.number().int().min(0),
          ended: z.number().int().min(0),
        }),
      ),
    }),
    output: z.object({}),
  },
})
