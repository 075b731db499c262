// What the matter module promises: reporting, handling, checking, rating; lists and stories; kinds and the access list.
import { z } from 'zod'
import {
  contract,
  Day,
  FileAnswer,
  Id,
  Lat,
  Lon,
  line,
  personal,
  prose,
  secret,
  Uploads,
  words,
} from '#kernel/contract.ts'
import { type MatterState, matterLife, RESULTS, VIAS } from './lifecycle.ts'

export const State = z.enum(Object.keys(matterLife.states) as [MatterState, ...MatterState[]])
export const PlaceCode = z.string().min(6).max(40)
export const Receipt = z.string().min(16).max(40)
const KindCode = z.string().regex(/^\d{2,6}$/)
/** Eleven digits of a mainland mobile, or a landline with area code. */
const Phone = z
  .string()
  .trim()
  .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)
const Emergency = z.enum(['110', '119', '120'])

const Photo = z.object({ id: Id, purpose: z.enum(['reported', 'finished']), width: z.number(), height: z.number() })

/** A limit that runs, ran out or was kept. `left` in minutes that count; negative when late. */
export const ClockView = z.object({
  kind: z.enum(['take', 'answer', 'finish']),
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

const Summary = z.object({
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
  reportedAt: z.string(),
  changedAt: z.string(),
  handlerName: z.string(),
  round: z.number(),
  photos: z.number(),
  cover: Id.nullable(),
  emergency: Emergency.nullable(),
  clock: z.enum(['take', 'answer', 'finish']).nullable(),
  warnAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  version: z.number(),
  can: z.array(z.string()),
})

export const Matter = Summary.extend({
  words: z.string(),
  way: z.enum(['scan', 'field', 'desk']),
  path: z.array(z.object({ level: z.string(), name: z.string(), nameEn: z.string() })),
  placeName: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  /** Masked: 138****1234. The full number only by matter.reveal. */
  reporter: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  photoList: z.array(Photo),
  clocks: z.array(ClockView),
  steps: z.array(Step),
  reply: z.string().nullable(),
  solved: z.boolean().nullable(),
  proof: z.enum(['photo', 'text', 'none']),
  lateTimes: z.number(),
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

const OneMatter = z.strictObject({ id: Id })
const Changed = z.object({ id: Id, state: State, version: z.number() })

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
  retired: z.boolean(),
  version: z.number(),
})

const Limit = z.strictObject({
  clock: z.enum(['take', 'answer']),
  limitMinutes: z.number().int().min(5).max(10_000),
  counting: z.enum(['always', 'work', 'duty']),
  basis: line(1, 120),
})
/** `{word}` in a sentence is the word that was found; a word inside one of `except` does not count. The first rule that fits is shown. */
const DangerRule = z.strictObject({
  words: z.array(line(1, 30)).min(1).max(40),
  except: z.array(line(1, 30)).max(40).default([]),
  call: Emergency,
  zh: line(5, 120),
  en: line(5, 200),
})
const Both = z.object({ zh: line(1, 200), en: line(0, 300) })
/** One row of 入格事项清单 (domain: name, lead department, basis, the grid's part, frequency, standard, feedback, term, document). */
const ItemFields = {
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
const AccessItem = z.object({ id: Id, ...ItemFields, version: z.number() })

export const matter = contract('matter', {
  report: {
    kind: 'command',
    form: true,
    summary: { zh: '报告一件事', en: 'Report a matter' },
    input: z.strictObject({
      /** The printed code that was scanned; without it (staff) `areaId` or a point. */
      code: PlaceCode.optional(),
      areaId: Id.optional(),
      lon: z.coerce.number().pipe(Lon).optional(),
      lat: z.coerce.number().pipe(Lat).optional(),
      kind: KindCode.optional(),
      words: words(prose(2, 2000)),
      /** Where exactly: "一层楼道". */
      spot: words(line(0, 60)).default(''),
      name: personal('matter.reporterName', line(1, 40)).optional(),
      phone: personal('matter.reporterPhone', Phone).optional(),
      photos: Uploads(9),
    }),
    output: z.object({
      id: Id,
      no: z.string(),
      state: State,
      version: z.number(),
      /** The reporter's own key to his page; null when staff reported. */
      receipt: z.string().nullable(),
      page: z.string(),
      promisedAt: z.string(),
      emergency: Emergency.nullable(),
    }),
  },
  preview: {
    kind: 'query',
    summary: {
      zh: '发出前看一眼：像哪一类、多久办完、别人能看到什么',
      en: 'Before sending: likely kind, promise, what becomes public',
    },
    input: z.strictObject({ code: PlaceCode, words: words(z.string().max(2000)), kind: KindCode.optional() }),
    output: z.object({
      kind: z.object({ code: z.string(), zh: z.string(), en: z.string(), sure: z.boolean() }),
      others: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
      promise: z.object({ takenBy: z.string(), minutes: z.number(), counting: z.enum(['work', 'always']) }),
      publicLine: z.object({ zh: z.string(), en: z.string() }).nullable(),
      emergency: z.object({ call: Emergency, zh: z.string(), en: z.string() }).nullable(),
    }),
  },
  take: { kind: 'command', summary: { zh: '接单', en: 'Take it on' }, input: OneMatter, output: Changed },
  answer: {
    kind: 'command',
    summary: { zh: '首次响应：联系了居民', en: 'First answer to the resident' },
    input: z.strictObject({ id: Id, said: words(prose(2, 1000)), via: z.enum(VIAS) }),
    output: Changed,
  },
  finish: {
    kind: 'command',
    form: true,
    summary: { zh: '办结，附上证明', en: 'Finish with proof' },
    input: z.strictObject({ id: Id, result: z.enum(RESULTS), done: words(prose(2, 2000)), photos: Uploads(9) }),
    output: Changed,
  },
  sendBack: {
    kind: 'command',
    summary: { zh: '返工', en: 'Send back to be done again' },
    input: z.strictObject({ id: Id, reason: words(prose(2, 1000)) }),
    output: Changed,
  },
  verify: {
    kind: 'command',
    summary: { zh: '核查通过，答复居民', en: 'Checked; reply to the resident' },
    input: z.strictObject({ id: Id, reply: words(prose(5, 2000)) }),
    output: Changed,
  },
  rate: {
    kind: 'command',
    form: true,
    summary: { zh: '评价：解决了', en: 'Rate: it is solved' },
    input: z.strictObject({
      receipt: secret(Receipt),
      satisfaction: z.coerce.number().int().min(1).max(5).optional(),
      said: words(prose(0, 1000)).default(''),
    }),
    output: Changed.extend({ page: z.string() }),
  },
  dispute: {
    kind: 'command',
    form: true,
    summary: { zh: '没有解决，重新办', en: 'Not solved: reopen' },
    input: z.strictObject({
      receipt: secret(Receipt),
      why: words(prose(2, 1000)),
      satisfaction: z.coerce.number().int().min(1).max(5).optional(),
    }),
    output: Changed.extend({ page: z.string() }),
  },
  withdraw: {
    kind: 'command',
    form: true,
    summary: { zh: '撤回报告', en: 'Withdraw the report' },
    input: z.strictObject({ receipt: secret(Receipt), why: words(prose(0, 500)).default('') }),
    output: Changed.extend({ page: z.string() }),
  },
  forget: {
    kind: 'command',
    form: true,
    summary: { zh: '删除我的姓名和电话', en: 'Delete my name and phone' },
    input: z.strictObject({ receipt: secret(Receipt) }),
    output: Changed.extend({ page: z.string() }),
  },
  list: {
    kind: 'query',
    summary: { zh: '我能看到的事项', en: 'Matters I may see' },
    input: z.strictObject({
      /** mine: my turn to act; open; due: warned or late; check: waiting for check; reopened; all. */
      view: z.enum(['mine', 'open', 'due', 'check', 'reopened', 'waiting', 'all']).default('open'),
      areaId: Id.optional(),
      gridId: Id.optional(),
      state: State.optional(),
      kind: KindCode.optional(),
      sort: z.enum(['due', 'newest']).default('due'),
      limit: z.number().int().min(1).max(100).default(20),
      after: z.string().max(200).optional(),
    }),
    output: z.object({
      matters: z.array(Summary),
      /** Exact up to 1,000; `more` then says that there are more. */
      total: z.number(),
      more: z.boolean(),
      next: z.string().nullable(),
      now: z.string(),
    }),
  },
  counts: {
    kind: 'query',
    summary: { zh: '各队列的数目', en: 'How many in each view' },
    input: z.strictObject({ areaId: Id.optional() }),
    output: z.object({
      mine: z.number(),
      due: z.number(),
      check: z.number(),
      reopened: z.number(),
      waiting: z.number(),
      open: z.number(),
      doneToday: z.number(),
    }),
  },
  get: { kind: 'query', summary: { zh: '一件事的全部', en: 'One matter' }, input: OneMatter, output: Matter },
  explain: {
    kind: 'query',
    summary: { zh: '这个时限怎么算的', en: 'How this time limit is counted' },
    input: z.strictObject({ id: Id, clock: z.enum(['take', 'answer', 'finish']).optional() }),
    output: z.object({
      clock: ClockView,
      basis: z.string(),
      hours: z.string(),
      intervals: z.array(Interval),
      usedMinutes: z.number(),
      leftMinutes: z.number(),
      until: z.string(),
    }),
  },
  reveal: {
    kind: 'query',
    discloses: true,
    summary: { zh: '看报告人全号（会记录）', en: "See the reporter's full number (recorded)" },
    input: OneMatter,
    output: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  },
  photo: {
    kind: 'query',
    bytes: true,
    summary: { zh: '一张照片', en: 'One photo' },
    input: z.strictObject({ id: Id, file: Id, size: z.enum(['full', 'small']).default('full') }),
    output: FileAnswer,
  },
  storyPhoto: {
    kind: 'query',
    bytes: true,
    summary: { zh: '报告人看自己的照片', en: "A photo on the reporter's own page" },
    input: z.strictObject({ receipt: secret(Receipt), file: Id, size: z.enum(['full', 'small']).default('full') }),
    output: FileAnswer,
  },
  story: {
    kind: 'query',
    summary: { zh: '我报告的事办到哪了', en: 'How my matter stands' },
    input: z.strictObject({ receipt: secret(Receipt) }),
    output: z.object({
      no: z.string(),
      state: State,
      title: z.string(),
      words: z.string(),
      address: z.string(),
      kindZh: z.string(),
      kindEn: z.string(),
      photoList: z.array(Photo),
      reply: z.object({ text: z.string(), at: z.string(), by: z.string() }).nullable(),
      /** What the reader may do: rate, dispute, withdraw, forget. */
      can: z.array(z.string()),
      promise: z.object({ what: z.enum(['take', 'answer', 'finish']), at: z.string(), late: z.boolean() }).nullable(),
      disputeUntil: z.string().nullable(),
      steps: z.array(
        z.object({
          move: z.string(),
          at: z.string(),
          name: z.string(),
          kept: z.boolean().nullable(),
          minutes: z.number().nullable(),
          limitMinutes: z.number().nullable(),
          dueAt: z.string().nullable(),
        }),
      ),
      looks: z.array(z.object({ at: z.string(), who: z.string() })),
      publicLine: z.object({ zh: z.string(), en: z.string() }).nullable(),
      phone: z.string().nullable(),
      name: z.string().nullable(),
      round: z.number(),
      gridName: z.string(),
      worker: z.object({ name: z.string(), phone: z.string() }).nullable(),
      version: z.number(),
    }),
  },
  kinds: {
    kind: 'query',
    summary: { zh: '事项类别和时限', en: 'Kinds of matters and their limits' },
    input: z.strictObject({ retired: z.boolean().default(false) }),
    output: z.object({ kinds: z.array(Kind), can: z.array(z.string()) }),
  },
  setKind: {
    kind: 'command',
    summary: { zh: '新增或修改类别', en: 'Add or change a kind' },
    input: z.strictObject({
      code: KindCode,
      /** 0 for a new kind. */
      version: z.number().int().min(0),
      family: line(1, 40),
      zh: line(1, 40),
      en: line(1, 80),
      hintZh: line(0, 120).default(''),
      hintEn: line(0, 200).default(''),
      public: z.boolean(),
      publicZh: line(0, 60).default(''),
      publicEn: line(0, 120).default(''),
      limitMinutes: z.number().int().min(10).max(100_000),
      counting: z.enum(['work', 'always']),
      proof: z.enum(['photo', 'text', 'none']),
      emergency: Emergency.nullable().default(null),
      words: z.array(line(1, 20)).max(40).default([]),
      retired: z.boolean().default(false),
    }),
    output: Kind,
  },
  rules: {
    kind: 'query',
    summary: { zh: '接单、响应时限和紧急词', en: 'Limits for taking and answering, words of danger' },
    input: z.strictObject({}),
    output: z.object({ limits: z.array(Limit), dangers: z.array(DangerRule), can: z.array(z.string()) }),
  },
  setLimit: {
    kind: 'command',
    summary: { zh: '设定接单或响应时限', en: 'Set the limit for taking or answering' },
    input: Limit,
    output: Limit,
  },
  setDangers: {
    kind: 'command',
    summary: { zh: '设定紧急词', en: 'Set the words of danger' },
    input: z.strictObject({ rules: z.array(DangerRule).max(60) }),
    output: z.object({ rules: z.number() }),
  },
  items: {
    kind: 'query',
    summary: { zh: '入格事项清单', en: 'Access list of grid matters' },
    input: z.strictObject({ on: Day.optional() }),
    output: z.object({ items: z.array(AccessItem), can: z.array(z.string()) }),
  },
  setItem: {
    kind: 'command',
    summary: { zh: '新增或修改入格事项', en: 'Add or change an item of the access list' },
    input: z.strictObject({ id: Id.optional(), version: z.number().int().min(0), ...ItemFields }),
    output: AccessItem,
  },
})
