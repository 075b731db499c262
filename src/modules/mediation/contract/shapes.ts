// Shapes that the operations of mediation share: parties, terms, what a file shows.
import { z } from 'zod'
import { Day, Id, line, personal, prose, words } from '#kernel/contract.ts'
import * as life from '../lifecycle.ts'

export const State = z.enum(Object.keys(life.mediationLife.states) as [life.MediationState, ...life.MediationState[]])
export const KindCode = z.string().regex(/^RM\d{2}(-\d{2})?$/)
/** A kind of tie: 近亲属, 同住一户 … */
export const TieCode = z.string().regex(/^[a-z_]{2,20}$/)
export const Routes = z.array(z.enum(life.ROUTES)).min(1).max(life.ROUTES.length)
/** Somebody's own words, or a mediator's about them. */
export const Told = words(prose(2, 2000))
export const Phone = personal(
  'mediation.party',
  z
    .string()
    .trim()
    .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/),
)

/** What the forms of 2010 print of a party. 民族 is an empty box on paper and is asked nowhere. */
const Details = {
  sex: z.enum(['male', 'female']).optional(),
  age: z.number().int().min(0).max(130).optional(),
  occupation: personal('mediation.party', line(0, 60)).default(''),
  address: personal('mediation.party', line(0, 120)).default(''),
  /** Of an organisation: who speaks for it by law; its code. */
  legalRepresentative: personal('mediation.party', line(0, 40)).default(''),
  creditCode: z
    .string()
    .regex(/^([0-9A-Z]{18})?$/)
    .default(''),
  /** Of a group: how many they are. */
  heads: z.number().int().min(2).max(100_000).optional(),
}

export const PartyIn = z.strictObject({
  side: z.enum(life.SIDES),
  kind: z.enum(life.PARTY_KINDS).default('person'),
  /** Left out of whom Linli knows by name already: `personId`, or `reporter`. */
  name: personal('mediation.party', line(0, 60)).default(''),
  phone: Phone.optional(),
  ...Details,
  /** The entry of the register, where one is known. */
  personId: Id.optional(),
  /** Whoever reported the matter that this began as, and agrees to be a party. */
  reporter: z.boolean().default(false),
  consent: z.enum(['open', 'agreed', 'refused']).default('open'),
})

export const Party = z.object({
  id: Id,
  side: z.enum(life.SIDES),
  kind: z.enum(life.PARTY_KINDS),
  name: z.string(),
  /** Masked: 138****1234. */
  phone: z.string().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  age: z.number().nullable(),
  occupation: z.string(),
  address: z.string(),
  legalRepresentative: z.string(),
  creditCode: z.string(),
  heads: z.number().nullable(),
  consent: z.enum(['open', 'agreed', 'refused']),
  represents: Id.nullable(),
  agentOf: Id.nullable(),
  agentScope: z.enum(['general', 'special']).nullable(),
})

export const TermIn = z.strictObject({
  words: words(prose(2, 500)),
  /** In 分. */
  fen: z.number().int().min(1).max(1e13).optional(),
  dueOn: Day.optional(),
})

export const Term = z.object({
  id: Id,
  words: z.string(),
  fen: z.number().nullable(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  brokenOn: z.string().nullable(),
})

/** Minutes of the day. */
const Minute = z.number().int().min(0).max(1439)

export const RecordIn = {
  mode: z.enum(life.MODES),
  heldOn: Day,
  from: Minute,
  until: Minute,
  place: words(line(1, 80)),
  present: words(line(0, 200)).default(''),
  roomId: Id.optional(),
  words: words(prose(2, 8000)),
  undisputed: z
    .array(words(prose(2, 500)))
    .max(30)
    .default([]),
}

export const Record = z.object({
  id: Id,
  kind: z.enum(['visit', 'investigation', 'session']),
  mode: z.enum(life.MODES),
  heldOn: z.string(),
  from: z.number(),
  until: z.number(),
  place: z.string(),
  present: z.string(),
  words: z.string(),
  undisputed: z.array(z.string()),
  result: z.string(),
})

export const Agreement = z.object({
  id: Id,
  form: z.enum(['written', 'oral']),
  facts: z.string(),
  dispute: z.string(),
  copies: z.number(),
  terms: z.array(Term),
  signatures: z.array(
    z.object({
      signerId: Id,
      role: z.enum(['party', 'mediator', 'stamp']),
      way: z.enum(['paper', 'drawn', 'stamp']),
      signedOn: z.string(),
    }),
  ),
  /** Whose hand or stamp is still missing. */
  missing: z.array(z.object({ signerId: Id, role: z.enum(['party', 'mediator', 'stamp']), name: z.string() })),
  effectiveOn: z.string().nullable(),
  confirmUntil: z.string().nullable(),
  confirmation: z.enum(['none', 'asked', 'taken', 'confirmed', 'rejected']),
  court: z.string(),
  courtNo: z.string(),
})

export const FollowUp = z.object({
  id: Id,
  dueOn: z.string(),
  state: z.enum(['planned', 'done', 'dropped']),
  doneOn: z.string().nullable(),
  holds: z.boolean().nullable(),
  way: z.enum(life.VISIT_WAYS).nullable(),
  content: z.enum(life.CONTENT).nullable(),
  words: z.string(),
  ownerName: z.string(),
  late: z.boolean(),
  version: z.number(),
})

export const Summary = z.object({
  id: Id,
  no: z.string().nullable(),
  state: State,
  kind: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  title: z.string(),
  address: z.string(),
  tier: z.number(),
  procedure: z.enum(life.PROCEDURES),
  source: z.enum(life.SOURCES),
  appliedAt: z.string(),
  dueOn: z.string().nullable(),
  leadName: z.string(),
  version: z.number(),
})

/** A session agreed on before it is held. */
export const Meeting = z.object({
  ...{ id: Id, mode: z.enum(life.MODES), heldOn: z.string(), from: z.number(), until: z.number() },
  ...{ place: z.string(), state: z.enum(['planned', 'held', 'off']) },
  /** Whom the parties agreed to have there. */
  invited: z.array(z.string()),
})

/** One to come, as whoever mediates finds it among his files. Minutes of the day. */
export const Session = z.object({
  ...{ id: Id, mediationId: Id, title: z.string(), place: z.string() },
  ...{ heldOn: z.string(), from: z.number(), until: z.number() },
})

/** What somebody proposed in a session, and who took it. */
export const Proposal = z.object({
  id: Id,
  /** Null where the mediators made it. */
  partyId: Id.nullable(),
  words: z.string(),
  acceptedBy: z.array(Id),
  refusedBy: z.array(Id),
})

export const Disclosure = z.object({
  id: Id,
  mediatorName: z.string(),
  ties: z.array(z.object({ kind: z.string(), partyId: Id.nullable() })),
  words: z.string(),
  on: z.string(),
  /** The day the parties were told; null where there is nothing to tell, or nobody has yet. */
  toldOn: z.string().nullable(),
})

export const Avoidance = z.object({
  id: Id,
  mediatorId: Id,
  mediatorName: z.string(),
  /** Who asks; null: the mediator himself, or the desk. */
  partyId: Id.nullable(),
  tie: z.string().nullable(),
  words: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  askedOn: z.string(),
  dueOn: z.string(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string(),
  decision: z.string(),
})

export const Step = z.object({
  move: z.string(),
  at: z.string(),
  actorName: z.string(),
  reason: z.string().nullable(),
  routes: z.array(z.string()),
  words: z.string(),
})

export const Mediation = Summary.extend({
  facts: z.string(),
  requests: z.string(),
  care: z.array(z.enum(life.CARE)),
  committeeName: z.string(),
  referredBy: z.enum(life.REFERRERS).nullable(),
  /** The letter of whoever referred it, and the answer to it. */
  letter: z
    .object({
      ...{ no: z.string().nullable(), on: z.string().nullable(), stage: z.enum(life.LETTER_STAGES).nullable() },
      ...{ replyBy: z.string().nullable(), repliedOn: z.string().nullable(), reply: z.string() },
    })
    .nullable(),
  /** Who takes part beside the procedure that leads. */
  joint: z.array(z.enum(life.JOINING)),
  rightsToldOn: z.string().nullable(),
  matterId: Id.nullable(),
  mediators: z.array(z.object({ id: Id, name: z.string(), lead: z.boolean() })),
  /** Which mediators have still to say what ties them to a party. */
  undisclosed: z.array(z.string()),
  disclosures: z.array(Disclosure),
  avoidances: z.array(Avoidance),
  parties: z.array(Party),
  meetings: z.array(Meeting),
  records: z.array(Record),
  proposals: z.array(Proposal),
  evidence: z.array(
    z.object({
      ...{ id: Id, partyId: Id.nullable(), paper: z.enum(life.PAPERS), name: z.string() },
      ...{ original: z.boolean(), pages: z.number(), givenOn: z.string() },
    }),
  ),
  agreement: Agreement.nullable(),
  followUps: z.array(FollowUp),
  handovers: z.array(
    z.object({
      ...{
        id: Id,
        fromTier: z.number(),
        toTier: z.number(),
        toCommittee: Id.nullable(),
        /** The committees as they are called now. */
        ...{ fromName: z.string(), toName: z.string() },
        toBody: z.enum(life.BODIES).nullable(),
      },
      ...{ words: z.string(), sentAt: z.string(), receivedAt: z.string().nullable(), receiptNo: z.string() },
    }),
  ),
  steps: z.array(Step),
  /** Somebody who reads this file holds its closed notes too. */
  readsNotes: z.boolean(),
  can: z.array(z.string()),
})

export const OneMediation = z.strictObject({ id: Id })
export const Changed = z.object({ id: Id, state: State, version: z.number() })
