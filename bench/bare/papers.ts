// The document libraries with nothing around them: the same words as plain paragraphs and plain tables, the title bold.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { type Piece, type Sheet, textOfPiece } from '#modules/mediation/papers/sheet.ts'

const words = (pieces: readonly Piece[]) => pieces.map(textOfPiece).join('')

export function bareWord(sheet: Sheet): Promise<Buffer> {
  const children = sheet.blocks.flatMap((block): (Paragraph | Table)[] => {
    if (block.kind === 'line') return [new Paragraph(words(block.pieces))]
    if (block.kind !== 'table') return []
    const rows = block.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (cell) =>
              new TableCell({ children: cell.lines.map((one) => new Paragraph(words(one))), columnSpan: cell.span }),
          ),
        }),
    )
    return [new Table({ rows })]
  })
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(sheet.title), ...children] }] }))
}

const fonts = path.join(path.dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts')
const SOURCE = `#let sheet = json(bytes(sys.inputs.sheet))
#set page(paper: "a4")
#set text(font: ("Noto Serif CJK SC", "Noto Sans S Chinese"), lang: "zh")
#strong(sheet.title)
#for one in sheet.blocks {
  if type(one) == str { par(one) } else { table(columns: one.columns, ..one.cells.map(((words, span)) => table.cell(colspan: span, words))) }
}`

/** A compiler of its own in this process; it forgets as often as ours. */
export function openBarePdf(): (sheet: Sheet) => Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
  return (sheet) => {
    const blocks = sheet.blocks.flatMap((block): unknown[] => {
      if (block.kind === 'line') return [words(block.pieces)]
      if (block.kind !== 'table') return []
      const cells = block.rows.flat().map((cell) => [cell.lines.map(words).join('\n'), cell.span])
      return [{ columns: block.columns.length, cells }]
    })
    const inputs = { sheet: JSON.stringify({ title: sheet.title, blocks }) }
    const compiled = compiler.compile({ mainFileContent: SOURCE, inputs })
    if (!compiled.result) throw new Error('nothing typeset')
    const pdf = compiler.pdf(compiled.result)
    compiler.evictCache(10)
    return pdf
  }
}
