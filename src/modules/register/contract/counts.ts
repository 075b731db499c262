// What the register promises about figures: how many of which class, and how many came and went.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'

const Counted = z.enum(['registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school', 'property'])

export const countPromises = {
  counts: {
    kind: 'query',
    summary: { zh: '一个区域的人口、房屋、单位数', en: 'How many people, homes and organisations an area has' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({
      /** `null`: fewer than five, for whoever may not see people, or what would tell such a figure by subtraction. */
      counts: z.array(z.object({ class: Counted, n: z.number().nullable() })),
      /** Comings and goings since `movedFrom`; they name nobody. */
      moved: z.array(
        z.object({
          way: z.enum(['in', 'out']),
          cause: z.enum(['born', 'came', 'within', 'left', 'died']),
          n: z.number().nullable(),
        }),
      ),
      movedFrom: z.string(),
    }),
  },
  recount: {
    kind: 'command',
    summary: { zh: '核对各网格的数', en: 'Compare the kept counts with the rows' },
    input: z.strictObject({ mend: z.boolean().default(false) }),
    output: z.object({
      faults: z.array(z.object({ gridId: Id, class: Counted, kept: z.number(), real: z.number() })),
      mended: z.boolean(),
    }),
  },
} as const
