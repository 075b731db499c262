// What the kin module promises: a worker declares his relatives and household, and what they bring in is opened by another.
import { z } from 'zod'
import { contract, Id, line, personal } from '#kernel/contract.ts'

/** Whoever declares, and whoever reads it, comes himself. */
const IN_PERSON = {
  zh: '亲属申报只由本人看、本人改；隐私官本人看。',
  en: 'A declaration is for whoever made it and for the privacy officer, in person.',
} as const

export const TIES = ['household', 'relative'] as const

const Phone = z
  .string()
  .trim()
  .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)

const Entry = z.object({
  id: Id,
  tie: z.enum(TIES),
  name: z.string(),
  phone: z.string(),
  homeId: Id.nullable(),
  address: z.string(),
  madeAt: z.string(),
  endedAt: z.string().nullable(),
})

export const kin = contract('kin', {
  mine: {
    inPerson: IN_PERSON,
    kind: 'query',
    summary: { zh: '我申报的亲属和住处', en: 'Relatives and home that I have declared' },
    input: z.strictObject({}),
    output: z.object({ entries: z.array(Entry) }),
    discloses: true,
  },
  declare: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '申报亲属或自己住的房屋，用于回避', en: 'Declare a relative or one’s own home, for avoidance' },
    input: z.strictObject({
      tie: z.enum(TIES),
      name: personal('kin.declared', line(0, 40)).default(''),
      phone: personal('kin.declared', Phone).optional(),
      homeId: personal('kin.home', Id).optional(),
    }),
    /** How many things are opened by another from now on. */
    output: z.object({ id: Id, found: z.number() }),
  },
  end: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '撤回一项申报', en: 'Take a declaration back' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
  },
  list: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: { zh: '一名工作人员的申报', en: 'What a worker has declared' },
    input: z.strictObject({ accountId: Id }),
    output: z.object({ entries: z.array(Entry) }),
  },
  attempts: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: { zh: '谁想打开自己该回避的事', en: 'Who asked for what another has to open' },
    input: z.strictObject({}),
    output: z.object({
      attempts: z.array(
        z.object({ id: Id, accountName: z.string(), subjectId: Id, operation: z.string(), at: z.string() }),
      ),
    }),
  },
  gather: {
    kind: 'command',
    summary: { zh: '找出一项申报要回避的事', en: 'Find what a declaration bars' },
    input: z.strictObject({ id: Id }),
    output: z.object({ found: z.number() }),
  },
  attempted: {
    kind: 'command',
    summary: { zh: '记下一次该回避的打开', en: 'Note that somebody asked for what another has to open' },
    input: z.strictObject({ accountId: Id, subjectId: Id, operation: z.string().max(60) }),
    output: z.object({}),
  },
  look: {
    kind: 'command',
    summary: { zh: '新登记的纠纷里有没有要回避的', en: 'Find from whom a dispute just recorded is barred' },
    input: z.strictObject({ id: Id }),
    /** Whoever settles one on the spot has to know. */
    output: z.object({ accounts: z.array(Id) }),
  },
})
