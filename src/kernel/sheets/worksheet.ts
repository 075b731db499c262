// One sheet of a workbook as XML. Every cell is an inline string: no digit is lost, and nothing is ever a formula.
import type { SheetToWrite } from './sheet.ts'

export const MOST_ROWS = 1_048_576
/** The longest text that a cell may hold. */
const LONGEST = 32_767
const PIECE = 64 * 1024

/** Styles of `stylesXml`, by their place in it. */
const TEXT = 1
const HEADING = 2
const NOTE = 3

const SPECIAL = /[&<>"]/g
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML cannot hold
const UNHELD = /[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g

const hex = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

export const escaped = (text: string): string =>
  text.replaceAll(SPECIAL, (sign) => NAMED[sign]!).replaceAll(UNHELD, hex)

/** “A”, “Z”, “AA” for 0, 25, 26. */
export function columnName(column: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  }
  return name
}

function rowXml(line: number, cells: readonly string[], style: number, columns: string[]): string {
  let xml = `<row r="${line}">`
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i]!
    if (text === '') continue
    columns[i] ??= columnName(i)
    xml += `<c r="${columns[i]}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`
  }
  return `${xml}</row>`
}

function head(sheet: SheetToWrite): string {
  const frozen = sheet.note === undefined ? 1 : 2
  const widths = sheet.widths ?? []
  const cols = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${TEXT}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '',
    '<sheetData>',
  ].join('')
}

/** What may be chosen comes from a column of the hidden sheet of lists. */
export type Choice = { readonly column: number; readonly from: string }

function foot(sheet: SheetToWrite, choices: readonly Choice[]): string {
  const first = sheet.note === undefined ? 2 : 3
  const validations = choices.map(({ column, from }) => {
    const name = columnName(column)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${name}${first}:${name}${MOST_ROWS}"><formula1>${escaped(from)}</formula1></dataValidation>`
  })
  // In a page's header & begins a code, so one that is meant stands twice; 255 signs are all it takes.
  const note = sheet.note && escaped(`&C${sheet.note.slice(0, 240).replaceAll('&', '&&')}`)
  return [
    '</sheetData>',
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
      : '',
    note
      ? `<headerFooter><oddHeader>${note}</oddHeader><oddFooter>${escaped('&C&P / &N')}</oddFooter></headerFooter>`
      : '',
    '</worksheet>',
  ].join('')
}

/** Reads rows from `rows` until the sheet is full or they end; `heading` is repeated by who calls. */
export async function* worksheetXml(
  sheet: SheetToWrite,
  heading: readonly string[],
  rows: AsyncIterator<readonly string[]> | Iterator<readonly string[]>,
  progress: { ended: boolean },
  choices: readonly Choice[],
  most = MOST_ROWS,
): AsyncGenerator<Buffer> {
  const columns: string[] = []
  let line = 0
  let xml = head(sheet)
  if (sheet.note !== undefined) xml += rowXml(++line, [sheet.note], NOTE, columns)
  xml += rowXml(++line, heading, HEADING, columns)
  while (line < most) {
    const next = await rows.next()
    if (next.done) {
      progress.ended = true
      break
    }
    xml += rowXml(++line, next.value, TEXT, columns)
    if (xml.length < PIECE) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(xml + foot(sheet, choices))
}
