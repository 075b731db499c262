// What the register promises about lists that leave the house.
import { z } from 'zod'
import { FileAnswer, Id, Instant, line, Version, words } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'

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
/** Of a home; `people` says how many live there. */
const HOME_COLUMNS = ['use', 'floorArea', 'let', 'people'] as const
/** Of an organisation, with whom to speak to there, masked. */
const ORGANISATION_COLUMNS = ['called', 'code', 'kind', 'contactName', 'contactPhone'] as const
const ExportColumn = z.enum([...MASKED_COLUMNS, ...FULL_COLUMNS, ...HOME_COLUMNS, ...ORGANISATION_COLUMNS])
const ExportClass = z.enum(['registered', 'floating', 'home', 'organisation', 'school', 'property'])

/** Where one of these is chosen, each line says something of people. */
export const TELLS_OF_PEOPLE: readonly string[] = ['people', 'contactName', 'contactPhone']
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
  class: ExportClass,
  columns: z.array(ExportColumn),
  format: ExportFormat,
  reason: ExportReason,
  documentNo: z.string(),
  matterId: Id.nullable(),
  inFull: z.boolean(),
  /** People it says something of: those in it, those who live in its homes, contacts of its organisations. */
  persons: z.number(),
  lines: z.number(),
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
      class: ExportClass,
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
    // Changes nothing, and is a command so that the journal says who looked for which list.
    kind: 'command',
    summary: { zh: '查一段流出的名单是哪次导出的', en: 'Find from which export a piece of a list comes' },
    /** Cells as they were found, in any order. */
    input: z.strictObject({ cells: words(z.array(z.string().max(200)).min(1).max(5000)) }),
    output: z.object({
      found: Export.nullable(),
      /** How many cells carried a mark, and how many of them are this export's. */
      marked: z.number(),
      matching: z.number(),
      /** How many would be so by chance. */
      byChance: z.number(),
      /** Fewer than one in ten to the power of this that it is another; 0 where none is found. */
      odds: z.number(),
    }),
  },
} as const
