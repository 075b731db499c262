// A list that got about, as cells: pasted from a sheet or a message, or a text file of the kind that is exported.

/** What the server takes at once; thirty lines are enough. */
export const MOST_CELLS = 5000
const LONGEST = 200

/** One line of comma-separated text; quotes hold commas and quotes. */
function commaCells(line: string): string[] {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += sign
      at++
    } else if (sign === '"') quoted = !quoted
    else if (sign === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

/** Tabs, then commas, then wide gaps or Chinese commas: one space alone stands within a telephone number. */
const cellsOf = (line: string): string[] => {
  if (line.includes('\t')) return line.split('\t')
  if (line.includes(',')) return commaCells(line)
  return line.split(/\s{2,}|[，、；;|]/)
}

/** Different cells in their order, as many as are taken. */
export function cellsIn(text: string): string[] {
  const cells = text
    .split(/\r?\n/)
    .flatMap(cellsOf)
    .map((cell) => cell.trim().replace(/^'/, ''))
    .filter((cell) => cell.length > 1 && cell.length <= LONGEST)
  return [...new Set(cells)].slice(0, MOST_CELLS)
}

/** The text of a file as it was exported: UTF-8, else GB 18030. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
