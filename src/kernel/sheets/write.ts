// Spreadsheets written while their rows come: every cell is text, so that no number loses a digit and no word becomes a formula.
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toGb18030 } from './encoding.ts'
import { guarded } from './guard.ts'
import type { Rows, SheetToWrite } from './sheet.ts'
import { workbookParts } from './workbook-parts.ts'
import { zipped } from './zip.ts'

export type { Rows, SheetToWrite }

/** A workbook, sent as it grows; `to` is ended, and the promise resolves when it has taken the last byte. */
export async function writeXlsx(
  to: Writable,
  sheets: AsyncIterable<SheetToWrite> | Iterable<SheetToWrite>,
): Promise<void> {
  await pipeline(zipped(workbookParts(sheets)), to)
}

const CSV_PIECE = 64 * 1024

const quoted = (cell: string): string => {
  const safe = guarded(cell)
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** An empty row would be taken for none; quotes keep it. */
const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',') || '""'}\r\n`

async function* csvBytes(rows: Rows, encoding: 'utf8-bom' | 'gb18030'): AsyncGenerator<Buffer> {
  const bytes = (text: string) => (encoding === 'gb18030' ? toGb18030(text) : Buffer.from(text))
  let text = encoding === 'utf8-bom' ? '\ufeff' : ''
  for await (const row of rows) {
    text += csvLine(row)
    if (text.length < CSV_PIECE) continue
    yield bytes(text)
    text = ''
  }
  yield bytes(text)
}

/**
 * Cells that a spreadsheet might take for a formula are guarded with an apostrophe, which `readSheets` takes off again.
 * `to` is ended, and the promise resolves when it has taken the last byte.
 */
export async function writeCsv(to: Writable, rows: Rows, encoding: 'utf8-bom' | 'gb18030'): Promise<void> {
  await pipeline(csvBytes(rows, encoding), to)
}
