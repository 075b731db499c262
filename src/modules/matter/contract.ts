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
  typedIn,
  Uploads,
  Version,
  Voices,
  words,
} from '#kernel/contract.ts'
import { Cursor } from '#kernel/cursor.ts'
import { kindName } from '#kernel/refused-words.ts'
import type { Text } from '#kernel/words.ts'
import { along } from './contract/along.ts'
import { figures } from './contract/figures.ts'
import { handingOn } from './contract/handing-on.ts'
import { Filter, intake } from './contract/intake.ts'
import { reportersPage } from './contract/reporters-page.ts'
import { upAndOver } from './contract/up-and-over.ts'
import { NAMED_WAYS, RESULTS, VIAS } from './lifecycle.ts'
import {
  AccessItem,
  Changed,
  Clock,
  ClockView,
  DangerRule,
  Emergency,
  Interval,
  ItemFields,
  Kind,
  KindCode,
  Limit,
  Matter,
  OneMatter,
  Phone,
  PlaceCode,
  State,
  Summary,
} from './shapes.ts'

/** What a token never opens: whoever looks answers for having looked. */
const BEFORE_EYES: Text = {
  zh: '看全号、听本人的声音，要由看的人自己负责。',
  en: 'whoever sees a full number or hears somebody’s voice answers for it in person.',
}

export const matter = contract('matter', {
  report: {
    kind: 'command',
    form: true,
    counted: { as: 'intake', by: 'code' },
    summary: { zh: '报告一件事', en: 'Report a matter' },
    input: z.strictObject({
      /** The printed code that was scanned; without it (staff) `areaId` or a point. */
      code: PlaceCode.optional(),
      areaId: Id.optional(),
      lon: personal('matter.place', typedIn(Lon)).optional(),
      lat: personal('matter.place', typedIn(Lat)).optional(),
      kind: KindCode.optional(),
      /** Pages ask for 2,000; what another system sends may have 4,000 and lines for what it was asked beside them. */
      words: words(prose(2, 6000)),
      /** Where exactly: "一层楼道". */
      spot: words(line(0, 60)).default(''),
      name: personal('matter.reporterName', line(1, 80)).optional(),
      phone: personal('matter.reporterPhone', Phone).optional(),
      /** How it came, where whoever writes it down was told by somebody. */
      way: z.enum(NAMED_WAYS).optional(),
      /** An open matter that the reporter takes for the same thing (matter.similar); the desk decides. */
      sameAs: Id.optional(),
      photos: Uploads(9),
      voices: Voices(3),
    }),
    output: z.object({
      id: Id,
      no: z.string(),
      state: State,
      version: z.number(),
      /** The reporter's own key to his page; null when staff reported. */
      receipt: z.string().nullable(),
      page: z.string(),
      kind: z.string(),
      promisedAt: z.string(),
      emergency: Emergency.nullable(),
    }),
  },
  record: {
    kind: 'command',
    form: true,
    summary: { zh: '当场办结：发现并处理好了', en: 'Settled on the spot: found and done' },
    input: z.strictObject({
      areaId: Id,
      kind: KindCode,
      words: words(prose(2, 2000)),
      spot: words(line(0, 60)).default(''),
      lon: personal('matter.place', typedIn(Lon)).optional(),
      lat: personal('matter.place', typedIn(Lat)).optional(),
      way: z.enum(NAMED_WAYS).optional(),
      result: z.enum(RESULTS).default('solved'),
      done: words(prose(2, 2000)),
      photos: Uploads(9),
      voices: Voices(3),
    }),
    output: Changed.extend({ no: z.string() }),
  },
  ...handingOn,
  ...along,
  ...upAndOver,
  ...intake,
  ...figures,
  ...reportersPage,
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
  list: {
    kind: 'query',
    summary: { zh: '我能看到的事项', en: 'Matters I may see' },
    input: Filter.extend({
      /**
       * A number, whole or its last three to six figures; or words, all of which stand in what was said or in the address.
       * Never a person: names and numbers of reporters, and numbers in somebody's words, are not looked through.
       */
      find: words(line(2, 40)).optional(),
      limit: z.number().int().min(1).max(100).default(20),
      after: Cursor.optional(),
    }),
    output: z.object({
      matters: z.array(Summary),
      /** Exact up to 1,000; `more` then says that there are more. */
      total: z.number(),
      more: z.boolean(),
      next: z.string().nullable(),
      /** Words were looked for among what was reported since this day, and what is open; null: among all. */
      lookedFrom: z.string().nullable(),
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
      dispatch: z.number(),
      overdue: z.number(),
      returned: z.number(),
      paused: z.number(),
      urged: z.number(),
      open: z.number(),
      doneToday: z.number(),
    }),
  },
  get: { kind: 'query', summary: { zh: '一件事的全部', en: 'One matter' }, input: OneMatter, output: Matter },
  explain: {
    kind: 'query',
    summary: { zh: '这个时限怎么算的', en: 'How this time limit is counted' },
    input: z.strictObject({ id: Id, clock: Clock.optional() }),
    output: z.object({
      clock: ClockView,
      /** As it stood when the clock was started; English empty where a place has written none. */
      basis: z.object({ zh: z.string(), en: z.string() }),
      hours: z.object({ zh: z.string(), en: z.string() }),
      intervals: z.array(Interval),
      usedMinutes: z.number(),
      leftMinutes: z.number(),
      until: z.string(),
    }),
  },
  reveal: {
    inPerson: BEFORE_EYES,
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
  voice: {
    inPerson: BEFORE_EYES,
    kind: 'query',
    bytes: true,
    summary: { zh: '听一段语音', en: 'One recording' },
    input: z.strictObject({ id: Id, file: Id }),
    output: FileAnswer,
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
      version: Version,
      family: kindName(40),
      zh: kindName(40),
      en: kindName(80),
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
      /** A service to order and not only something to report. */
      onMenu: z.boolean().default(false),
      /** So many days after it was closed its reporter is asked once whether it still holds; 0 is never. */
      effectDays: z.number().int().min(0).max(365).default(0),
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
    input: z.strictObject({ id: Id.optional(), version: Version, ...ItemFields }),
    output: AccessItem,
  },
})
