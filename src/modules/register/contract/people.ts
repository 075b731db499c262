// What the register promises about people: masked lists and entries.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { Relocation } from './relocation.ts'

export const PersonClass = z.enum(['registered', 'floating'])
export const PersonState = z.enum(['here', 'left', 'died', 'merged'])
/** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not said. */
export const Sex = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(9)])
/** GB/T 4761, two digits: 02 the head, 10–12 a spouse, 20–39 children …; '' when nobody said. */
export const Relation = z.string().regex(/^(\d{2})?$/)

/** Full years from and to, both included. */
export const BANDS = {
  '0-2': [0, 2],
  '3-5': [3, 5],
  '6-17': [6, 17],
  '18-59': [18, 59],
  '60-79': [60, 79],
  '80+': [80, 150],
} as const
export const Band = z.enum(Object.keys(BANDS) as [keyof typeof BANDS, ...(keyof typeof BANDS)[]])

export const Person = z.object({
  id: Id,
  class: PersonClass,
  /** 张** */
  name: z.string(),
  /** 138****1234, or nothing. */
  phone: z.string(),
  birthYear: z.number().nullable(),
  sex: Sex,
  relation: z.string(),
  homeId: Id.nullable(),
  address: z.string(),
  householdId: Id.nullable(),
  gridId: Id,
  /** 人户一致: whether he lives where he is registered; null when nobody said. */
  livesHere: z.boolean().nullable(),
  state: PersonState,
  /** Day of the last move of his life: came, left, died. */
  since: z.string().nullable(),
  /** Who said so: `visit`, `desk`, `import`, … and the day to which it speaks. */
  source: z.string(),
  asOf: z.string(),
  version: z.number(),
})

const PersonFull = Person.extend({
  /** Which of the hidden fields are filled. */
  has: z.object({
    phone: z.boolean(),
    birth: z.boolean(),
    homePlace: z.boolean(),
    need: z.boolean(),
    number: z.boolean(),
  }),
  household: z.array(Person),
  mergedInto: Id.nullable(),
  /** He is told to move to another community, which has not confirmed it. */
  relocating: Relocation.nullable(),
  /** Days on which earlier entries began and ended, the newest first. */
  days: z.array(z.object({ from: z.string(), to: z.string() })),
  can: z.array(z.string()),
})

export const peoplePromises = {
  people: {
    kind: 'query',
    summary: { zh: '一个区域里的人，打码', en: 'People of an area, masked' },
    input: z.strictObject({
      areaId: Id,
      /** Only those of this compound, as far as it lies in the area. */
      compoundId: Id.optional(),
      class: PersonClass.optional(),
      state: PersonState.default('here'),
      band: Band.optional(),
      after: z
        .string()
        .regex(/^\d{1,16}\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
        .optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ people: z.array(Person), next: z.string().nullable(), can: z.array(z.string()) }),
  },
  person: {
    kind: 'query',
    summary: { zh: '一个人的登记，打码', en: 'One entry, masked' },
    input: z.strictObject({ id: Id }),
    output: PersonFull,
  },
} as const
