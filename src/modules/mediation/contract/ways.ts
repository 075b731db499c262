// Where a file may go from here: the committees of its place, tier by tier.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { OneMediation } from './shapes.ts'

export const ways = {
  committees: {
    kind: 'query',
    summary: { zh: '管着这件案卷所在地的调委会', en: 'Committees whose area covers the place of a file' },
    input: OneMediation,
    output: z.object({
      committees: z.array(z.object({ id: Id, name: z.string(), tier: z.number(), here: z.boolean() })),
    }),
  },
} as const
