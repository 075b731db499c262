// COPY … FROM STDIN over the driver we have: one object that speaks that part of the protocol.
import type { Client, Submittable } from 'pg'

type Wire = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** What a cell may hold; objects go as JSON, arrays as PostgreSQL arrays of plain words. */
export type Cell = string | number | boolean | null | Date | Buffer | readonly string[]

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escapeText = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPED[c]!) : text

function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escapeText(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`
  if (Array.isArray(cell)) return `{${cell.join(',')}}`
  return String(cell)
}

export const copyLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join('\t')}\n`

/** Sends the lines (as `copyLine` makes them) into a table; resolves when PostgreSQL has taken them all. */
export const copyInto = (client: Client, table: string, columns: readonly string[], lines: readonly string[]) =>
  new Promise<void>((resolve, reject) => {
    let fault: Error | undefined
    const query = {
      submit: (wire: Wire) => wire.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse(wire: Wire) {
        for (let at = 0; at < lines.length; at += 500)
          wire.sendCopyFromChunk(Buffer.from(lines.slice(at, at + 500).join('')))
        wire.endCopyFrom()
      },
      handleError: (error: Error) => {
        fault = error
        reject(error)
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => (fault ? undefined : resolve()),
    }
    client.query(query as unknown as Submittable)
  })
