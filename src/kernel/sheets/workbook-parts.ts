// The parts of a workbook in the order in which they can be known: sheets first, what names them last.

import type { SheetToWrite } from './sheet.ts'
import { type Choice, columnName, escaped, MOST_ROWS, worksheetXml } from './worksheet.ts'
import type { PartToPack } from './zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const LISTS = 'lists'

type Named = { readonly name: string; readonly hidden: boolean }

const part = (name: string, xml: string): PartToPack => ({ name, content: [Buffer.from(XML + xml)] })

/** Plain, text, heading, note. Text is format 49: what is typed into a template stays as it was typed. */
const stylesXml = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><sz val="9"/><color rgb="FF6B7280"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>',
].join('')

/** A name that a spreadsheet takes: 31 signs, none of []:*?/\, and no other sheet's. */
function sheetName(wish: string, taken: readonly Named[]): string {
  const base = wish.replaceAll(/[[\]:*?/\\]/g, ' ').trim() || 'Sheet'
  for (let n = 1; ; n++) {
    const name = n === 1 ? base.slice(0, 31) : `${base.slice(0, 26)} (${n})`
    const same = (one: string) => one.toLowerCase() === name.toLowerCase()
    if (!same(LISTS) && !taken.some((one) => same(one.name))) return name
  }
}

const path = (n: number) => `xl/worksheets/sheet${n}.xml`

async function* naming(sheets: readonly Named[]): AsyncGenerator<PartToPack> {
  const each = (made: (sheet: Named, n: number) => string) => sheets.map((sheet, i) => made(sheet, i + 1)).join('')
  yield part('xl/styles.xml', stylesXml)
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(({ name, hidden }, n) => `<sheet name="${escaped(name)}" sheetId="${n}"${hidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`)}</sheets></workbook>`,
  )
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  )
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((_, n) => `<Override PartName="/${path(n)}" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  )
}

/** Lists as columns of one hidden sheet, and where each of them lies. */
function keepLists() {
  const lists: (readonly string[])[] = []
  return {
    choices: (sheet: SheetToWrite): Choice[] =>
      [...(sheet.dropDowns ?? [])].flatMap(([column, list]) => {
        if (list.length === 0) return []
        const name = columnName(lists.push(list) - 1)
        return [{ column, from: `${LISTS}!$${name}$1:$${name}$${list.length}` }]
      }),
    rows: (): string[][] => {
      const longest = Math.max(0, ...lists.map((list) => list.length))
      return Array.from({ length: longest }, (_, i) => lists.map((list) => list[i] ?? ''))
    },
  }
}

export async function* workbookParts(
  sheets: AsyncIterable<SheetToWrite> | Iterable<SheetToWrite>,
  most = MOST_ROWS,
): AsyncGenerator<PartToPack> {
  const named: Named[] = []
  const lists = keepLists()
  for await (const sheet of sheets) {
    const rows = Symbol.asyncIterator in sheet.rows ? sheet.rows[Symbol.asyncIterator]() : sheet.rows[Symbol.iterator]()
    const heading = (await rows.next()).value ?? []
    const choices = lists.choices(sheet)
    for (const progress = { ended: false }; !progress.ended; ) {
      named.push({ name: sheetName(sheet.name, named), hidden: false })
      yield { name: path(named.length), content: worksheetXml(sheet, heading, rows, progress, choices, most) }
    }
  }
  const [first, ...rest] = lists.rows()
  if (first) {
    named.push({ name: LISTS, hidden: true })
    const sheet = { name: LISTS, rows: [] }
    yield {
      name: path(named.length),
      content: worksheetXml(sheet, first, rest[Symbol.iterator](), { ended: false }, []),
    }
  }
  yield* naming(named)
}
