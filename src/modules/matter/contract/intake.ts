// Promises about ways in: what may be the same thing, the listening ledger, and questions that somebody asks again and again.
import { z } from 'zod'
import { Day, Id, line, prose, typing, Version, words } from '#kernel/contract.ts'
import { HEARD, URGENCIES, WAYS } from '../lifecycle.ts'
import { Changed, Emergency, KindCode, PlaceCode, Service, State } from '../shapes.ts'

/** Where the page before ended: a day and a row. */
const HeardCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .refine((after) => Day.safeParse(after.slice(0, 10)).success)

/** What a list of matters may be narrowed by; a saved question is the same. */
export const Filter = z.strictObject({
  /**
   * mine: my turn to act; open; due: warned or late; check: waiting for check; reopened; waiting: for the reporter;
   * dispatch: for the desk to hand on; overdue; returned: more than once; paused: longer than a week; urged; all.
   */
  view: z
    .enum([
      'mine',
      'open',
      'due',
      'check',
      'reopened',
      'waiting',
      'dispatch',
      'overdue',
      'returned',
      'paused',
      'urged',
      'all',
    ])
    .default('open'),
  areaId: Id.optional(),
  gridId: Id.optional(),
  state: State.optional(),
  kind: KindCode.optional(),
  agencyId: Id.optional(),
  way: z.enum(WAYS).optional(),
  urgency: z.enum(URGENCIES).optional(),
  level: z.number().int().min(0).max(3).optional(),
  since: Day.optional(),
  until: Day.optional(),
  /** due: what is due first comes first; among matters that are over there is no deadline, and the newest come first. */
  sort: z.enum(['due', 'newest']).default('due'),
})

export const Near = z.object({
  id: Id,
  /** Empty for who may not see the matter. */
  no: z.string(),
  title: z.string(),
  state: State,
  kindZh: z.string(),
  kindEn: z.string(),
  reportedAt: z.string(),
  /** At the very same place. */
  here: z.boolean(),
})

export const Heard = z.object({
  id: Id,
  areaId: Id,
  areaName: z.string(),
  way: z.enum(HEARD),
  kind: z.string().nullable(),
  words: z.string(),
  heardOn: z.string(),
  byName: z.string(),
  outcome: z.enum(['noted', 'told', 'matter']),
  matterNo: z.string().nullable(),
  matterId: Id.nullable(),
  version: z.number(),
  can: z.array(z.string()),
})

export const SavedFilter = z.object({ id: Id, name: z.string(), filter: Filter })

export const intake = {
  preview: {
    kind: 'query',
    summary: {
      zh: '发出前看一眼：像哪一类、多久办完、别人能看到什么',
      en: 'Before sending: likely kind, promise, what becomes public',
    },
    input: z.strictObject({
      /** Of the scanned place; staff may name an area instead. */
      code: PlaceCode.optional(),
      areaId: Id.optional(),
      words: words(typing(2000)),
      kind: KindCode.optional(),
    }),
    output: z.object({
      kind: z.object({ code: z.string(), zh: z.string(), en: z.string(), sure: z.boolean() }),
      others: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
      promise: z.object({ takenBy: z.string(), minutes: z.number(), counting: z.enum(['work', 'always']) }),
      publicLine: z.object({ zh: z.string(), en: z.string() }).nullable(),
      emergency: z.object({ call: Emergency, zh: z.string(), en: z.string() }).nullable(),
      /** The words hold a number or a name that can be left out. */
      hints: z.array(z.enum(['number', 'name'])),
    }),
  },
  menu: {
    kind: 'query',
    summary: { zh: '可以点的服务', en: 'Services to order' },
    input: z.strictObject({ code: PlaceCode }),
    output: z.object({ services: z.array(Service) }),
  },
  similar: {
    kind: 'query',
    summary: { zh: '附近可能是同一件事的', en: 'Open matters near that may be the same' },
    input: z.strictObject({
      code: PlaceCode.optional(),
      areaId: Id.optional(),
      kind: KindCode.optional(),
      words: words(typing(2000)),
    }),
    output: z.object({ near: z.array(Near) }),
  },
  around: {
    kind: 'query',
    summary: { zh: '一个位置附近没办完的事', en: 'Open matters around a position' },
    input: z.strictObject({ pos: z.number().int(), words: words(typing(2000)), kind: KindCode.optional() }),
    output: z.object({ near: z.array(Near) }),
  },
  hear: {
    kind: 'command',
    summary: { zh: '民情入账：一句话记下来', en: 'Note a line of what was said' },
    input: z.strictObject({
      areaId: Id,
      way: z.enum(HEARD),
      kind: KindCode.nullable().default(null),
      words: words(line(2, 300)),
      on: Day.optional(),
    }),
    output: z.object({ id: Id, version: z.number(), hints: z.array(z.enum(['number', 'name'])) }),
  },
  heard: {
    kind: 'query',
    summary: { zh: '民情台账', en: 'The listening ledger' },
    input: z.strictObject({
      areaId: Id.optional(),
      outcome: z.enum(['noted', 'told', 'matter']).optional(),
      since: Day.optional(),
      until: Day.optional(),
      limit: z.number().int().min(1).max(100).default(50),
      after: HeardCursor.optional(),
    }),
    output: z.object({ heard: z.array(Heard), next: z.string().nullable(), can: z.array(z.string()) }),
  },
  settleHeard: {
    kind: 'command',
    summary: { zh: '台账一条：当面说清了', en: 'A line of the ledger: told on the spot' },
    input: z.strictObject({ id: Id, version: Version }),
    output: z.object({ id: Id, version: z.number() }),
  },
  raiseHeard: {
    kind: 'command',
    summary: { zh: '台账一条：立为事项', en: 'Make a matter of a line of the ledger' },
    input: z.strictObject({
      id: Id,
      version: Version,
      kind: KindCode.optional(),
      words: words(prose(2, 2000)).optional(),
    }),
    output: Changed.extend({ no: z.string() }),
  },
  filters: {
    kind: 'query',
    summary: { zh: '我存下的筛选', en: 'My saved questions to the list' },
    input: z.strictObject({}),
    output: z.object({ filters: z.array(SavedFilter) }),
  },
  saveFilter: {
    kind: 'command',
    summary: { zh: '存一个筛选', en: 'Save a question to the list' },
    input: z.strictObject({ name: line(1, 40), filter: Filter }),
    output: z.object({ id: Id }),
  },
  dropFilter: {
    kind: 'command',
    summary: { zh: '删掉一个筛选', en: 'Drop a saved question' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
  },
} as const
