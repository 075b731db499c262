// Sheets as PDF, typeset in the process that makes documents.
import type { Documents } from '#kernel/paper/documents.ts'
import { mayBreak, type Sheet } from './sheet.ts'

/** Scanned pages by the name under which a sheet shows them. */
export type Pictures = Readonly<Record<string, Uint8Array>>
/** A sheet and the number of its first page; null leaves it without numbers. */
export type PlacedSheet = { readonly sheet: Sheet; readonly first: number | null }

/** Tables with what the template cannot work out by itself. */
const forTemplate = ({ sheet, first }: PlacedSheet) => ({
  title: sheet.title,
  first,
  blocks: sheet.blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, rows: block.rows.map((cells) => ({ cells, breaks: mayBreak(cells, block.columns) })) }
      : block,
  ),
})

/**
 * The sheets in one PDF, each on a page of its own.
 * @throws Problem document.tooLong
 */
export function printPdf(
  typst: Documents['typst'],
  title: string,
  sheets: readonly PlacedSheet[],
  pictures: Pictures,
): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = sheets.flatMap(({ sheet }) => sheet.blocks)
  const wanted = blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []))
  return typst({
    template: new URL('./sheet.typ', import.meta.url),
    data: { title, sheets: sheets.map(forTemplate) },
    codes: blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : [])),
    files: Object.fromEntries(wanted.map((name) => [name, pictures[name]!])),
  })
}

/** How many pages a PDF of ours has. */
export function pagesOf(pdf: Uint8Array): number {
  const tree = /\/Type \/Pages[^>]*?\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))
  if (!tree) throw new Error('this PDF does not say how many pages it has')
  return Number(tree[1])
}
