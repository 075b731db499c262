// A list as it leaves: made when it is fetched, row by row, so that nothing lies about to be found.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#kernel/access.ts'
import { SHANGHAI_MS } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { writeCsv, writeXlsx } from '#kernel/sheets/write.ts'
import { type Lang, say } from '#kernel/words.ts'
import { openField } from '../people/sealed.ts'
import { type PersonRow, peopleWithin, type Span } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { columnWords } from '../words.ts'
import { marker } from './marks.ts'
import type { ExportRow } from './store.ts'
import { noteWords, registerProblems, sexWords, yesNo } from './words.ts'

type Column = keyof typeof columnWords

const PAGE = 1000

const WIDTHS: Partial<Record<Column, number>> = {
  address: 36,
  fullName: 12,
  phone: 16,
  fullPhone: 16,
  birth: 14,
  asOf: 14,
}

const OPENED = { fullName: 'name', fullPhone: 'phone', birth: 'birth' } as const

/** Only what was asked for is opened. */
function cells(columns: readonly Column[], row: PersonRow, keys: Keys, lang: Lang): string[] {
  const masked = columns.some((column) => !(column in OPENED)) ? toPerson(keys, row) : undefined
  return columns.map((column) => {
    switch (column) {
      case 'fullName':
      case 'fullPhone':
      case 'birth':
        return openField(keys, row, OPENED[column])
      case 'sex':
        return sexWords[row.sex]?.[lang] ?? ''
      case 'livesHere':
        return row.lives_here === null ? '' : yesNo[`${row.lives_here}`][lang]
      case 'birthYear':
        return row.birth_year === null ? '' : String(row.birth_year)
      default:
        return masked![column]
    }
  })
}

export type Left = { readonly person: string; readonly house: string }

type Making = {
  readonly row: ExportRow
  readonly span: Span
  readonly actor: Actor
  readonly now: Date
  readonly tx: Tx
  readonly keys: Keys
  /** Told of each page of persons that goes into the list. */
  readonly left: (page: readonly Left[]) => Promise<unknown>
}

const columnsOf = (row: ExportRow) => row.columns as Column[]

async function* rows({ row, span, actor, tx, keys, left }: Making): AsyncGenerator<string[]> {
  const columns = columnsOf(row)
  yield columns.map((column) => columnWords[column][actor.lang])
  const mark = marker(keys.mac('export mark', row.id))
  let after: { pos: number; id: string } | undefined
  let persons = 0
  for (;;) {
    const page = await peopleWithin(tx, row.tenant_id, span, { class: row.class, state: 'here' }, after, PAGE)
    persons += page.length
    if (persons > row.persons) throw new Problem(registerProblems.exportGrown)
    await left(page.map((one) => ({ person: one.id, house: one.household_id ?? one.home_id ?? one.id })))
    for (const one of page) yield cells(columns, one, keys, actor.lang).map(mark)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = { pos: last.area_pos, id: last.id }
  }
}

/** 2026-11-18 09:06, on the clock of the wall. */
const minute = (at: Date) => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')

const noteOf = ({ row, actor, now }: Making) =>
  say(noteWords, actor.lang, { area: row.area, name: actor.name, at: minute(now), no: row.no, persons: row.persons })

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
