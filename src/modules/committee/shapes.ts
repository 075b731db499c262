// What is told of a committee, its mediators and what it lacks.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { REASONS } from './suggest.ts'

export const MODES = ['full_time', 'part_time', 'invited'] as const
export const WAYS = ['elected', 'hired'] as const

/** What a committee lacks; `need` and `has` in persons, or in days for terms. */
export const GAPS = [
  'full_time',
  'too_few',
  'too_many',
  'no_head',
  'no_woman',
  'untrained',
  'term_ends',
  'term_over',
] as const
export const Gap = z.object({ code: z.enum(GAPS), need: z.number(), has: z.number() })

/** What has a number of days of its own. */
export const RULES = ['training', 'term_ends', 'term_last', 'avoidance', 'complaint'] as const
export const Rule = z.object({
  code: z.enum(RULES),
  days: z.number(),
  /** Where the number stands. */
  basis: z.string(),
  version: z.number(),
})

export const Training = z.object({
  id: Id,
  course: z.string(),
  hours: z.number(),
  day: z.string(),
  certificate: z.string(),
})

export const Kind = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Law and article it stands on. */
  basis: z.string(),
  level: z.enum(['district', 'subdistrict', 'community']).nullable(),
  /** 1 community, 2 subdistrict, 3 specialised: where it stands when a file is handed up. */
  tier: z.number(),
  /** Whether it has a stamp of its own. */
  stamp: z.boolean(),
  membersMin: z.number(),
  membersMax: z.number().nullable(),
  /** Full-time mediators it ought to have. */
  fullTime: z.number(),
  normBasis: z.string(),
  sort: z.number(),
  retired: z.boolean(),
  version: z.number(),
})

export const Skill = z.object({
  code: z.string(),
  family: z.enum(['dispute', 'language']),
  zh: z.string(),
  en: z.string(),
  sort: z.number(),
  retired: z.boolean(),
  version: z.number(),
})

const Named = {
  id: Id,
  kind: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** As it stands in the numbers of its files. */
  word: z.string(),
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  level: z.string(),
  phone: z.string(),
  /** Days. */
  termStart: z.string(),
  termEnd: z.string(),
  state: z.enum(['open', 'ended']),
  version: z.number(),
}

export const Committee = z.object({
  ...Named,
  /** Who sits in it today. */
  members: z.number(),
  /** Full-time mediators it ought to have and has. */
  fullTime: z.object({ need: z.number(), has: z.number() }),
  gaps: z.array(Gap),
})

export const Mediator = z.object({
  id: Id,
  committeeId: Id,
  /** Null once it has ended whose row this was. */
  accountId: Id.nullable(),
  name: z.string(),
  nameEn: z.string(),
  mode: z.enum(MODES),
  way: z.enum(WAYS),
  head: z.boolean(),
  certificate: z.string(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  left: z.string().nullable(),
  /** Sits today. */
  active: z.boolean(),
  /** Whether the latest training is as recent as the rule asks. */
  trained: z.boolean(),
  version: z.number(),
})

export const CommitteeFull = Committee.extend({
  parentId: Id.nullable(),
  parentName: z.string(),
  stampOwner: Id,
  stampName: z.string(),
  industry: z.array(z.string()),
  women: z.boolean(),
  /** Law and article. */
  basis: z.string(),
  normBasis: z.string(),
  membersMin: z.number(),
  membersMax: z.number().nullable(),
  mediators: z.array(Mediator),
  /** Rooms that work under it. */
  rooms: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string() })),
  can: z.array(z.string()),
})

/** Somebody who could mediate, or must not. */
export const Person = z.object({
  mediatorId: Id,
  accountId: Id,
  name: z.string(),
  nameEn: z.string(),
  mode: z.enum(MODES),
  committeeId: Id,
  committeeName: z.string(),
  committeeNameEn: z.string(),
})
/** The weightier reasons first; words for each stand with the pages. */
export const SuggestedPerson = Person.extend({ reasons: z.array(z.enum(REASONS)) })
