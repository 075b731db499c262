// What the register promises about compounds 小区: those of an area, and one with its buildings and who manages it.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'

/** Property management of a place; whom to speak to is masked. */
export const Manager = z.object({
  id: Id,
  name: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  /** What it manages: the compound, the building, the grid. */
  of: z.string(),
  fromDay: z.string(),
})

export const compoundPromises = {
  compounds: {
    kind: 'query',
    summary: { zh: '一个区域的小区', en: 'Compounds of an area' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ compounds: z.array(z.object({ id: Id, name: z.string(), buildings: z.number() })) }),
  },
  compound: {
    kind: 'query',
    summary: {
      zh: '一个小区：楼栋、人数、物业',
      en: 'One compound: its buildings, how many live there, who manages it',
    },
    /** As far as it lies in the area. */
    input: z.strictObject({ id: Id, areaId: Id }),
    output: z.object({
      id: Id,
      name: z.string(),
      buildings: z.array(z.object({ id: Id, name: z.string(), homes: z.number(), people: z.number() })),
      managers: z.array(Manager),
    }),
  },
} as const
