// Rows as COPY takes them: text with tabs, bytes in hex, nothing as \N.

/** A cell as COPY takes it. Undefined and null are no value. */
export type Cell = string | number | boolean | Buffer | null | undefined

function escaped(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92 || code === 9 || code === 10 || code === 13)
      return text
        .replaceAll('\\', '\\\\')
        .replaceAll('\t', '\\t')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll('\0', '')
    if (code === 0) return escaped(text.replaceAll('\0', ''))
  }
  return text
}

const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (typeof cell === 'object') return `\\\\x${cell.toString('hex')}`
  return String(cell)
}

export function copyLine(cells: readonly Cell[]): string {
  let line = cellText(cells[0])
  for (let at = 1; at < cells.length; at++) line += `\t${cellText(cells[at])}`
  return `${line}\n`
}
