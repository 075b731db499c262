// What the register promises those who enter people: entering, correcting, moving, households, merging, looking back.
import { z } from 'zod'
import { Day, Id, line, personal, prose, Version } from '#kernel/contract.ts'
import { Person, PersonClass, Relation, Sex } from './people.ts'

const Name = personal('register.name', line(1, 60))
/** A mobile number, or area code and number; spaces and hyphens as people write them. */
const Phone = personal(
  'register.phone',
  z
    .string()
    .trim()
    .regex(/^(\+?[\d][\d \-()]{5,24})?$/),
)
const Birth = personal('register.birth', z.union([Day, z.literal('')]))
/** Eighteen characters of GB 11643. */
const IdNumber = personal(
  'register.number',
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(\d{17}[\dX])?$/),
)
const HomePlace = personal('register.homePlace', line(0, 100))
/** What help he asks for, in his words; no diagnosis. */
const Need = personal('register.need', prose(0, 300))
const RelationSaid = personal('register.plain', Relation)
const Paper = personal('register.plain', z.string().regex(/^\d{3}$/))
const one = { id: Id, version: Version }
const visitId = Id.optional()

const Field = z.enum(['name', 'phone', 'birth', 'homePlace', 'need', 'number'])

export const enteringPromises = {
  enter: {
    kind: 'command',
    summary: { zh: '登记一个人', en: 'Enter somebody' },
    input: z.strictObject({
      homeId: Id,
      visitId,
      class: PersonClass,
      name: Name,
      number: IdNumber.default(''),
      paper: Paper.default('111'),
      phone: Phone.default(''),
      birth: Birth.default(''),
      sex: Sex.default(9),
      relation: RelationSaid.default(''),
      /** `new`: he is the head of a new household in this home. */
      household: z.union([Id, z.literal('new')]).optional(),
      livesHere: z.boolean().nullable().default(null),
      homePlace: HomePlace.default(''),
      need: Need.default(''),
      /** The day he moved in; left out where he has lived here before. */
      came: Day.optional(),
      born: z.boolean().default(false),
      /** Entered although somebody of the same name, birth day and address is there. */
      another: z.boolean().default(false),
    }),
    output: Person,
  },
  change: {
    kind: 'command',
    summary: { zh: '更正一个人的登记', en: 'Correct an entry' },
    input: z.strictObject({
      ...one,
      visitId,
      class: PersonClass.optional(),
      name: Name.optional(),
      number: IdNumber.optional(),
      phone: Phone.optional(),
      birth: Birth.optional(),
      sex: Sex.optional(),
      relation: RelationSaid.optional(),
      livesHere: z.boolean().nullable().optional(),
      homePlace: HomePlace.optional(),
      need: Need.optional(),
    }),
    output: Person,
  },
  moveIn: {
    kind: 'command',
    summary: { zh: '迁入另一套房屋', en: 'Move into a home' },
    input: z.strictObject({ ...one, visitId, homeId: Id, day: Day }),
    output: Person,
  },
  moveOut: {
    kind: 'command',
    summary: { zh: '迁出', en: 'Move away' },
    input: z.strictObject({ ...one, visitId, day: Day }),
    output: Person,
  },
  die: {
    kind: 'command',
    summary: { zh: '登记去世', en: 'Record a death' },
    input: z.strictObject({ ...one, visitId, day: Day }),
    output: Person,
  },
  revive: {
    kind: 'command',
    summary: { zh: '撤销误登的去世', en: 'Take back a death recorded by mistake' },
    input: z.strictObject(one),
    output: Person,
  },
  merge: {
    kind: 'command',
    summary: { zh: '合并重复登记', en: 'Merge a repeated entry into another' },
    input: z.strictObject({
      ...one,
      into: Id,
      intoVersion: Version,
      /** Fields that the kept entry takes from this one. */
      take: z.array(Field).max(6).default([]),
    }),
    output: z.object({ merged: Person, kept: Person }),
  },
  unmerge: {
    kind: 'command',
    summary: { zh: '撤销合并', en: 'Undo a merge' },
    input: z.strictObject(one),
    output: Person,
  },
  makeHousehold: {
    kind: 'command',
    summary: { zh: '立户', en: 'Make a household with its head' },
    input: z.strictObject(one),
    output: z.object({ id: Id, person: Person }),
  },
  joinHousehold: {
    kind: 'command',
    summary: { zh: '加入一户', en: 'Join a household' },
    input: z.strictObject({ ...one, householdId: Id, relation: RelationSaid.default('') }),
    output: Person,
  },
  leaveHousehold: {
    kind: 'command',
    summary: { zh: '从一户分出', en: 'Leave a household' },
    input: z.strictObject(one),
    output: Person,
  },
  setHead: {
    kind: 'command',
    summary: { zh: '改户主', en: 'Make somebody the head of his household' },
    input: z.strictObject(one),
    output: Person,
  },
} as const

export const historyPromises = {
  asOf: {
    kind: 'query',
    summary: { zh: '某一天登记的是什么，打码', en: 'What an entry said on a day, masked' },
    input: z.strictObject({ id: Id, day: Day }),
    output: z.object({
      /** `null`: he was not entered then. */
      entry: Person.omit({ version: true, gridId: true }).nullable(),
      /** From when to when it spoke, that day excluded; `to` is null for what it says now. */
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  },
  homeAsOf: {
    kind: 'query',
    summary: { zh: '某一天一套房屋里住着谁，打码', en: 'Who lived in a home on a day, masked' },
    input: z.strictObject({ id: Id, day: Day }),
    output: z.object({
      people: z.array(z.object({ person: Person, from: z.string(), to: z.string().nullable() })),
    }),
  },
} as const
