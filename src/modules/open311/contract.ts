// What the open311 module promises: kinds, matters and their changes as strangers may see them, sending one in, and keys.
import { z } from 'zod'
import {
  contract,
  Id,
  Instant,
  Lat,
  Lon,
  line,
  personal,
  prose,
  secret,
  Uploads,
  Version,
  words,
} from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'
import { Attribute, DATATYPES, Key, Question, Request, Service, Update } from './shapes.ts'

/** Of a page: at most a thousand, as the specification has it. */
export const MOST = 1_000
/** Pages lead so far and no farther; who wants more asks by time. */
export const DEEPEST = 100_000

const Many = z.array(z.string().max(40)).max(MOST)
const Page = {
  limit: z.number().int().min(1).max(MOST).default(MOST),
  offset: z.number().int().min(0).max(DEEPEST).default(0),
}
/** Both ends included, to the second. */
const Times = z.strictObject({ from: Instant.optional(), to: Instant.optional() })
/** `after`: the step that was told last, where the next page begins behind it. */
const Changes = Times.extend({ after: Id.optional() })
const District = { district: Id }
const Secret = secret(z.string().min(1).max(100))
const Owner = {
  owner: personal('open311.owner', line(2, 80)),
  contact: personal('open311.owner', line(2, 120)),
}

const KEYS: Text = {
  zh: '给别的系统发密钥、收回密钥，由管理员本人做。',
  en: 'an administrator gives keys to other systems and takes them back in person.',
}

export const open311 = contract('open311', {
  services: {
    kind: 'query',
    summary: { zh: 'Open311：可以报告的类别（公开）', en: 'Open311: what can be reported (public)' },
    input: z.strictObject(District),
    output: z.object({ services: z.array(Service), changedAt: Instant, demo: z.boolean() }),
  },
  service: {
    kind: 'query',
    summary: { zh: 'Open311：一个类别要问什么（公开）', en: 'Open311: what is asked for one kind (public)' },
    input: z.strictObject({ ...District, code: z.string().max(40) }),
    output: z.object({ code: z.string(), attributes: z.array(Attribute) }),
  },
  requests: {
    kind: 'query',
    summary: { zh: 'Open311：公开的事项（公开）', en: 'Open311: public matters (public)' },
    input: z.strictObject({
      ...District,
      ...Page,
      nos: Many.optional(),
      kinds: Many.optional(),
      reported: Times.optional(),
      changed: Changes.optional(),
      inHand: z.boolean().optional(),
    }),
    output: z.object({ requests: z.array(Request), now: Instant }),
  },
  updates: {
    kind: 'query',
    summary: { zh: 'Open311：公开事项的进展（公开）', en: 'Open311: how public matters go on (public)' },
    input: z.strictObject({ ...District, ...Page, nos: Many.optional(), kinds: Many.optional(), at: Changes }),
    output: z.object({ updates: z.array(Update), now: Instant }),
  },
  shown: {
    kind: 'query',
    summary: { zh: 'Open311：公开事项，读库', en: 'Open311: public matters, read as Linli itself' },
    input: z.strictObject({
      ...Page,
      nos: Many.optional(),
      kinds: Many.optional(),
      reported: Times.optional(),
      changed: Changes.optional(),
      inHand: z.boolean().optional(),
    }),
    output: z.object({ requests: z.array(Request) }),
  },
  shownUpdates: {
    kind: 'query',
    summary: { zh: 'Open311：公开事项的进展，读库', en: 'Open311: changes of public matters, read as Linli itself' },
    input: z.strictObject({ ...Page, nos: Many.optional(), kinds: Many.optional(), at: Changes }),
    output: z.object({ updates: z.array(Update) }),
  },
  holder: {
    kind: 'query',
    summary: { zh: 'Open311：密钥是哪个区的', en: 'Open311: the district of a key' },
    input: z.strictObject({ key: Secret }),
    output: z.object({ district: Id }),
  },
  send: {
    kind: 'command',
    counted: { as: 'system', by: 'key' },
    summary: { zh: 'Open311：外部系统送来一件事', en: 'Open311: another system sends a matter' },
    input: z.strictObject({
      key: Secret,
      code: z.string().max(40),
      lon: personal('matter.place', Lon).optional(),
      lat: personal('matter.place', Lat).optional(),
      /** In somebody's own words; where, when nothing else says so. */
      address: personal('matter.place', line(2, 200)).optional(),
      /** Of an area or a place: its id, or an area's official code. */
      addressId: z.string().max(60).optional(),
      words: words(prose(2, 4000)).optional(),
      attributes: words(
        z.array(z.strictObject({ code: z.string().max(40), values: z.array(z.string().max(500)).max(20) })),
      ).optional(),
      name: personal('matter.reporterName', line(1, 40)).optional(),
      phone: personal('matter.reporterPhone', line(1, 40)).optional(),
      /** Pictures that lie elsewhere; they are written down and never fetched. */
      media: words(z.array(z.url({ protocol: /^https?$/ }).max(500)).max(9)).optional(),
      photos: Uploads(9),
    }),
    output: z.object({
      no: z.string(),
      takenBy: Instant,
      limitMinutes: z.number(),
      counting: z.enum(['work', 'always']),
      emergency: z.enum(['110', '119', '120']).nullable(),
      /** A phone was given that nobody in China could be called by, so it was not kept. */
      phoneDropped: z.boolean(),
    }),
  },
  keys: {
    kind: 'query',
    summary: { zh: '外部系统的密钥', en: 'Keys of other systems' },
    input: z.strictObject({}),
    output: z.object({ keys: z.array(Key), jurisdiction: z.string(), url: z.string(), can: z.array(z.string()) }),
  },
  addKey: {
    inPerson: KEYS,
    kind: 'command',
    forgets: true,
    summary: { zh: '给外部系统发一把密钥', en: 'Give another system a key' },
    input: z.strictObject({ ...Owner, days: z.number().int().min(1).max(1096) }),
    output: z.object({ id: Id, key: z.string(), endsAt: Instant }),
  },
  endKey: {
    inPerson: KEYS,
    kind: 'command',
    summary: { zh: '收回密钥', en: 'Take a key back' },
    input: z.strictObject({ id: Id }),
    output: z.object({ done: z.literal(true) }),
  },
  questions: {
    kind: 'query',
    summary: { zh: 'Open311：报告时另外要问什么', en: 'Open311: what is asked beside the words' },
    input: z.strictObject({}),
    output: z.object({
      questions: z.array(Question),
      /** Kinds that are public: of which a question may be asked alone. */
      kinds: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
      can: z.array(z.string()),
    }),
  },
  setQuestion: {
    kind: 'command',
    summary: { zh: 'Open311：加一个问题，或者改它', en: 'Open311: add a question, or change it' },
    input: z.strictObject({
      /** Of this kind alone; '' for every kind. With `code` it names the row. */
      kind: z.string().max(40).default(''),
      code: z.string().regex(/^[A-Z][A-Z0-9_]{0,19}$/),
      /** 0 for a new one. */
      version: Version.default(0),
      datatype: z.enum(DATATYPES),
      required: z.boolean().default(false),
      asksZh: line(1, 60),
      asksEn: line(1, 120),
      helpZh: line(0, 120).default(''),
      helpEn: line(0, 240).default(''),
      /** Of the two lists alone. */
      choices: z
        .array(z.strictObject({ key: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), zh: line(1, 60), en: line(1, 120) }))
        .max(40)
        .default([]),
      sort: z.number().int().min(-10_000).max(10_000).default(0),
      retired: z.boolean().default(false),
    }),
    output: z.object({ id: Id }),
  },
  addDemoKey: {
    kind: 'command',
    forgets: true,
    summary: { zh: '开演示密钥 demo', en: 'Open the demo key' },
    input: z.strictObject({}),
    output: z.object({ id: Id }),
  },
})
