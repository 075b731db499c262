// What people send as a spreadsheet, read row by row: .xlsx (every visible sheet), .csv, or a .zip of them.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { ByteSource } from '../files/spool.ts'
import { Problem } from '../problem.ts'
import { type Archive, openArchive, type Part } from './archive.ts'
import { csvRows } from './csv.ts'
import { sheetProblems } from './problems.ts'
import { sheetRows } from './rows.ts'
import { streamOf } from './sealed-source.ts'
import { SHEET_LIMITS, type SheetLimits, type SheetRow } from './sheet.ts'
import { readStrings } from './strings.ts'
import { isWorkbook, openWorkbook } from './workbook.ts'
import { CrookedXml } from './xml.ts'

export { SHEET_LIMITS, type SheetLimits, type SheetRow }

/** A number of more than 15 digits that a spreadsheet kept as a number: its last digits are lost. Such a cell reads like “1.10105E+17”. */
export const DAMAGED_NUMBER = /^\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/

const PIECE = 2000
const ARCHIVE = 'PK\x03\x04'
/** What both old .xls files and workbooks locked with a password begin with. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0'
/** What systems leave in archives beside what somebody packed. */
const LEFT_BESIDE = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i

async function* workbookRows(archive: Archive, sent: string, limits: SheetLimits, prefix = '') {
  const book = await openWorkbook(archive, sent)
  const strings = await readStrings(book.strings)
  for (const { name, part } of book.sheets) {
    const sheet = { sent, name: prefix + name, strings, styles: book.styles, from1904: book.from1904, limits }
    yield* sheetRows(part, sheet, PIECE)
  }
}

async function* partRows(part: Part, sent: string, limits: SheetLimits): AsyncGenerator<readonly SheetRow[]> {
  const sheet = part.name.split('/').at(-1)!
  if (/\.csv$/i.test(sheet)) {
    yield* csvRows(() => part.stream(), { sheet, sent: sheet, limits }, PIECE)
    return
  }
  if (/\.(zip|rar|7z|gz|tar)$/i.test(sheet)) throw new Problem(sheetProblems.nested, { name: sent })
  if (part.packed > limits.within || part.size > limits.within)
    throw new Problem(sheetProblems.sendAlone, { name: sheet })
  const bytes = await part.bytes(limits.within)
  refuseOldOffice(bytes, sheet)
  if (bytes.toString('latin1', 0, 4) !== ARCHIVE) throw new Problem(sheetProblems.notSheet, { name: sheet })
  const inner = await openArchive(bytes, sheet, limits)
  try {
    if (!isWorkbook(inner)) throw new Problem(sheetProblems.nested, { name: sent })
    yield* workbookRows(inner, sheet, limits, `${sheet} › `)
  } finally {
    inner.close()
  }
}

async function* archiveRows(archive: Archive, sent: string, limits: SheetLimits) {
  if (isWorkbook(archive)) return yield* workbookRows(archive, sent, limits)
  const parts = archive.parts.filter((part) => !LEFT_BESIDE.test(part.name))
  if (parts.length === 0) throw new Problem(sheetProblems.notSheet, { name: sent })
  for (const part of parts) yield* partRows(part, sent, limits)
}

/** A locked workbook names its encrypted part in its directory, in UTF-16; an old .xls has none. */
function refuseOldOffice(start: Buffer, sent: string): void {
  if (start.toString('latin1', 0, 4) !== OLD_OFFICE) return
  const locked = start.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  throw new Problem(locked ? sheetProblems.locked : sheetProblems.oldExcel, { name: sent })
}

async function firstBytes(file: string | ByteSource, most: number): Promise<Buffer> {
  if (typeof file !== 'string') return file.read(0, most)
  const handle = await open(file, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function* rowsOf(
  file: string | ByteSource,
  name: string,
  limits: SheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const start = await firstBytes(file, 1024 * 1024)
  refuseOldOffice(start, name)
  if (start.toString('latin1', 0, 4) === ARCHIVE) {
    const archive = await openArchive(file, name, limits)
    try {
      yield* archiveRows(archive, name, limits)
    } finally {
      archive.close()
    }
    return
  }
  if (!/\.(csv|txt|tsv)$/i.test(name)) throw new Problem(sheetProblems.notSheet, { name })
  yield* csvRows(
    async () => (typeof file === 'string' ? createReadStream(file) : streamOf(file)),
    { sheet: name, sent: name, limits },
    PIECE,
  )
}

/** Whatever a library says of bytes that are not as they should be is told as “damaged”; what the machine says stays. */
function told(error: unknown, name: string): unknown {
  if (error instanceof CrookedXml) return new Problem(error.entry, { name })
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof Problem || (code && !code.startsWith('Z_'))) return error
  return new Problem(sheetProblems.broken, { name })
}

/**
 * The rows of a file on disk, or sealed in the spool, in pieces of at most 2,000, so that millions stay small in memory; the header is an ordinary row,
 * and empty rows are left out. Cells are the text a person sees: days as YYYY-MM-DD, leading zeros kept, what a formula gave last
 * and never what it would give. Throws the problems of `sheetProblems`, with the name as it was sent.
 */
export async function* readSheets(
  file: string | ByteSource,
  name: string,
  limits: SheetLimits = SHEET_LIMITS,
): AsyncGenerator<readonly SheetRow[]> {
  try {
    yield* rowsOf(file, name, limits)
  } catch (error) {
    throw told(error, name)
  }
}
