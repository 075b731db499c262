// What people send as a spreadsheet, read row by row: .xlsx (every visible sheet), .csv, or a .zip of them.

/** One row that holds anything. `line` is the number a person sees at its left, from 1. */
export type SheetRow = { readonly sheet: string; readonly line: number; readonly cells: readonly string[] }

/** How much a file may hold before it is refused. */
export type SheetLimits = {
  /** Files within an archive; parts within a workbook. */
  readonly entries: number
  /** Bytes unpacked for each byte packed, for parts over 1 MiB. */
  readonly ratio: number
  /** Bytes unpacked, all parts together. */
  readonly total: number
  readonly columns: number
}

export const SHEET_LIMITS: SheetLimits = { entries: 200, ratio: 100, total: 4 * 1024 ** 3, columns: 512 }

/** A number of more than 15 digits that a spreadsheet kept as a number: its last digits are lost. Such a cell reads like “1.10105E+17”. */
export const DAMAGED_NUMBER = /^\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/

/**
 * The rows of a file on disk in pieces of at most 2,000, so that millions stay small in memory; the header is an ordinary row,
 * and empty rows are left out. Cells are the text a person sees: days as YYYY-MM-DD, leading zeros kept, what a formula gave last
 * and never what it would give. Throws the problems of `sheetProblems`, with the name as it was sent.
 */
export async function* readSheets(
  _file: string,
  _name: string,
  _limits: SheetLimits = SHEET_LIMITS,
): AsyncGenerator<readonly SheetRow[]> {}
