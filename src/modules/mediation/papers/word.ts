// Sheets as Word files that can be edited: real tables, the official fonts named for Chinese, lines of exactly 28 pt.
import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Pictures, PlacedSheet } from './pdf.ts'
import { type Block, type Cell, type Line, mayBreak, type Piece, printable, type Table as Ruled } from './sheet.ts'

const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const BODY = font('仿宋_GB2312')
const TITLE = font('方正小标宋简体')
const LANGUAGE = { value: 'zh-CN', eastAsia: 'zh-CN', bidirectional: 'ar-SA' }

/** Twentieths of a point: A4 less the margins of official documents. */
const MM = 56.7
const WIDTH = Math.round(156 * MM)
const LINES = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const TABLE_LINES = { line: 400, lineRule: LineRuleType.EXACT, before: 40, after: 40 }
/** In lines of a fixed height a picture would be cut off. */
const AS_HIGH_AS_IT_IS = { line: 240, lineRule: LineRuleType.AUTO }
const BODY_SIZE = 32
const TABLE_SIZE = 24

const ALIGN = {
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** A character's width to write on: spaces that may break are dropped at the end of a line. */
const OPEN = '\u00a0'.repeat(4)

/** What a run looks like stands in the styles; here only what differs. */
function run(piece: Piece, bold = false): TextRun {
  if (typeof piece === 'string') return new TextRun(bold ? { text: piece, bold } : piece)
  if ('bold' in piece) return new TextRun({ text: piece.bold, bold: true })
  return new TextRun({ text: OPEN.repeat(piece.blank), underline: {} })
}

/** Styles by their own ids, so that an office changes a font once for the whole document. */
const STYLES: IStylesOptions = {
  default: { document: { run: { font: BODY, size: BODY_SIZE, language: LANGUAGE }, paragraph: { spacing: LINES } } },
  paragraphStyles: [
    { id: 'First', name: '正文缩进', quickFormat: true, paragraph: { indent: { firstLine: BODY_SIZE * 20 } } },
    { id: 'Cell', name: '表格文字', run: { size: TABLE_SIZE }, paragraph: { spacing: TABLE_LINES } },
    {
      id: 'Head',
      name: '表格项目',
      run: { size: TABLE_SIZE, bold: true },
      paragraph: { spacing: TABLE_LINES, alignment: AlignmentType.CENTER },
    },
    {
      id: 'Name',
      name: '文书标题',
      run: { font: TITLE, size: 44, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 640, lineRule: LineRuleType.EXACT, before: 0, after: 280 },
      },
    },
  ],
}

const paragraph = (line: Line) =>
  new Paragraph({
    children: line.pieces.map((piece) => run(piece)),
    ...(line.at === 'indent' ? { style: 'First' } : {}),
    ...(line.at === 'centre' || line.at === 'right' ? { alignment: ALIGN[line.at] } : {}),
    ...(line.keep ? { keepNext: true } : {}),
  })

const boxed = (cell: Cell, columns: readonly number[]) =>
  new TableCell({
    columnSpan: cell.span,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    children: cell.lines.map(
      (pieces) => new Paragraph({ style: cell.head ? 'Head' : 'Cell', children: pieces.map((piece) => run(piece)) }),
    ),
  })

function ruled(table: Ruled): Table {
  const whole = table.columns.reduce((sum, share) => sum + share, 0)
  const widths = table.columns.map((share) => Math.floor((WIDTH * share) / whole))
  const row = (cells: readonly Cell[], n: number) => {
    let from = 0
    return new TableRow({
      cantSplit: !mayBreak(cells, table.columns),
      tableHeader: n < table.heads,
      children: cells.map((cell) => boxed(cell, widths.slice(from, (from += cell.span)))),
    })
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    rows: table.rows.map(row),
  })
}

/** Points at 96 to the inch: at most 150 × 190 mm. */
function picture(block: Extract<Block, { kind: 'picture' }>, pictures: Pictures): Paragraph {
  const width = Math.min(150, (190 * block.width) / block.height) * (96 / 25.4)
  const size = { width: Math.round(width), height: Math.round((width * block.height) / block.width) }
  const type = block.name.endsWith('.png') ? 'png' : 'jpg'
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: AS_HIGH_AS_IT_IS,
    children: [new ImageRun({ type, data: Buffer.from(pictures[block.name]!), transformation: size })],
  })
}

const space = (lines: number) => Array.from({ length: lines }, () => new Paragraph({}))
/** Without a paragraph between them, Word makes one table of two. */
const AFTER_TABLE = () => new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT } })

function drawn(block: Block, pictures: Pictures): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'line':
      return [paragraph(block)]
    case 'table':
      return [ruled(block), AFTER_TABLE()]
    case 'picture':
      return [picture(block, pictures)]
    case 'code':
      return pictures[block.text] ? [codePicture(pictures[block.text]!)] : []
    default:
      return space(block.lines)
  }
}

const codePicture = (bytes: Uint8Array) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: AS_HIGH_AS_IT_IS,
    children: [new ImageRun({ type: 'png', data: Buffer.from(bytes), transformation: { width: 128, height: 128 } })],
  })

const heading = (title: string) => new Paragraph({ style: 'Name', children: [new TextRun(title)] })

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
      }),
    ],
  })

/** What Word takes where an office has not bought the official fonts. */
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font><w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font></w:fonts>`

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
/** The library would write the machine's own time, and itself as the author. */
const properties = (title: string, author: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(printable(author))}</dc:creator></cp:coreProperties>`

/** One sheet as .docx. Names of people are its content, not its properties: the author is the committee. */
export async function printWord(author: string, { sheet, first }: PlacedSheet, pictures: Pictures): Promise<Buffer> {
  const document = new Document({
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: {
              top: Math.round(37 * MM),
              bottom: Math.round(35 * MM),
              left: Math.round(28 * MM),
              right: Math.round(26 * MM),
              footer: Math.round(28 * MM),
            },
            ...(first === null ? {} : { pageNumbers: { start: first } }),
          },
        },
        ...(first === null ? {} : { footers: { default: pageNumbers() } }),
        children: [heading(sheet.title), ...sheet.blocks.flatMap((block) => drawn(block, pictures))],
      },
    ],
  })
  return Packer.toBuffer(document, undefined, [
    { path: 'word/fontTable.xml', data: FONT_TABLE },
    { path: 'docProps/core.xml', data: properties(sheet.title, author) },
  ])
}

/** What the process that makes documents is sent. */
export type WordToMake = { readonly author: string; readonly placed: PlacedSheet; readonly pictures: Pictures }
export const make = ({ author, placed, pictures }: WordToMake): Promise<Buffer> => printWord(author, placed, pictures)
