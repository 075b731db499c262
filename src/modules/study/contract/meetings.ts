// Study meetings 研判会 and the measures they end in; sweeps 排查 and what they found; counts of what did not come to it.
import { z } from 'zod'
import { Day, Id, line, personal, Version } from '#kernel/contract.ts'
import { FIELDS, PREVENTED } from '../words.ts'

const Count = z.number().int()
const Many = z.number().int().min(0)
const said = z.object({ id: Id, version: Count })

const Measure = z.object({
  id: Id,
  words: personal('study.words', z.string()),
  ownerId: personal('study.owner', Id),
  ownerName: z.string(),
  dueOn: Day,
  doneOn: Day.nullable(),
  result: personal('study.words', z.string()),
  late: z.boolean(),
  version: Count,
  can: z.array(z.string()),
})

/** What the figures said when a meeting was held. */
export const Frozen = z.object({
  taken: Count,
  settled: Count,
  kinds: z.array(z.object({ zh: z.string(), en: z.string(), n: Count })),
  places: z.array(z.object({ zh: z.string(), en: z.string(), n: Count })),
  signs: z.array(z.object({ zh: z.string(), en: z.string(), recent: Count, usual: z.number() })),
})

const Meeting = z.object({
  id: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  about: z.enum(['area', 'department', 'unit']),
  every: z.enum(['once', 'month', 'quarter']),
  onDay: Day,
  from: Day,
  to: Day,
  held: z.boolean(),
  figures: Frozen.nullable(),
  offices: z.array(z.string()),
  minutes: personal('study.words', z.string()),
  measures: z.array(Measure),
  /** With what it opens: the measures of the one before it, of the same area. */
  before: z.array(Measure),
  version: Count,
  can: z.array(z.string()),
})

export const Sweep = z.object({
  id: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  field: z.enum(FIELDS),
  title: z.string(),
  units: z.array(z.string()),
  from: Day,
  to: Day,
  closed: z.boolean(),
  visited: Count.nullable(),
  prevented: Count.nullable(),
  found: Count,
  settled: Count,
  handedOn: Count,
  open: Count,
  version: Count,
  can: z.array(z.string()),
})

const inArea = z.strictObject({ areaId: Id })
const names = z.array(line(1, 40)).max(30)

export const meetingPromises = {
  meetings: {
    kind: 'query',
    summary: { zh: '研判会和措施', en: 'Study meetings and their measures' },
    input: inArea,
    output: z.object({ meetings: z.array(Meeting), can: z.array(z.string()) }),
  },
  owners: {
    kind: 'query',
    summary: {
      zh: '可以负责措施的人：这里各级办公桌面的在岗人员',
      en: 'Who can own a measure: those at work at the desks of an area',
    },
    input: inArea,
    output: z.object({ owners: z.array(z.object({ id: Id, name: z.string(), role: z.string() })) }),
  },
  planMeeting: {
    kind: 'command',
    summary: { zh: '安排一次研判会', en: 'Plan a study meeting' },
    input: z.strictObject({
      areaId: Id,
      about: z.enum(['area', 'department', 'unit']).default('area'),
      every: z.enum(['once', 'month', 'quarter']).default('month'),
      ...{ onDay: Day, from: Day, to: Day },
    }),
    output: said,
  },
  holdMeeting: {
    kind: 'command',
    summary: { zh: '记下研判会和定下的措施', en: 'Record a study meeting and its measures' },
    input: z.strictObject({
      id: Id,
      version: Version,
      offices: names.min(1),
      minutes: personal('study.words', line(1, 2000)),
      measures: z
        .array(
          z.strictObject({
            words: personal('study.words', line(2, 300)),
            ownerId: personal('study.owner', Id),
            dueOn: Day,
          }),
        )
        .min(1)
        .max(20),
    }),
    output: z.object({ id: Id, version: Count, nextId: Id.nullable() }),
  },
  measures: {
    kind: 'query',
    summary: { zh: '由我负责的措施', en: 'Measures that are mine' },
    input: z.strictObject({}),
    output: z.object({ measures: z.array(Measure) }),
  },
  finishMeasure: {
    kind: 'command',
    summary: { zh: '措施已落实', en: 'A measure is done' },
    input: z.strictObject({ id: Id, version: Version, result: personal('study.words', line(2, 500)) }),
    output: said,
  },
  sweeps: {
    kind: 'query',
    summary: { zh: '矛盾纠纷排查', en: 'Sweeps for disputes' },
    input: inArea,
    output: z.object({
      sweeps: z.array(Sweep),
      /** What this very area entered of each month, the latest first. */
      prevented: z.array(z.object({ month: z.string(), kind: z.enum(PREVENTED), cases: Count, people: Count })),
      can: z.array(z.string()),
    }),
  },
  planSweep: {
    kind: 'command',
    summary: { zh: '安排一次排查', en: 'Plan a sweep' },
    input: z.strictObject({
      ...{ areaId: Id, field: z.enum(FIELDS), title: line(2, 60), units: names.default([]), from: Day, to: Day },
    }),
    output: said,
  },
  closeSweep: {
    kind: 'command',
    summary: { zh: '排查结束', en: 'Close a sweep' },
    input: z.strictObject({ id: Id, version: Version, visited: Many.max(99_999), prevented: Many.max(9_999) }),
    output: said,
  },
  notePrevented: {
    kind: 'command',
    summary: { zh: '填报防止的情况（只填数）', en: 'What did not come to it, as counts' },
    input: z.strictObject({
      areaId: Id,
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      kind: z.enum(PREVENTED),
      cases: Many.max(9_999),
      people: Many.max(99_999),
    }),
    output: z.object({ cases: Count, people: Count }),
  },
} as const
