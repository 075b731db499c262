// One legal adviser per community, law-savvy residents, and what an adviser did there.
import { z } from 'zod'
import { Day, Id, line, Version } from '#kernel/contract.ts'
import { SERVICES } from '../words.ts'

const Count = z.number().int()
const Place = { id: Id, name: z.string(), nameEn: z.string() }

/** Somebody who stands by an area with the law. */
const Post = z.object({
  id: Id,
  role: z.enum(['adviser', 'savvy']),
  ...{ name: z.string(), nameEn: z.string(), firm: z.string() },
  ...{ hoursZh: z.string(), hoursEn: z.string() },
  trainedOn: Day.nullable(),
  ...{ from: Day, to: Day },
  version: Count,
  can: z.array(z.string()),
})

export const adviserPromises = {
  advisers: {
    kind: 'query',
    summary: {
      zh: '社区法律顾问和法律明白人：哪里有，来过几次，哪里还缺',
      en: 'Legal advisers and law-savvy residents: where they are, how often they came, where they lack',
    },
    input: z.strictObject({ areaId: Id, from: Day, to: Day }),
    output: z.object({
      communities: z.array(
        z.object({
          ...Place,
          posts: z.array(Post),
          /** What its adviser did in these days. */
          ...{ services: Count, minutes: Count, came: Count },
          last: Day.nullable(),
        }),
      ),
      can: z.array(z.string()),
    }),
  },
  appointAdviser: {
    kind: 'command',
    summary: { zh: '聘请法律顾问，或认定法律明白人', en: 'Appoint a legal adviser, or name a law-savvy resident' },
    input: z.strictObject({
      areaId: Id,
      sitterId: Id,
      role: z.enum(['adviser', 'savvy']),
      ...{ from: Day, to: Day },
      /** When he can be reached, for residents. */
      ...{ hoursZh: line(0, 80).default(''), hoursEn: line(0, 120).default('') },
      trainedOn: Day.optional(),
    }),
    output: z.object({ id: Id }),
  },
  endAdviser: {
    kind: 'command',
    summary: { zh: '不再担任法律顾问、法律明白人', en: 'Stands by an area no longer' },
    input: z.strictObject({ id: Id, version: Version }),
    output: z.object({ id: Id }),
  },
  logService: {
    kind: 'command',
    summary: { zh: '记一次顾问服务', en: 'Record what an adviser did' },
    input: z.strictObject({
      id: Id,
      kind: z.enum(SERVICES),
      on: Day,
      minutes: Count.min(5).max(600),
      came: Count.min(0).max(5000),
    }),
    output: z.object({ id: Id }),
  },
} as const
