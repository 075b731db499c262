// A whole file: each document as PDF and Word, and all of it bound in one PDF with cover, directory and page numbers.
import type { Documents } from '#kernel/paper/documents.ts'
import { codePng } from '#kernel/paper/qr.ts'
import { backCover, cover, directory, type Placed } from './forms/binding.ts'
import { pictureName } from './forms/proofs.ts'
import { sheetsOf } from './forms.ts'
import { type Pictures, type PlacedSheet, pagesOf, printPdf } from './pdf.ts'
import type { FileOnPaper } from './shape.ts'
import type { Sheet } from './sheet.ts'
import type { WordToMake } from './word.ts'

export type PrintedDocument = {
  readonly id: string
  readonly row: string
  readonly title: string
  /** Its first page within the file; null for cover, directory and back cover. */
  readonly first: number | null
  readonly pages: number
  readonly pdf: Uint8Array
  readonly word: Uint8Array
}
export type BoundFile = {
  readonly documents: readonly PrintedDocument[]
  readonly whole: Uint8Array
  readonly pages: number
  /** All of it once more, with the seal of its archive on the back cover. */
  readonly withSeal: (seal: string) => Promise<Uint8Array>
}

/** Scanned pages and drawn codes, by the name under which sheets show them. */
export async function picturesOf(file: FileOnPaper): Promise<Pictures> {
  const scans = file.scans.flatMap((scan) =>
    scan.pages.map(({ bytes }, page): [string, Uint8Array] => [pictureName(scan, page), bytes]),
  )
  return { ...Object.fromEntries(scans), [file.url]: await codePng(file.url) }
}

/** In the child process, as PDF is: many pictures are much memory. Only those that the sheet shows go along. */
const wordOf = (documents: Documents, file: FileOnPaper, placed: PlacedSheet, pictures: Pictures) => {
  const shown = placed.sheet.blocks.flatMap((block) =>
    block.kind === 'picture' ? [block.name] : block.kind === 'code' ? [block.text] : [],
  )
  const sent: WordToMake = {
    author: file.committee.name,
    placed,
    pictures: Object.fromEntries(shown.map((name) => [name, pictures[name]!])),
  }
  return documents.make(new URL('./word.ts', import.meta.url), sent)
}

type Printed = { readonly pdf: Uint8Array; readonly word: Uint8Array }

/**
 * One document of a file alone, as somebody asks for it: numbered from 1.
 * @throws Problem document.tooLong
 */
export async function printSheet(documents: Documents, file: FileOnPaper, sheet: Sheet): Promise<Printed> {
  const [pdf, word] = await Promise.all([
    printAs(documents, file, sheet, 'pdf'),
    printAs(documents, file, sheet, 'docx'),
  ])
  return { pdf, word }
}

/**
 * As above, in one of the two.
 * @throws Problem document.tooLong
 */
export async function printAs(
  documents: Documents,
  file: FileOnPaper,
  sheet: Sheet,
  as: 'pdf' | 'docx',
): Promise<Uint8Array> {
  const pictures = await picturesOf(file)
  const placed = { sheet, first: sheet.numbered ? 1 : null }
  return as === 'pdf'
    ? printPdf(documents.typst, sheet.title, [placed], pictures)
    : wordOf(documents, file, placed, pictures)
}

const NO_WORD = new Uint8Array()

/**
 * Everything at once. Page numbers run through the documents; `seal` is printed on the back cover. `word: false`: the Word
 * files are left empty, for whoever wants the bound file alone.
 * @throws Problem document.tooLong
 */
export async function bindFile(
  documents: Documents,
  file: FileOnPaper,
  seal: string | null = null,
  { word: inWord = true } = {},
): Promise<BoundFile> {
  const pictures = await picturesOf(file)
  const print = async (sheet: Sheet, first: number | null): Promise<PrintedDocument & { placed: PlacedSheet }> => {
    const placed = { sheet, first }
    const [pdf, word] = await Promise.all([
      printPdf(documents.typst, sheet.title, [placed], pictures),
      inWord ? wordOf(documents, file, placed, pictures) : NO_WORD,
    ])
    const { id, row, title } = sheet
    return { id, row, title, first, pages: pagesOf(pdf), pdf, word, placed }
  }

  const inside = []
  let next = 1
  for (const sheet of sheetsOf(file)) {
    const printed = await print(sheet, next)
    inside.push(printed)
    next += printed.pages
  }
  const placed = inside.map(({ title, first, pages }): Placed => ({ title, first: first!, pages }))
  const front = [await print(cover(file), null), await print(directory(placed), null)]
  const back = (of: string | null) => backCover(file, next - 1, of)
  const all = [...front, ...inside, await print(back(seal), null)]
  const bindAll = (sheets: readonly PlacedSheet[]) =>
    printPdf(documents.typst, `${file.title}（${file.no}）`, sheets, pictures)
  const sheets = all.map((one) => one.placed)
  return {
    documents: all.map(({ placed: _, ...printed }) => printed),
    whole: await bindAll(sheets),
    pages: next - 1,
    withSeal: (sealed) => bindAll([...sheets.slice(0, -1), { sheet: back(sealed), first: null }]),
  }
}
