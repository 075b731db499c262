// Promises about counting: what came, what was finished, how it was found. Every figure says what it counts; no person is counted.
import { z } from 'zod'
import { Day, Id } from '#kernel/contract.ts'

const Counted = z.object({
  /** Reported in the period, by whatever way; merged ones too. */
  received: z.number(),
  /** A reply has gone out (a lawful refusal is one), or the matter it was merged into has its reply. */
  finished: z.number(),
})

export const Figures = Counted.extend({
  /** Finished without having missed a promise. */
  kept: z.number(),
  late: z.number(),
  onTheSpot: z.number(),
  /** 0 grid, 1 community, 2 subdistrict, 3 named leader: how high it went. */
  levels: z.array(z.number()).length(4),
  declined: z.number(),
  returned: z.number(),
  ruled: z.number(),
  paused: z.number(),
  raised: z.number(),
  merged: z.number(),
  withdrawn: z.number(),
  reopened: z.number(),
  /** Asked for a rating; answered; said solved at the first reply; of those with stars, four or five of five. Who did not answer is in none of the rates. */
  asked: z.number(),
  answered: z.number(),
  solved: z.number(),
  starred: z.number(),
  satisfied: z.number(),
  unanswered: z.number(),
})

export const figures = {
  figures: {
    kind: 'query',
    canWait: true,
    summary: { zh: '办理情况统计', en: 'Figures of what came and how it went' },
    input: z.strictObject({ areaId: Id.optional(), from: Day, to: Day }),
    output: z.object({
      from: z.string(),
      to: z.string(),
      areaName: z.string(),
      areaNameEn: z.string(),
      total: Figures,
      months: z.array(Counted.extend({ month: z.string() })),
      kinds: z.array(Counted.extend({ kind: z.string(), zh: z.string(), en: z.string() })),
      /** The areas right below, in the order of the map; never by their figures. */
      areas: z.array(Counted.extend({ id: Id, name: z.string(), nameEn: z.string() })),
      ways: z.array(z.object({ way: z.string(), received: z.number() })),
    }),
  },
} as const
