// What the register promises about ties: who owns, rents, works at, looks after or manages what, since when, said by whom.
import { z } from 'zod'
import { Day, Id, Version } from '#kernel/contract.ts'

const KINDS = ['owns', 'rents', 'works_at', 'looks_after', 'manages'] as const
export const TieKind = z.enum(KINDS)
const ToKind = z.enum(['home', 'organisation', 'person', 'area'])

/** One end as a person sees it: a masked name, an organisation, an address, an area. */
const End = z.object({ kind: z.enum(['person', 'organisation', 'home', 'area']), id: Id, name: z.string() })

export const TieShown = z.object({
  id: Id,
  kind: z.enum(['lives_in', ...KINDS]),
  /** Who owns, works, looks after. */
  of: End,
  to: End,
  fromDay: z.string(),
  toDay: z.string().nullable(),
  source: z.string(),
  version: z.number(),
})

export const tiePromises = {
  ties: {
    kind: 'query',
    summary: { zh: '一个人的关系，打码', en: 'Ties of somebody, masked' },
    input: z.strictObject({ id: Id }),
    output: z.object({ ties: z.array(TieShown) }),
  },
  tie: {
    kind: 'command',
    summary: { zh: '登记一条关系', en: 'Record a tie of somebody' },
    input: z.strictObject({ id: Id, kind: TieKind, toKind: ToKind, toId: Id, fromDay: Day }),
    output: z.object({ id: Id }),
  },
  manage: {
    kind: 'command',
    summary: { zh: '登记物业管哪些地方', en: 'Record what an organisation manages' },
    /** `areaId`: an area of the tree, or a compound. */
    input: z.strictObject({ id: Id, areaId: Id, fromDay: Day }),
    output: z.object({ id: Id }),
  },
  untie: {
    kind: 'command',
    summary: { zh: '结束一条关系', en: 'End a tie' },
    input: z.strictObject({ id: Id, version: Version, day: Day }),
    output: z.object({ id: Id }),
  },
} as const
