// The means ledger: what each area has to work with, so that a rollout can be followed.
import { z } from 'zod'
import { Day, Id, line, Version } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'

const Level = z.enum(['subdistrict', 'community'])

export const meansPromises = {
  means: {
    kind: 'query',
    summary: { zh: '保障台账：一级区域各有什么', en: 'Means ledger: what the areas of a level have' },
    /** `retired`: kinds that can no longer be noted, too. */
    input: z.strictObject({
      areaId: Id.optional(),
      level: Level.default('community'),
      retired: z.boolean().default(false),
    }),
    output: z.object({
      kinds: z.array(
        z.object({
          code: z.string(),
          zh: z.string(),
          en: z.string(),
          unitZh: z.string(),
          unitEn: z.string(),
          expected: z.boolean(),
          /** Small numbers stand first. */
          sort: z.number(),
          retired: z.boolean(),
          version: z.number(),
        }),
      ),
      /** Kinds of rooms that belong to the level. */
      rooms: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), expected: z.boolean() })),
      areas: z.array(
        z.object({
          id: Id,
          name: z.string(),
          nameEn: z.string(),
          path: z.string(),
          /** In the order of `kinds`; `null`: nothing noted yet. */
          amounts: z.array(z.object({ amount: z.number(), asOf: z.string(), by: z.string() }).nullable()),
          /** In the order of `rooms`. */
          has: z.array(z.number()),
          can: z.array(z.string()),
        }),
      ),
    }),
  },
  meansOf: {
    kind: 'query',
    summary: { zh: '一个区域一项保障的历次登记', en: 'How one of the means of an area grew' },
    input: z.strictObject({ areaId: Id, kind: line(1, 30) }),
    output: z.object({ notes: z.array(z.object({ amount: z.number(), asOf: z.string(), by: z.string() })) }),
  },
  noteMeans: {
    kind: 'command',
    summary: { zh: '登记保障数量', en: 'Note an amount' },
    input: z.strictObject({
      areaId: Id,
      kind: line(1, 30),
      amount: z.number().min(0).max(1e12),
      asOf: Day.optional(),
    }),
    output: z.object({ areaId: Id, amount: z.number(), asOf: z.string() }),
  },
  setMeansKind: {
    kind: 'command',
    summary: { zh: '新增或修改保障项目', en: 'Add or change a kind of means' },
    input: z.strictObject({
      code: z.string().regex(/^[a-z_]{2,30}$/),
      zh: kindName(40),
      en: kindName(80),
      unitZh: kindName(10),
      /** Empty for plain counts. */
      unitEn: z.union([z.literal(''), kindName(20)]),
      expected: z.boolean(),
      sort: z.number().int().min(-10_000).max(10_000),
      retired: z.boolean().default(false),
      /** As it was read; 0 for a new one. */
      version: Version.default(0),
    }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
} as const
