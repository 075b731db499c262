// One move between communities that is not settled, as either side sees it.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract.ts'

/** Why the other community does not take somebody over: nobody came, he came elsewhere, he is entered already. */
export const WHY_NOT = ['notHere', 'elsewhere', 'entered'] as const

export const Relocation = z.object({
  id: Id,
  way: z.enum(['in', 'out']),
  /** Masked; the entry itself is there for the community that he leaves alone, until it is confirmed. */
  name: z.string(),
  birthYear: z.number().nullable(),
  sex: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(9)]),
  class: z.enum(['registered', 'floating']),
  personId: Id.nullable(),
  from: z.string(),
  to: z.string(),
  day: z.string(),
  state: z.enum(['open', 'declined']),
  reason: z.enum(WHY_NOT).nullable(),
  madeAt: Instant,
  version: z.number(),
  can: z.array(z.string()),
})
