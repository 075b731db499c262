// What the register promises about an area as a whole: places, people by age and household, who works there, comings and goings.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { HOUSEHOLDS } from '../portrait/bands.ts'

const Area = z.object({ id: Id, name: z.string(), nameEn: z.string(), level: z.string() })
const Class = z.enum(['registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school', 'property'])

/**
 * Neighbouring bands are told as one where one of them could be a person. `to` is null for the open end; men and women are
 * null where one of the two is too few.
 */
const AgeBand = z.object({
  from: z.number().int(),
  to: z.number().int().nullable(),
  n: z.number().int(),
  men: z.number().int().nullable(),
  women: z.number().int().nullable(),
})

export const portraitPromises = {
  portrait: {
    kind: 'query',
    canWait: true,
    summary: { zh: '一个区域的画像', en: 'The portrait of an area' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({
      area: Area,
      above: z.array(Area),
      places: z.object({ compounds: z.number(), buildings: z.number(), units: z.number() }),
      /** Registered and floating together. */
      people: z.number().int().nullable(),
      /** `null`: fewer than five, for whoever may not see people, or what would tell such a figure by subtraction. */
      counts: z.array(z.object({ class: Class, n: z.number().int().nullable() })),
      /** Whether small cells have been joined for this reader. */
      joined: z.boolean(),
      /** Ages in years by year of birth; null when there are too few to tell. */
      ages: z.array(AgeBand).nullable(),
      ageUnknown: z.number().int().nullable(),
      /** Several kinds told as one where one of them is too small. */
      households: z.array(z.object({ kinds: z.array(z.enum(HOUSEHOLDS)), n: z.number().int() })).nullable(),
      workers: z.array(z.object({ role: z.string(), n: z.number().int() })),
      /** The next level of the tree, as far down as grids. */
      below: z.array(
        Area.extend({
          people: z.number().int().nullable(),
          homes: z.number().int(),
          organisations: z.number().int(),
          lead: z.string().nullable(),
        }),
      ),
      /** Thirteen months, oldest first, so that this one stands beside that of a year ago; null for fewer than five. */
      moved: z.array(
        z.object({ month: z.string(), came: z.number().int().nullable(), went: z.number().int().nullable() }),
      ),
    }),
  },
  countPortraits: {
    kind: 'command',
    summary: { zh: '重新统计有变化的网格', en: 'Count anew the grids that have changed' },
    input: z.strictObject({}),
    output: z.object({ opened: z.number().int(), counted: z.number().int() }),
  },
} as const
