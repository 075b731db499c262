// What is told of sessions, slots, numbers and answers.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { TOPIC_CODES } from './words.ts'

export const Topic = z.enum(TOPIC_CODES)
export const SitterKind = z.enum(['lawyer', 'mediator', 'volunteer', 'expert'])
export const ClinicKind = z.enum(['volunteer', 'legal', 'touring'])
export const Minute = z.number().int().min(0).max(1440)
/** How long one booked talk lasts, in minutes; 0: nobody books, one takes a number. */
export const SlotMinutes = z.union([z.literal(0), z.number().int().min(10).max(120)])

const Named = { id: Id, name: z.string(), nameEn: z.string() }

export const Sitter = z.object({
  ...Named,
  kind: SitterKind,
  firm: z.string(),
  licenceNo: z.string(),
  accountId: Id.nullable(),
  areaId: Id,
  version: z.number(),
  can: z.array(z.string()),
})

const clinic = {
  id: Id,
  kind: ClinicKind,
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  /** Null for a session out in the area. */
  roomId: Id.nullable(),
  /** The room, or the spot in words. */
  where: z.object({ zh: z.string(), en: z.string() }),
  day: z.string(),
  from: Minute,
  to: Minute,
  slotMinutes: z.number(),
  offers: z.object({ zh: z.string(), en: z.string() }),
  state: z.enum(['planned', 'cancelled', 'held']),
  why: z.object({ zh: z.string(), en: z.string() }),
  sitters: z.array(z.object({ ...Named, kind: SitterKind, firm: z.string() })),
}

/** In the week and on the page for residents. `free`: begins of slots that nobody has, in minutes. */
export const Clinic = z.object({ ...clinic, free: z.array(Minute) })

export const ClinicLine = Clinic.extend({
  booked: z.number(),
  waiting: z.number(),
  version: z.number(),
  can: z.array(z.string()),
})

export const Ticket = z.object({
  id: Id,
  no: z.number(),
  state: z.enum(['waiting', 'called', 'seen', 'done', 'left']),
  can: z.array(z.string()),
})

export const ClinicFull = ClinicLine.extend({
  /** What the paper at the door leads to. */
  url: z.string(),
  advised: z.number().nullable(),
  handedOn: z.number().nullable(),
  /** Phones are masked here. */
  bookings: z.array(
    z.object({
      ...{ id: Id, from: Minute, topic: Topic, phone: z.string() },
      /** The session was moved or cancelled, and nobody has told him yet. */
      toTell: z.boolean(),
      /** It fits no time of the moved session. */
      lost: z.boolean(),
      can: z.array(z.string()),
    }),
  ),
  tickets: z.array(Ticket),
})

export const Rotation = z.object({
  id: Id,
  areaId: Id,
  roomId: Id,
  kind: ClinicKind,
  weekday: z.number(),
  from: Minute,
  to: Minute,
  slotMinutes: z.number(),
  offers: z.object({ zh: z.string(), en: z.string() }),
  fromOn: z.string(),
  /** Who takes turns, in their order; each week the next. */
  turns: z.array(z.array(Id)),
  people: z.array(z.object(Named)),
  /** The last day that has a session of it. */
  filledTo: z.string().nullable(),
  version: z.number(),
  can: z.array(z.string()),
})

export const Article = z.object({ law: z.string(), article: z.string() })

const answer = {
  id: Id,
  topic: Topic,
  question: z.string(),
  answer: z.string(),
  articles: z.array(Article),
  /** The day it was last held against the law in force. */
  checkedOn: z.string(),
}

export const PublicAnswer = z.object(answer)
export const Answer = z.object({
  ...answer,
  state: z.enum(['draft', 'shown', 'retired']),
  /** A year after it was checked it is shown to nobody until somebody has checked it again. */
  due: z.boolean(),
  version: z.number(),
  can: z.array(z.string()),
})
