// One description of a document, from which Word and PDF are printed, so that their texts cannot differ.

/** `blank` is room to write by hand, in characters. */
export type Piece = string | { readonly bold: string } | { readonly blank: number }

export type Line = {
  readonly kind: 'line'
  readonly pieces: readonly Piece[]
  readonly at: 'indent' | 'left' | 'centre' | 'right'
  /** Stays on the page of the line that follows. */
  readonly keep: boolean
}
export type Cell = { readonly lines: readonly (readonly Piece[])[]; readonly head: boolean; readonly span: number }
export type Table = {
  readonly kind: 'table'
  /** Widths in shares of the line. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows at the top that are repeated on each page. */
  readonly heads: number
}
/** A picture by the name under which its bytes are given to the printers; sides in pixels. */
export type Picture = {
  readonly kind: 'picture'
  readonly name: string
  readonly width: number
  readonly height: number
}
export type Code = { readonly kind: 'code'; readonly text: string }
export type Room = { readonly kind: 'room'; readonly lines: number }
export type Block = Line | Table | Picture | Code | Room

export type Sheet = {
  /** Unique within a file, fit for a file's name: '07-minutes-2'. */
  readonly id: string
  /** Of the list in the official formats: '7', '8a'; further forms are '+'. */
  readonly row: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** Cover, directory and back cover carry no page number. */
  readonly numbered: boolean
}

/** What neither XML nor a font can hold: control characters, halves of pairs, marks of direction. */
const UNPRINTABLE = /[^\P{C}\n\t]|\p{Cs}|[\u2028\u2029\ufffe\uffff]/gu

/** As it will be printed. Tabs are a space, the rest of what has no picture is left out. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNPRINTABLE, '').normalize('NFC')

const clean = (piece: Piece): Piece =>
  typeof piece === 'string' ? printable(piece) : 'bold' in piece ? { bold: printable(piece.bold) } : piece

/** Text with line breaks becomes lines of its own; an empty one stays a line. */
const broken = (pieces: readonly Piece[]): Piece[][] => {
  const lines: Piece[][] = [[]]
  for (const piece of pieces.map(clean)) {
    if (typeof piece !== 'string') {
      lines.at(-1)!.push(piece)
      continue
    }
    for (const [n, part] of piece.split('\n').entries()) {
      if (n > 0) lines.push([])
      if (part) lines.at(-1)!.push(part)
    }
  }
  return lines
}

const lines = (at: Line['at'], pieces: readonly Piece[], keep = false): Line[] =>
  broken(pieces).map((one) => ({ kind: 'line', pieces: one, at, keep }))

export const say = (...pieces: Piece[]): Line[] => lines('indent', pieces)
export const flush = (...pieces: Piece[]): Line[] => lines('left', pieces)
export const centred = (...pieces: Piece[]): Line[] => lines('centre', pieces)
export const right = (...pieces: Piece[]): Line[] => lines('right', pieces)
/** Lines that end a document and are signed stay on one page, and with the line before them. */
export function signedTogether(blocks: readonly Block[]): Block[] {
  return blocks.map((block, n) => {
    const next = blocks[n + 1]
    const follows = next?.kind === 'line' && next.at === 'right'
    return block.kind === 'line' && follows ? { ...block, keep: true } : block
  })
}

/** A heading within a document: never the last line of a page. */
export const heading = (text: string): Line[] => lines('indent', [{ bold: text }], true)
/** A line that belongs to what stands under it. */
export const above = (text: string): Line[] => lines('indent', [text], true)
export const blank = (characters: number): Piece => ({ blank: characters })
export const room = (count: number): Room => ({ kind: 'room', lines: count })

type Words = string | number | null | undefined | Piece
const piecesOf = (words: Words): Piece[] =>
  words === null || words === undefined ? [] : [typeof words === 'number' ? String(words) : words]

export const cell = (words: Words, span = 1): Cell => ({ lines: broken(piecesOf(words)), head: false, span })
export const head = (words: string, span = 1): Cell => ({ lines: broken([words]), head: true, span })
export const table = (columns: readonly number[], rows: readonly (readonly Cell[])[], heads = 0): Table => ({
  kind: 'table',
  columns,
  rows,
  heads,
})
export const list = (
  columns: readonly number[],
  names: readonly string[],
  rows: readonly (readonly Words[])[],
): Table => table(columns, [names.map((name) => head(name)), ...rows.map((row) => row.map((one) => cell(one)))], 1)

/** A row so high that it may have to go over a page, about a third of one: all others stay whole. */
export const mayBreak = (row: readonly Cell[], columns: readonly number[]): boolean => {
  const whole = columns.reduce((sum, share) => sum + share, 0)
  let from = 0
  return row.some(({ lines: inside, span }) => {
    const width = columns.slice(from, (from += span)).reduce((sum, share) => sum + share, 0)
    const fits = Math.max(1, Math.floor((36 * width) / whole) - 2)
    return inside.reduce((sum, one) => sum + Math.max(1, Math.ceil(lengthOf(one) / fits)), 0) > 12
  })
}
const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce(
    (sum, piece) => sum + textOfPiece(piece).length + (typeof piece === 'object' && 'blank' in piece ? piece.blank : 0),
    0,
  )

export const textOfPiece = (piece: Piece): string =>
  typeof piece === 'string' ? piece : 'bold' in piece ? piece.bold : ''

/** All its words in reading order, one paragraph a line. */
export function textOfSheet(sheet: Sheet): string {
  const text = (pieces: readonly Piece[]) => pieces.map(textOfPiece).join('')
  const block = (one: Block): string[] => {
    if (one.kind === 'line') return [text(one.pieces)]
    return one.kind === 'table' ? one.rows.flat().flatMap((inside) => inside.lines.map(text)) : []
  }
  return [sheet.title, ...sheet.blocks.flatMap(block)].filter(Boolean).join('\n')
}
