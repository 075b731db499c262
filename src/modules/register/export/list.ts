// A list as it leaves: made when it is fetched, row by row, so that nothing lies about to be found.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#kernel/access.ts'
import { SHANGHAI_MS } from '#kernel/clock.ts'
import { Problem } from '#kernel/problem.ts'
import { writeCsv, writeXlsx } from '#kernel/sheets/write.ts'
import { say } from '#kernel/words.ts'
import { columnWords } from '../words.ts'
import { marker } from './marks.ts'
import { type Asked, type Column, columnsOf, type Left, pagesOf } from './pages.ts'
import { linesNoteWords, noteWords, registerProblems } from './words.ts'

const WIDTHS: Partial<Record<Column, number>> = {
  address: 36,
  called: 32,
  code: 22,
  contactPhone: 16,
  fullName: 12,
  phone: 16,
  fullPhone: 16,
  birth: 14,
  asOf: 14,
}

type Making = Omit<Asked, 'lang'> & {
  readonly actor: Actor
  readonly now: Date
  /** Told of each page of persons that goes into the list. */
  readonly left: (page: readonly Left[]) => Promise<unknown>
}

async function* rows(making: Making): AsyncGenerator<string[]> {
  const { row, actor, keys, left } = making
  yield columnsOf(row).map((column) => columnWords[column][actor.lang])
  const mark = marker(keys.mac('export mark', row.id))
  let [lines, persons] = [0, 0]
  for await (const page of pagesOf({ ...making, lang: actor.lang })) {
    lines += page.lines.length
    persons += page.persons
    if (lines > row.lines || persons > row.persons) throw new Problem(registerProblems.exportGrown)
    if (page.left) await left(page.left)
    for (const cells of page.lines) yield cells.map(mark)
  }
}

/** 2026-11-18 09:06, on the clock of the wall. */
const minute = (at: Date) => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')

const noteOf = ({ row, actor, now }: Making) =>
  say(row.lines === row.persons ? noteWords : linesNoteWords, actor.lang, {
    ...{ area: row.area, name: actor.name, at: minute(now), no: row.no, persons: row.persons, lines: row.lines },
  })

async function* withNote(making: Making): AsyncGenerator<string[]> {
  yield [noteOf(making)]
  yield* rows(making)
}

const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'csv-utf8': 'text/csv; charset=utf-8',
  'csv-gb18030': 'text/csv; charset=gb18030',
} as const

export async function makeList(making: Making) {
  const { row } = making
  const to = new PassThrough()
  const widths = columnsOf(row).map((column) => WIDTHS[column] ?? 12)
  const written =
    row.format === 'xlsx'
      ? writeXlsx(to, [{ name: row.no, rows: rows(making), widths, note: noteOf(making) }])
      : writeCsv(to, withNote(making), row.format === 'csv-utf8' ? 'utf8-bom' : 'gb18030')
  const whole = buffer(to)
  // What went wrong is told by the writer; that its reader was cut off says nothing more.
  whole.catch(() => {})
  await written
  return {
    mime: MIME[row.format],
    name: `${row.no}.${row.format === 'xlsx' ? 'xlsx' : 'csv'}`,
    bytes: new Uint8Array(await whole),
  }
}
