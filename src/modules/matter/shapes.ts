// The shapes that the matter module's operations share: a matter in a list and whole, its clocks and steps, kinds and rules.
import { z } from 'zod'
import { Day, Id, line } from '#kernel/contract.ts'
import { type MatterState, matterLife, PAUSES, URGENCIES, WAYS } from './lifecycle.ts'

export const State = z.enum(Object.keys(matterLife.states) as [MatterState, ...MatterState[]])
export const PlaceCode = z.string().min(6).max(40)
export const Receipt = z.string().min(16).max(40)
export const KindCode = z.string().regex(/^\d{2,6}$/)
/** Eleven digits of a mainland mobile, or a landline with area code. */
export const Phone = z
  .string()
  .trim()
  .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)
/** Promises with a clock, in the order of a life. */
export const Clock = z.enum(['take', 'sign', 'answer', 'finish', 'check', 'rate'])
export const Emergency = z.enum(['110', '119', '120'])

export const Photo = z.object({
  id: Id,
  purpose: z.enum(['reported', 'finished']),
  width: z.number(),
  height: z.number(),
})

/** Somebody's own words, spoken; `move` is the step it came with. */
export const Voice = z.object({ id: Id, mime: z.string(), move: z.enum(['report', 'record', 'note']) })

/** A limit that runs, ran out or was kept. `left` in minutes that count; negative when late. */
export const ClockView = z.object({
  kind: Clock,
  startedAt: z.string(),
  warnAt: z.string(),
  dueAt: z.string(),
  stoppedAt: z.string().nullable(),
  limitMinutes: z.number(),
  counting: z.enum(['always', 'work', 'duty']),
  usedShare: z.number(),
  provisional: z.boolean(),
  round: z.number(),
})

export const Step = z.object({
  id: Id,
  move: z.string(),
  at: z.string(),
  by: z.enum(['reporter', 'staff', 'system']),
  actorName: z.string(),
  text: z.string(),
  detail: z.record(z.string(), z.unknown()),
  round: z.number(),
})

/**
 * grid: its worker; person: whoever took it; desk, agency, leader: it was handed to them, or they are asked next;
 * reporter: to say whether it is solved. Names are empty where nobody in particular is meant.
 */
const LiesWith = z.object({
  who: z.enum(['grid', 'desk', 'agency', 'leader', 'person', 'reporter']),
  unit: z.string(),
  unitEn: z.string(),
  person: z.string(),
  /** Somebody has taken or signed it; before that it waits there and nobody has it. */
  taken: z.boolean(),
})

export const Summary = z.object({
  id: Id,
  no: z.string(),
  state: State,
  kind: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  title: z.string(),
  address: z.string(),
  gridId: Id.nullable(),
  gridName: z.string(),
  gridNameEn: z.string(),
  reportedAt: z.string(),
  changedAt: z.string(),
  handlerName: z.string(),
  round: z.number(),
  way: z.enum(WAYS),
  urgency: z.enum(URGENCIES),
  /** 0 grid, 1 community, 2 subdistrict, 3 named leader and special team. */
  level: z.number(),
  returns: z.number(),
  urged: z.number(),
  agencyName: z.string(),
  agencyNameEn: z.string(),
  /** Whom it lies with now; null for what is over. */
  liesWith: LiesWith.nullable(),
  /** Where a routing rule would send it. */
  route: z.object({ agencyId: Id, agencyName: z.string(), basis: z.string() }).nullable(),
  /** Its reporter takes it for the same thing as this one. */
  sameAs: Id.nullable(),
  photos: z.number(),
  cover: Id.nullable(),
  emergency: Emergency.nullable(),
  clock: Clock.nullable(),
  warnAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  version: z.number(),
  can: z.array(z.string()),
})

export const Matter = Summary.extend({
  words: z.string(),
  path: z.array(z.object({ level: z.string(), name: z.string(), nameEn: z.string() })),
  placeName: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  /** Masked: 138****1234. The full number only by matter.reveal. */
  reporter: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  photoList: z.array(Photo),
  /** Empty for who sees the words masked: that there are some stands in the detail of the step. */
  voiceList: z.array(Voice),
  clocks: z.array(ClockView),
  steps: z.array(Step),
  reply: z.string().nullable(),
  solved: z.boolean().nullable(),
  proof: z.enum(['photo', 'text', 'none']),
  lateTimes: z.number(),
  /** A leader has answered for every time it was late. */
  acknowledged: z.boolean(),
  /** Agencies and people who help. */
  helpers: z.array(z.object({ id: Id, name: z.string() })),
  leaderName: z.string().nullable(),
  /** The desk that it was passed up to, where one leads. */
  deskName: z.string().nullable(),
  deskNameEn: z.string().nullable(),
  /** Agency or person who took or signed it first and stays answerable to the end; null while nobody has. */
  firstName: z.string().nullable(),
  firstNameEn: z.string().nullable(),
  mergedInto: z.object({ id: Id, no: z.string() }).nullable(),
  /** Others that were merged into this one: it has several reporters. */
  merged: z.array(z.object({ id: Id, no: z.string() })),
  requests: z.array(
    z.object({
      id: Id,
      what: z.enum(['pause', 'extend']),
      reason: z.enum(PAUSES),
      words: z.string(),
      until: z.string(),
      decision: z.enum(['granted', 'refused']).nullable(),
    }),
  ),
})

export const Interval = z.object({
  from: z.string(),
  to: z.string(),
  counted: z.boolean(),
  reason: z.enum(['work', 'always', 'offHours', 'break', 'weekend', 'holiday', 'paused']),
  name: z.object({ zh: z.string(), en: z.string() }).nullable(),
  minutes: z.number(),
  totalMinutes: z.number(),
})

export const OneMatter = z.strictObject({ id: Id })
export const Changed = z.object({ id: Id, state: State, version: z.number() })

export const Kind = z.object({
  code: z.string(),
  family: z.string(),
  zh: z.string(),
  en: z.string(),
  hintZh: z.string(),
  hintEn: z.string(),
  public: z.boolean(),
  publicZh: z.string(),
  publicEn: z.string(),
  limitMinutes: z.number(),
  counting: z.enum(['work', 'always']),
  proof: z.enum(['photo', 'text', 'none']),
  emergency: Emergency.nullable(),
  words: z.array(z.string()),
  onMenu: z.boolean(),
  effectDays: z.number(),
  retired: z.boolean(),
  version: z.number(),
})

/** A kind that is ordered and not only reported, as its menu shows it. */
export const Service = Kind.pick({
  ...{ code: true, family: true, zh: true, en: true, hintZh: true, hintEn: true },
  ...{ limitMinutes: true, counting: true },
})

export const Limit = z.strictObject({
  clock: Clock.exclude(['finish']),
  limitMinutes: z.number().int().min(5).max(10_000),
  counting: z.enum(['always', 'work', 'duty']),
  basis: line(1, 120),
  basisEn: line(0, 200).default(''),
})
/** `{word}` in a sentence is the word that was found; a word inside one of `except` does not count. The first rule that fits is shown. */
export const DangerRule = z.strictObject({
  words: z.array(line(1, 30)).min(1).max(40),
  except: z.array(line(1, 30)).max(40).default([]),
  call: Emergency,
  zh: line(5, 120),
  en: line(5, 200),
})
export const Both = z.strictObject({ zh: line(1, 200), en: line(0, 300) })
/** One row of 入格事项清单 (domain: name, lead department, basis, the grid's part, frequency, standard, feedback, term, document). */
export const ItemFields = {
  kind: KindCode,
  name: Both,
  lead: Both,
  basis: Both,
  duties: z.array(z.enum(['find', 'pass_on', 'assist', 'tell'])).min(1),
  frequency: Both,
  standard: Both,
  feedback: Both,
  documentNo: line(1, 60),
  validFrom: Day,
  validTo: Day.nullable().default(null),
}
export const AccessItem = z.object({ id: Id, ...ItemFields, version: z.number() })

/** Which agency a kind goes to in an area, on whose word and until when. */
export const Route = z.object({
  id: Id,
  kind: z.string(),
  areaId: Id,
  areaName: z.string(),
  agencyId: Id,
  agencyName: z.string(),
  direct: z.boolean(),
  basis: z.string(),
  ownerName: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  version: z.number(),
})
