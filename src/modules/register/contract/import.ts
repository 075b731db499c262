// What the register promises about files that are sent in: upload, dry run, load, undo, what was wrong, what is offered for merging.
import { z } from 'zod'
import { FileAnswer, Id, Instant, line, Version, words } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'

export const BatchClass = z.enum(['registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school'])
export const BatchStateName = z.enum([
  ...(['received', 'checking', 'checked', 'loading', 'published', 'undoing', 'undone', 'cancelled', 'failed'] as const),
])

const IN_PERSON: Text = {
  zh: '整批导入和撤销由本人来做。',
  en: 'whole files are loaded and undone in person.',
}

/** Rows so far of one pass; `offers` are people who are there with other content. */
const Tally = z.object({
  read: z.number(),
  good: z.number(),
  bad: z.number(),
  repeats: z.number(),
  offers: z.number(),
})

export const Batch = z.object({
  id: Id,
  class: BatchClass,
  areaId: Id,
  areaName: z.string(),
  state: BatchStateName,
  /** Of the file as it was sent. */
  name: z.string(),
  bytes: z.number(),
  madeAt: Instant,
  madeBy: z.string(),
  /** Of the pass that runs or ran last. */
  pass: z.enum(['check', 'load']).nullable(),
  tally: Tally,
  version: z.number(),
})

const Heading = z.object({
  heading: z.string(),
  /** Code of a column of the class, `never` or `unknown`. */
  column: z.string(),
  /** Why it is never kept; '' else. */
  why: z.string(),
})

const BatchFull = Batch.extend({
  /** Null until the first lines were looked at. */
  headings: z.array(Heading).nullable(),
  /** Columns that the class cannot do without and the file has not. */
  missing: z.array(z.string()),
  /** What a heading can be: the columns of the class. */
  columns: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), required: z.boolean() })),
  /** Columns that were left out, with how many values of them. */
  dropped: z.array(z.object({ heading: z.string(), why: z.string(), values: z.number() })),
  choice: z.enum(['good', 'all']),
  /** Rows a second since the pass began; null before. */
  rate: z.number().nullable(),
  /** Seconds that are left, where that is known. */
  left: z.number().nullable(),
  /** Rows in the file, once it was checked. */
  total: z.number().nullable(),
  /** Code of a problem. */
  fault: z.string().nullable(),
  /** Another batch of the same file that is loaded. */
  sameAs: Id.nullable(),
  openOffers: z.number(),
  can: z.array(z.string()),
})

const LineFault = z.object({
  sheet: z.string(),
  line: z.number(),
  faults: z.array(
    z.object({
      column: z.string(),
      heading: z.string(),
      /** Masked. */
      value: z.string(),
      reason: z.string(),
      text: z.string(),
      hint: z.string(),
    }),
  ),
})

/** One person twice, side by side, both masked. */
const Side = z.object({
  name: z.string(),
  phone: z.string(),
  birthYear: z.number().nullable(),
  sex: z.number(),
  relation: z.string(),
  address: z.string(),
  livesHere: z.boolean().nullable(),
})
const Offer = z.object({
  id: Id,
  batchId: Id,
  line: z.number(),
  personId: Id,
  there: Side,
  sent: Side,
  /** Fields in which they differ as far as the masks show; whether hidden parts agree is not told. */
  differ: z.array(z.string()),
  version: z.number(),
})

const Dropped = z.array(z.strictObject({ heading: line(0, 200), why: line(0, 60), values: z.number().int() }))

const one = z.strictObject({ id: Id, version: Version })
const moved = z.object({ id: Id, state: BatchStateName, version: z.number() })

export const importPromises = {
  sendFile: {
    kind: 'command',
    summary: { zh: '上传要导入的表格', en: 'Send a file to be loaded' },
    inPerson: IN_PERSON,
    streams: 'file',
    input: z.strictObject({
      areaId: Id,
      class: BatchClass,
      name: words(line(1, 120)),
      file: z.array(z.string().max(64)).max(1).default([]).meta({ uploads: 'sheet' }),
    }),
    output: z.object({ id: Id, state: BatchStateName, version: z.number(), sameAs: Id.nullable() }),
  },
  batches: {
    kind: 'query',
    summary: { zh: '导入批次', en: 'Files that were sent in' },
    input: z.strictObject({ after: Id.optional(), limit: z.number().int().min(1).max(100).default(30) }),
    output: z.object({ batches: z.array(Batch), next: z.string().nullable(), can: z.array(z.string()) }),
  },
  batch: {
    kind: 'query',
    summary: { zh: '一个导入批次', en: 'One file that was sent in' },
    input: z.strictObject({ id: Id }),
    output: BatchFull,
  },
  noteHeadings: {
    kind: 'command',
    summary: { zh: '记下表头', en: 'Note the headings of a file' },
    input: z.strictObject({ id: Id, headings: z.array(line(0, 200)).max(512) }),
    output: z.object({ version: z.number() }),
  },
  checkBatch: {
    kind: 'command',
    summary: { zh: '试读：什么都不写入', en: 'Check without writing anything' },
    input: one.extend({
      /** Heading as written → column code or `unknown`; headings that are left out keep what is offered. */
      mapping: z.record(z.string().max(200), z.string().max(40)).default({}),
    }),
    output: moved,
  },
  noteChecked: {
    kind: 'command',
    summary: { zh: '试读完毕', en: 'Note that a file was checked' },
    input: z.strictObject({ id: Id, dropped: Dropped.max(512) }),
    output: moved,
  },
  loadBatch: {
    kind: 'command',
    summary: { zh: '导入', en: 'Load a checked file' },
    inPerson: IN_PERSON,
    input: one.extend({ choice: z.enum(['good', 'all']).default('good') }),
    output: moved,
  },
  loadAtOnce: {
    kind: 'command',
    summary: { zh: '不试读就导入：好的行进来', en: 'Load the good rows of a file without checking it first' },
    input: one,
    output: moved,
  },
  publishBatch: {
    kind: 'command',
    summary: { zh: '导入完毕，对外可见', en: 'Show the rows of a loaded file' },
    input: z.strictObject({ id: Id, dropped: Dropped.max(512).default([]) }),
    output: moved,
  },
  cancelBatch: {
    kind: 'command',
    summary: { zh: '取消导入', en: 'Cancel' },
    input: one,
    output: moved,
  },
  undoBatch: {
    kind: 'command',
    summary: { zh: '撤销整批', en: 'Undo a whole file' },
    inPerson: IN_PERSON,
    input: one,
    output: moved,
  },
  noteUndone: {
    kind: 'command',
    summary: { zh: '撤销完毕', en: 'Note that a file was undone' },
    input: z.strictObject({ id: Id }),
    output: moved,
  },
  noteFailed: {
    kind: 'command',
    summary: { zh: '读不下去', en: 'Note that a file could not be read' },
    input: z.strictObject({ id: Id, fault: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/) }),
    output: moved,
  },
  batchFaults: {
    kind: 'query',
    summary: { zh: '哪些行有问题', en: 'Rows that cannot go in' },
    input: z.strictObject({
      id: Id,
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(LineFault),
      /** How many rows have each reason. */
      reasons: z.array(z.object({ reason: z.string(), text: z.string(), rows: z.number() })),
      next: z.number().nullable(),
    }),
  },
  faultSheet: {
    kind: 'query',
    summary: { zh: '待更正的表格', en: 'A sheet of the rows to correct' },
    discloses: true,
    inPerson: { zh: '里面有未打码的原始内容，由本人来取。', en: 'it holds unmasked rows, fetched in person.' },
    bytes: true,
    input: z.strictObject({ id: Id }),
    output: FileAnswer,
  },
  template: {
    kind: 'query',
    summary: { zh: '下载模板', en: 'A template to fill in' },
    bytes: true,
    input: z.strictObject({ class: BatchClass }),
    output: FileAnswer,
  },
  offers: {
    kind: 'query',
    summary: { zh: '可能是同一个人的登记', en: 'Entries that may be one person' },
    input: z.strictObject({
      batchId: Id.optional(),
      after: Id.optional(),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.object({ offers: z.array(Offer), next: z.string().nullable() }),
  },
  settleOffer: {
    kind: 'command',
    summary: { zh: '合并、分开登记或不要', en: 'Take, keep apart or leave what was offered' },
    input: one.extend({ way: z.enum(['taken', 'apart', 'left']) }),
    output: z.object({ id: Id, personId: Id.nullable() }),
  },
} as const
