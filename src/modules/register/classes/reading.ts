// Reads the cells of one row by column, each reading noting what is wrong with its cell.

import { NO, YES } from './choices.ts'
import { classes } from './classes.ts'
import type { Choice, ClassCode, Column, ColumnKind } from './column.ts'
import { readCreditCode } from './credit-code.ts'
import { readDay } from './day.ts'
import type { CheckContext, Fault, Mapping } from './entry.ts'
import { type IdNumber, readIdNumber } from './id-number.ts'
import { maskValue } from './mask-value.ts'
import { readPhone } from './phone.ts'
import { halfWidth, isDamaged, simplified, unspaced } from './plain-text.ts'
import type { Reason } from './words.ts'

type Place = {
  readonly index: number
  readonly column: Column
  readonly choices: ReadonlyMap<string, string> | undefined
}
/** A mapping made ready: where each column of the class stands. */
export type Plan = {
  readonly class: ClassCode
  readonly width: number
  readonly places: Readonly<Record<string, Place>>
}

export type Row = {
  readonly plan: Plan
  readonly cells: readonly string[]
  readonly context: CheckContext
  readonly faults: Fault[]
  readonly warnings: Fault[]
}

/** As a choice is compared: simplified, capital letters, no spaces. */
const choiceKey = (text: string): string => unspaced(simplified(text)).toUpperCase()

const keyed = (choices: readonly Choice[]): ReadonlyMap<string, string> =>
  new Map(
    choices.flatMap(({ code, zh, en, also = [] }) =>
      [code, zh, en, `${code}${zh}`, `${code}-${zh}`, ...also].map((word) => [choiceKey(word), code] as const),
    ),
  )

export function planOf(code: ClassCode, mapping: Mapping): Plan {
  const places: Record<string, Place> = {}
  for (const column of classes[code].columns) {
    const heading = mapping.headings.find((one) => one.column === column.code)
    const choices = column.choices && keyed(column.choices)
    places[column.code] = { index: heading?.index ?? -1, column, choices }
  }
  return { class: code, width: mapping.headings.length, places }
}

const note = (list: Fault[], place: Place, value: string, reason: Reason, kind: ColumnKind = place.column.kind) =>
  void list.push({ column: place.column.code, index: place.index, value: maskValue(kind, value), reason })

export function wrong(row: Row, code: string, reason: Reason): void {
  const place = row.plan.places[code]!
  note(row.faults, place, place.index < 0 ? '' : (row.cells[place.index] ?? ''), reason)
}
/** The cell of a column, half-width; '' where it is empty, not in the sheet, or of a kind of nothing: 无, /, -. */
function cellOf(row: Row, place: Place): string {
  if (place.index < 0) return ''
  const cell = row.cells[place.index]
  if (cell === undefined || cell === '') return ''
  const text = halfWidth(cell)
  if (text.length === 1 && (text === '-' || text === '/' || text === '\\')) return ''
  if (!isDamaged(text)) return text
  note(row.faults, place, cell, 'damaged')
  return ''
}

export const isMapped = (row: Row, code: string): boolean => row.plan.places[code]!.index >= 0

export function readText(row: Row, code: string): string {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text.length > place.column.most) {
    note(row.faults, place, text, 'tooLong')
    return ''
  }
  return text
}

/** Whether the cell said anything, faulty or not: then an empty result is no missing value. */
const wasGiven = (row: Row, place: Place): boolean => place.index >= 0 && (row.cells[place.index] ?? '').trim() !== ''

export function need(row: Row, code: string, value: string): void {
  const place = row.plan.places[code]!
  if (value === '' && !wasGiven(row, place)) note(row.faults, place, '', 'missing')
}

const NAMELESS = new Set(['无', '不详', '未知', '无名氏', '空', '测试', '户主', '本人', 'NULL', 'null', '#N/A', 'N/A'])
const DOTS = /[•‧・．∙⋅]/g

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff

/** A name as written, without padding inside Chinese names, with one kind of dot. */
export function readName(row: Row, code: string): string {
  const place = row.plan.places[code]!
  let text = readText(row, code)
  if (text === '') return ''
  if (text.includes(' ') && isHan(text.charCodeAt(0))) text = unspaced(text)
  if (/[^㐀-鿿]/.test(text)) {
    text = text.replace(DOTS, '·')
    // Letters of any script, dots, and the signs of names in other languages.
    if (!/^\p{L}[\p{L}\p{M}· .'’-]*$/u.test(text)) {
      note(row.faults, place, text, 'nameSigns')
      return ''
    }
  }
  if (NAMELESS.has(text)) {
    note(row.faults, place, text, 'noName')
    return ''
  }
  if (text.length === 1) note(row.warnings, place, text, 'nameShort')
  return text
}

export function readIdCell(row: Row, code: string): IdNumber | undefined {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '' || text === '无') return undefined
  const read = readIdNumber(text, row.context.today)
  if (typeof read !== 'string') return read
  note(row.faults, place, text, read)
  return undefined
}

export function readDayCell(row: Row, code: string): string {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '' || text === '无') return ''
  const day = readDay(text)
  if (day === undefined) note(row.faults, place, text, /^\d{4}([-/.年]\d{1,2}月?)?年?$/.test(text) ? 'dayPart' : 'day')
  else if (place.column.kind === 'birth' && day > row.context.today) note(row.faults, place, text, 'dayFuture')
  else return day
  return ''
}

export function readPhoneCell(row: Row, code: string): string {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '' || text === '无') return ''
  const read = readPhone(text)
  if (read === undefined) {
    note(row.faults, place, text, 'phone')
    return ''
  }
  if (read.more) note(row.warnings, place, text, 'phoneMany')
  return read.phone
}

export function readChoice(row: Row, code: string): string {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '') return ''
  const found = place.choices?.get(text) ?? place.choices?.get(choiceKey(text))
  if (found === undefined) note(row.faults, place, text, place.column.kind === 'sex' ? 'sex' : 'choice')
  return found ?? ''
}

const isYes = new Set<string>(YES)
const isNo = new Set<string>(NO)

export function readYes(row: Row, code: string): boolean | null {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '') return null
  const key = choiceKey(text)
  if (isYes.has(key)) return true
  if (!isNo.has(key)) note(row.faults, place, text, 'yes')
  return isNo.has(key) ? false : null
}

/** A number without its unit: 86.5㎡, 1,200 平方米. */
export function readNumber(row: Row, code: string): number | null {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '' || text === '无') return null
  const figures = text.replace(/[,，\s]/g, '').replace(/(平方米|平米|㎡|m2|M2|m²|人|间|年|个)$/, '')
  const number = /^\d+(\.\d+)?$/.test(figures) ? Number(figures) : Number.NaN
  if (!(number >= 0 && number <= place.column.most)) {
    note(row.faults, place, text, 'number')
    return null
  }
  return number
}

export function readCredit(row: Row, code: string): string {
  const place = row.plan.places[code]!
  const text = cellOf(row, place)
  if (text === '' || text === '无') return ''
  const read = readCreditCode(text)
  if (typeof read === 'string') {
    note(row.faults, place, text, read)
    return ''
  }
  if (!read.innerFits) note(row.warnings, place, text, 'creditInner')
  return read.code
}
