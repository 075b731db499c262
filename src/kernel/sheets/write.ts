// Spreadsheets written while their rows come: every cell is text, so that no number loses a digit and no word becomes a formula.
import type { Writable } from 'node:stream'

export type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>

/** One sheet. Its first row is the heading: it stays in view, and is repeated where rows beyond 1,048,576 go on in a further sheet. */
export type SheetToWrite = {
  readonly name: string
  readonly rows: Rows
  /** Column widths in characters, from the left. */
  readonly widths?: readonly number[]
  /** What may be chosen in a column (from 0) below the heading. */
  readonly dropDowns?: ReadonlyMap<number, readonly string[]>
  /** A line above the heading, and on every printed page. */
  readonly note?: string
}

/** A workbook, sent as it grows; resolves when the last byte was handed over. */
export async function writeXlsx(
  _to: Writable,
  _sheets: AsyncIterable<SheetToWrite> | Iterable<SheetToWrite>,
): Promise<void> {}

/** Cells that a spreadsheet might take for a formula are guarded with an apostrophe, which `readSheets` takes off again. */
export async function writeCsv(_to: Writable, _rows: Rows, _encoding: 'utf8-bom' | 'gb18030'): Promise<void> {}
