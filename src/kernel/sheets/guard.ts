// A cell of a .csv that begins like a formula is run by the spreadsheet that opens it. An apostrophe in front keeps it a text.

/** What a formula begins with: = + - @, the signs that spreadsheets skip before them, and their full-width forms, with any guards before. */
const LIKE_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

export const guarded = (cell: string): string => (LIKE_FORMULA.test(cell) ? `'${cell}` : cell)

/** Exactly what `guarded` put there is taken off, so that a file of ours comes back as it was. */
export const unguarded = (cell: string): string =>
  cell.charCodeAt(0) === 39 && GUARDED.test(cell) ? cell.slice(1) : cell
