// The file on paper: what belongs into it, each document, scanned originals, and the sealed archive.
import { z } from 'zod'
import { Day, FileAnswer, Id, line, Uploads, Version, words } from '#kernel/contract.ts'
import * as life from '../lifecycle.ts'
import { Changed, OneMediation, State, Told } from './shapes.ts'

const IN_PERSON = {
  zh: '案卷文书有完整的姓名和电话，要本人登录来看',
  en: 'The documents of a file name people in full: opened by the one who signed in',
} as const

/** `title` as printed. */
const Printed = z.object({ id: z.string(), title: z.string() })

const Row = z.object({
  ...{ row: z.string(), zh: z.string(), en: z.string(), basisZh: z.string(), basisEn: z.string() },
  state: z.enum(['there', 'missing', 'not-needed']),
  /** Why it is needed or not, or what is still missing; names are masked. */
  ...{ reasonZh: z.string(), reasonEn: z.string() },
  documents: z.array(Printed),
})

const Archive = z.object({
  sealedAt: z.string(),
  /** SHA-256 of the archive's list of parts, in hex. */
  seal: z.string(),
  ...{ pages: z.number(), kept: z.enum(['short', 'long']), keepUntil: z.string() },
  ...{ filer: z.string(), checker: z.string() },
})

export const GROUNDS = ['released', 'court', 'complaint', 'relapse'] as const

const Opening = z.object({
  ...{ id: Id, ground: z.enum(GROUNDS), askedBy: z.string(), askedAt: z.string() },
  state: z.enum(['waiting', 'declined', 'open', 'over']),
  ...{ decidedBy: z.string(), decidedAt: z.string().nullable(), until: z.string().nullable(), looks: z.number() },
  ...{ version: z.number(), can: z.array(z.string()) },
})

const Decision = z.strictObject({ id: Id, openingId: Id, version: Version })

export const papers = {
  papers: {
    kind: 'query',
    summary: { zh: '卷内文书：有哪些、还缺什么', en: 'What belongs into the file, and what is still missing' },
    input: OneMediation,
    output: z.object({
      rows: z.array(Row),
      /** Letters, notices, consents and reports that are no row of the official list. */
      letters: z.array(Printed),
      complete: z.boolean(),
      scans: z.array(
        z.object({
          ...{ id: Id, evidenceId: Id, paper: z.enum(life.PAPERS), partyId: Id.nullable(), termId: Id.nullable() },
          files: z.array(Id),
        }),
      ),
      can: z.array(z.string()),
    }),
  },
  explainGap: {
    kind: 'command',
    summary: { zh: '写明为什么缺这份材料（卷宗情况说明）', en: 'Say in the notes why a paper is missing' },
    input: z.strictObject({ id: Id, row: z.enum(life.EXPLAINABLE), words: Told }),
    output: Changed,
  },
  paper: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    bytes: true,
    summary: { zh: '一份文书，Word 或 PDF（会记录）', en: 'One document as Word or PDF (recorded)' },
    input: z.strictObject({
      id: Id,
      paper: z.string().regex(/^[0-9a-z-]{2,40}$/),
      as: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: FileAnswer,
  },
  wholeFile: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    bytes: true,
    summary: { zh: '整卷 PDF：封面、目录、页码（会记录）', en: 'The whole file bound as one PDF (recorded)' },
    input: OneMediation,
    output: FileAnswer,
  },
  addScan: {
    kind: 'command',
    form: true,
    summary: { zh: '收纸质材料的扫描件', en: 'Take in the scanned pages of a paper' },
    input: z.strictObject({
      id: Id,
      /** More pages of a paper that is there already; else a new one, as the next fields say. */
      evidenceId: Id.optional(),
      paper: z.enum(life.PAPERS).default('other'),
      partyId: Id.optional(),
      termId: Id.optional(),
      name: words(line(0, 80)).default(''),
      original: z.boolean().default(true),
      givenOn: Day.optional(),
      photos: Uploads(9),
    }),
    output: Changed.extend({ evidenceId: Id, scanId: Id }),
  },
  scanPage: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    bytes: true,
    summary: { zh: '一页扫描件（会记录）', en: 'One scanned page (recorded)' },
    input: z.strictObject({ id: Id, file: Id, size: z.enum(['full', 'small']).default('full') }),
    output: FileAnswer,
  },
  archive: {
    kind: 'command',
    summary: { zh: '归档封存', en: 'Archive and seal' },
    input: OneMediation,
    output: Changed,
  },
  verifyArchive: {
    kind: 'query',
    summary: { zh: '核对封存的卷宗有没有改动', en: 'Hold a sealed file against its seal' },
    input: OneMediation,
    output: z.object({
      untouched: z.boolean(),
      faults: z.array(z.object({ part: z.string(), fault: z.string() })),
      archive: Archive,
    }),
  },
  sealed: {
    kind: 'query',
    summary: {
      zh: '已封存的案卷：只看编号、类型、结果和日期',
      en: 'What is seen of a sealed file: number, kind, outcome, dates',
    },
    input: OneMediation,
    output: z.object({
      ...{ id: Id, no: z.string().nullable(), state: State, kindZh: z.string(), kindEn: z.string() },
      ...{ outcome: z.string().nullable(), appliedAt: z.string(), acceptedAt: z.string().nullable() },
      ...{ closedAt: z.string().nullable(), archive: Archive.nullable(), openings: z.array(Opening) },
      /** Whom a release is asked of: as they are numbered on the cover, without a name. */
      sides: z.array(z.object({ id: Id, side: z.enum(life.SIDES) })),
      can: z.array(z.string()),
    }),
  },
  askOpening: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '申请打开已封存的案卷', en: 'Ask to open a sealed file' },
    input: z.strictObject({
      id: Id,
      ground: z.enum(GROUNDS),
      /** The court's number, or what was said. */
      words: Told,
      releasedBy: z.array(Id).max(60).default([]),
    }),
    output: z.object({ id: Id, openingId: Id }),
  },
  approveOpening: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '同意打开（第二人）', en: 'Agree to an opening, as the second person' },
    input: Decision,
    output: z.object({ id: Id, openingId: Id, until: z.string() }),
  },
  declineOpening: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '不同意打开', en: 'Refuse an opening' },
    input: Decision,
    output: z.object({ id: Id, openingId: Id }),
  },
  openedPaper: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    bytes: true,
    summary: { zh: '打开期内看一份文书（当事人查得到）', en: 'A document of an opened file (its parties can see it)' },
    input: z.strictObject({ id: Id, paper: z.string().regex(/^[0-9a-z-]{2,40}$/) }),
    output: FileAnswer,
  },
  openedPapers: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: { zh: '打开期内的卷内文书（当事人查得到）', en: 'What lies in an opened file (its parties can see it)' },
    input: OneMediation,
    output: z.object({
      title: z.string(),
      until: z.string(),
      /** `leaves`: it may be taken out; statements are read here and nowhere else. */
      documents: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), leaves: z.boolean() })),
    }),
  },
} as const
