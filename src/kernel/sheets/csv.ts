// Comma-separated files as people send them: any of the encodings in use, commas, semicolons or tabs, quotes anywhere.
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '../problem.ts'
import { encodingOf, textOf } from './encoding.ts'
import { unguarded } from './guard.ts'
import { sheetProblems } from './problems.ts'
import type { SheetLimits, SheetRow } from './sheet.ts'

/** A row longer than this has a quote that nobody closed. */
const LONGEST_ROW = 1024 * 1024

/** What stands most often in the first line, outside quotes. */
function delimiterOf(start: string): string {
  const line = start.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0]!
  const count = (sign: string) => line.split(sign).length
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

async function* utf8(first: string, rest: AsyncIterator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(first)
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield Buffer.from(next.value)
}

/** `open` gives the bytes anew each time it is asked: once to see how they are written, once to read them. */
export async function* csvRows(
  open: () => Promise<AsyncIterable<Buffer>>,
  source: { sheet: string; sent: string; limits: SheetLimits },
  piece: number,
): AsyncGenerator<readonly SheetRow[]> {
  const refuse = (problem: 'notSheet' | 'broken') => new Problem(sheetProblems[problem], { name: source.sent })
  const encoding = await encodingOf(await open())
  if (!encoding) throw refuse('notSheet')
  const texts = textOf(await open(), encoding)
  let start = ''
  while (start.length < 4096) {
    const next = await texts.next()
    if (next.done) break
    start += next.value
  }
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(start)) throw refuse('notSheet')
  const parser = parse({
    delimiter: delimiterOf(start),
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  })
  // Its errors arrive where the rows are read.
  pipeline(Readable.from(utf8(start, texts)), parser, () => {})
  let rows: SheetRow[] = []
  let line = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line++
      const cells = record.map(unguarded)
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length > source.limits.columns) {
        throw new Problem(sheetProblems.tooWide, { name: source.sent, line, limit: source.limits.columns })
      }
      if (cells.every((cell) => cell.trim() === '')) continue
      if (rows.push({ sheet: source.sheet, line, cells }) < piece) continue
      yield rows
      rows = []
    }
  } catch (error) {
    throw error instanceof CsvError ? refuse('broken') : error
  } finally {
    parser.destroy()
    await texts.return(undefined)
  }
  if (rows.length > 0) yield rows
}
