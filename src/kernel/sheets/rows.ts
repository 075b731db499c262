// The rows of one sheet of a workbook, as they are unpacked.
import { Problem } from '../problem.ts'
import type { Part } from './archive.ts'
import { sheetProblems } from './problems.ts'
import type { SheetLimits, SheetRow } from './sheet.ts'
import { type Shown, shownNumber } from './shown.ts'
import type { SharedStrings } from './strings.ts'
import { attribute, scanXml, type XmlHandlers } from './xml.ts'

export type Sheet = {
  readonly sent: string
  readonly name: string
  readonly strings: SharedStrings
  readonly styles: readonly Shown[]
  readonly from1904: boolean
  readonly limits: SheetLimits
}

/** Signs that XML cannot hold stand as _x0001_, and what looks like one of these as _x005F_x0001_ (ECMA-376 22.4.2.4). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** “AB12” is in column 27, counted from 0. */
function columnOf(place: string): number {
  let column = 0
  for (let i = 0; i < place.length; i++) {
    const c = place.charCodeAt(i) & 0xdf
    if (c < 65 || c > 90) break
    column = column * 26 + c - 64
  }
  return column - 1
}

/** Days that a file keeps as text of ISO 8601. */
const isoDay = (value: string) => value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')

function cellText(type: string | undefined, value: string, style: number, sheet: Sheet): string {
  switch (type) {
    case 's':
      return unescaped(sheet.strings.at(Number(value)))
    case 'inlineStr':
    case 'str':
      return unescaped(value)
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return value
    case 'd':
      return isoDay(value)
    default:
      return value === '' ? '' : shownNumber(value, sheet.styles[style], sheet.from1904)
  }
}

/** Gathers what the scanner tells into rows; `take` gets each that holds anything. */
function gather(sheet: Sheet, take: (row: SheetRow) => void): XmlHandlers {
  let line = 0
  let cells: string[] = []
  let filled = false
  let column = -1
  let type: string | undefined
  let style = 0
  let value = ''
  let listening = false
  let inReading = false
  return {
    open(name, tag) {
      if (name === 'c') {
        const place = attribute(tag, 'r')
        column = place === undefined ? column + 1 : columnOf(place)
        type = attribute(tag, 't')
        style = Number(attribute(tag, 's') ?? 0)
        value = ''
      } else if (name === 'v' || name === 't') listening = !inReading
      else if (name === 'row') {
        const said = Number(attribute(tag, 'r'))
        line = said > 0 ? said : line + 1
        cells = []
        filled = false
        column = -1
      } else if (name === 'rPh') inReading = true
    },
    text(text) {
      if (listening) value += text
    },
    close(name) {
      if (name === 'c') {
        const text = cellText(type, value, style, sheet)
        if (text === '') return
        if (!(column >= 0 && column < sheet.limits.columns)) {
          throw new Problem(sheetProblems.tooWide, { name: sheet.sent, line, limit: sheet.limits.columns })
        }
        while (cells.length < column) cells.push('')
        cells[column] = text
        filled ||= text.trim() !== ''
      } else if (name === 'v' || name === 't') listening = false
      else if (name === 'row') {
        if (filled) take({ sheet: sheet.name, line, cells })
      } else if (name === 'rPh') inReading = false
    },
  }
}

export async function* sheetRows(part: Part, sheet: Sheet, piece: number): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  const scan = scanXml(gather(sheet, (row) => rows.push(row)))
  const decoder = new TextDecoder('utf-8')
  for await (const bytes of await part.stream()) {
    scan.write(decoder.decode(bytes as Buffer, { stream: true }))
    while (rows.length >= piece) {
      yield rows.slice(0, piece)
      rows = rows.slice(piece)
    }
  }
  scan.end()
  if (rows.length > 0) yield rows
}
