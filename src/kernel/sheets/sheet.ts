// What a sheet is to those who read it and to those who write it.

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
  /** A workbook within an archive is held in memory while it is read: packed bytes. */
  readonly within: number
}

export const SHEET_LIMITS: SheetLimits = {
  entries: 200,
  ratio: 100,
  total: 4 * 1024 ** 3,
  columns: 512,
  within: 64 * 1024 ** 2,
}

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
