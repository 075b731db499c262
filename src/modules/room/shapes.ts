// What is told of a room: to everybody, and to those at work.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { Weekly } from '#modules/calendar/index.ts'

/** Spans of one day in minutes, sorted, apart. */
export const Spans = z
  .array(z.tuple([z.number().int().min(0).max(1439), z.number().int().min(1).max(1440)]))
  .max(6)
  .refine(
    (spans) => spans.every(([from, to], at) => from < to && (at === 0 || spans[at - 1]![1] <= from)),
    'spans are sorted and apart',
  )

const Said = z.object({ zh: z.string(), en: z.string() })

export const Now = z.object({
  open: z.boolean(),
  until: z.string().nullable(),
  nextAt: z.string().nullable(),
  /** Today's hours. */
  today: Spans,
})

export const OwnDay = z.object({ day: z.string(), spans: Spans, zh: z.string(), en: z.string() })

const Named = {
  id: Id,
  kind: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  name: z.string(),
  nameEn: z.string(),
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  address: z.string(),
  phone: z.string(),
  now: Now,
}

/** In a public list. `metres`: from the code that was scanned, as the crow flies. */
export const Listed = z.object({ ...Named, metres: z.number().nullable() })

const Tool = z.object({ id: Id, zh: z.string(), en: z.string(), total: z.number(), out: z.number() })

/** What a resident may read about one room. */
export const Public = z.object({
  ...Named,
  spotZh: z.string(),
  spotEn: z.string(),
  aboutZh: z.string(),
  aboutEn: z.string(),
  weekly: Weekly,
  followsCalendar: z.boolean(),
  /** Days of the next two weeks with hours of their own, holidays among them. */
  ahead: z.array(OwnDay),
  services: z.array(Said),
  /** `backBy`: the first day one is expected back, when all are out. */
  tools: z.array(Tool.extend({ backBy: z.string().nullable() })),
  /** On duty today, those who agreed to be named; nobody on a day it stays closed. `from` and `to` in minutes. */
  people: z.array(
    z.object({
      name: z.string(),
      nameEn: z.string(),
      taskZh: z.string(),
      taskEn: z.string(),
      bodyName: z.string(),
      bodyNameEn: z.string(),
      from: z.number(),
      to: z.number(),
    }),
  ),
})

export const Room = z.object({
  ...Named,
  label: z.string(),
  services: z.number(),
  toolsOut: z.number(),
  /** Teams that keep it open. */
  teams: z.number(),
  /** Minutes of a usual week in which it is open and nobody is rostered. */
  gapMinutes: z.number(),
  version: z.number(),
  can: z.array(z.string()),
})

export const RoomFull = Room.omit({ services: true, teams: true }).extend({
  spotZh: z.string(),
  spotEn: z.string(),
  aboutZh: z.string(),
  aboutEn: z.string(),
  url: z.string(),
  weekly: Weekly,
  followsCalendar: z.boolean(),
  /** From today on. */
  days: z.array(OwnDay),
  services: z.array(Said.extend({ id: Id })),
  tools: z.array(
    Tool.extend({ loans: z.array(z.object({ id: Id, tag: z.number(), lentOn: z.string(), backBy: z.string() })) }),
  ),
  teams: z.array(
    z.object({
      id: Id,
      name: z.string(),
      nameEn: z.string(),
      members: z.number(),
      /** Names on duty at this moment. */
      onDuty: z.array(z.object({ name: z.string(), nameEn: z.string() })),
    }),
  ),
  /** By weekday, minutes in which it is open and nobody is rostered. */
  gaps: Weekly,
})
