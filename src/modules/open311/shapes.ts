// The shapes of what strangers are shown: texts in both languages, so that one answer serves every reader.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract.ts'

const Both = z.object({ zh: z.string(), en: z.string() })

export const DATATYPES = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const

export const Service = z.object({
  code: z.string(),
  name: Both,
  hint: Both,
  family: z.string(),
  words: z.array(z.string()),
})

export const Attribute = z.object({
  code: z.string(),
  datatype: z.enum(DATATYPES),
  required: z.boolean(),
  asks: Both,
  help: Both,
  values: z.array(z.object({ key: z.string(), name: Both })),
})

/** A question as its administrator keeps it; `kind` is '' where it is asked of every kind. */
export const Question = z.object({
  id: Id,
  kind: z.string(),
  code: z.string(),
  datatype: z.enum(DATATYPES),
  required: z.boolean(),
  asksZh: z.string(),
  asksEn: z.string(),
  helpZh: z.string(),
  helpEn: z.string(),
  choices: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
  sort: z.number(),
  retired: z.boolean(),
  version: z.number(),
})

/** A public matter. There is no field here for words, names, numbers or pictures. */
export const Request = z.object({
  no: z.string(),
  state: z.string(),
  stateName: Both,
  inHand: z.boolean(),
  kind: z.string(),
  kindName: Both,
  /** All that is said of what it is. */
  line: Both,
  agency: Both.nullable(),
  into: z.string().nullable(),
  limitMinutes: z.number(),
  counting: z.enum(['work', 'always']),
  reportedAt: Instant,
  changedAt: Instant,
  /** The step of the last change, where changes were asked for. */
  changedBy: Id.nullable(),
  dueAt: Instant.nullable(),
  addressId: Id.nullable(),
  /** From the smallest to the largest. */
  address: z.array(Both),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
})

export const Update = z.object({
  id: Id,
  no: z.string(),
  state: z.string(),
  stateName: Both,
  inHand: z.boolean(),
  at: Instant,
})

export const Key = z.object({
  id: Id,
  owner: z.string(),
  contact: z.string(),
  demo: z.boolean(),
  madeAt: Instant,
  endsAt: Instant,
  endedAt: Instant.nullable(),
})
