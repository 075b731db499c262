// What the register promises about lists that leave the house.
import { z } from 'zod'
import { FileAnswer, Id, Instant, line, Version, words } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'
import { PersonClass } from './people.ts'

const IN_PERSON: Text = {
  zh: '导出名单，要本人登录来办',
  en: 'a list leaves the house by the one who signed in',
}

/** Masked as in every list. */
export const MASKED_COLUMNS = [
  ...(['name', 'sex', 'birthYear', 'phone', 'relation', 'address', 'livesHere', 'source', 'asOf'] as const),
] as const
/** Unmasked: told to each person, and counted as if opened one by one. */
export const FULL_COLUMNS = ['fullName', 'fullPhone', 'birth'] as const
export const ExportColumn = z.enum([...MASKED_COLUMNS, ...FULL_COLUMNS])
export const ExportFormat = z.enum(['xlsx', 'csv-utf8', 'csv-gb18030'])
export const ExportReason = z.enum(['service', 'emergency', 'check', 'statistics'])
export const ExportFor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('matter'), id: Id }),
  z.strictObject({ kind: z.literal('document'), no: words(line(4, 60)) }),
])
const ExportState = z.enum(['waiting', 'ready', 'declined', 'over'])

const Export = z.object({
  id: Id,
  /** Stands on the file: DC-2026-00012. */
  no: z.string(),
  areaId: Id,
  area: z.string(),
  areaEn: z.string(),
  class: PersonClass,
  columns: z.array(ExportColumn),
  format: ExportFormat,
  reason: ExportReason,
  documentNo: z.string(),
  matterId: Id.nullable(),
  inFull: z.boolean(),
  persons: z.number(),
  askedBy: z.string(),
  askedAt: Instant,
  state: ExportState,
  decidedBy: z.string(),
  /** When the file dies. */
  until: Instant.nullable(),
  /** Of three times that it may be fetched. */
  left: z.number(),
  version: z.number(),
  can: z.array(z.string()),
})
const Decision = z.strictObject({ id: Id, version: Version })

export const exportPromises = {
  exports: {
    kind: 'query',
    summary: { zh: '我申请的和等我同意的导出', en: 'Exports I asked for, and those that wait for my word' },
    input: z.strictObject({}),
    output: z.object({ exports: z.array(Export), can: z.array(z.string()) }),
  },
  askExport: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '申请导出一份名单', en: 'Ask to export a list' },
    input: z.strictObject({
      areaId: Id,
      class: PersonClass,
      columns: z.array(ExportColumn).min(1).max(12),
      format: ExportFormat,
      reason: ExportReason,
      for: ExportFor,
    }),
    output: Export,
  },
  approveExport: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '同意别人导出', en: 'Agree to an export somebody asked for' },
    input: Decision,
    output: Export,
  },
  declineExport: {
    inPerson: IN_PERSON,
    kind: 'command',
    summary: { zh: '不同意别人导出', en: 'Decline an export somebody asked for' },
    input: Decision,
    output: Export,
  },
  fetchExport: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    bytes: true,
    summary: {
      zh: '下载导出的名单（会记录，本人查得到）',
      en: 'Fetch an exported list (recorded, and those in it can see it)',
    },
    input: z.strictObject({ id: Id }),
    output: FileAnswer,
  },
  traceExport: {
    inPerson: IN_PERSON,
    kind: 'query',
    canWait: true,
    summary: { zh: '查一段流出的名单是哪次导出的', en: 'Find from which export a piece of a list comes' },
    /** Cells as they were found, in any order. */
    input: z.strictObject({ cells: words(z.array(z.string().max(200)).min(1).max(5000)) }),
    output: z.object({
      found: Export.nullable(),
      /** How many cells carried a mark, and how many of them are this export's. */
      marked: z.number(),
      matching: z.number(),
    }),
  },
} as const
