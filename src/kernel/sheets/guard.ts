// A cell of a .csv that begins like a formula is run by the spreadsheet that opens it. An apostrophe in front keeps it a text.

/** What a formula begins with: = + - @, blanks of any kind before them, which some spreadsheets skip, and their full-width forms, with any guards before. */
const LIKE_FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/
const GUARDED = /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

export const guarded = (cell: string): string => (LIKE_FORMULA.test(cell) ? `'${cell}` : cell)

/** Exactly what `guarded` put there is taken off, so that a file of ours comes back as it was. */
export const unguarded = (cell: string): string =>
  cell.charCodeAt(0) === 39 && GUARDED.test(cell) ? cell.slice(1) : cell
