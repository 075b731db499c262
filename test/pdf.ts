// Reads the PDFs that Linli makes, far enough for tests: the size of each page, and where its words and shapes stand.
import { inflateSync } from 'node:zlib'
import { type Font, paint, type Shape, type Words } from './pdf-content.ts'

/** Lengths are millimetres, measured from the top left corner of the page. */
export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly words: readonly Words[]
  readonly shapes: readonly Shape[]
}

const MM_PER_POINT = 25.4 / 72

type Found = { readonly head: string; readonly stream: string }

/** Objects by number, by way of the cross-reference table; streams inflated, one character a byte. */
function objectsOf(file: Buffer): Map<number, Found> {
  const text = file.toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const offsets = [...text.slice(table).matchAll(/^(\d{10}) \d{5} ([nf])/gm)]
  const objects = new Map<number, Found>()
  for (const [number, [, offset, use]] of offsets.entries()) {
    if (use !== 'n') continue
    const from = Number(offset)
    const end = text.indexOf('endobj', from)
    const within = text.slice(from, end).indexOf('stream\n')
    const start = from + within
    if (within < 0) {
      objects.set(number, { head: text.slice(from, end), stream: '' })
      continue
    }
    const head = text.slice(from, start)
    const bytes = file.subarray(start + 7, start + 7 + Number(/\/Length (\d+)/.exec(head)![1]))
    objects.set(number, {
      head,
      stream: (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1'),
    })
  }
  return objects
}

const reference = (head: string, name: string) => Number(new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(head)?.[1])

/** What each glyph number stands for, and how wide it is in thousandths of the size. */
function fontOf(objects: Map<number, Found>, number: number): Font {
  const { head } = objects.get(number)!
  const letters = new Map<number, string>()
  for (const [, glyph, code] of objects
    .get(reference(head, 'ToUnicode'))!
    .stream.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    letters.set(Number.parseInt(glyph!, 16), Buffer.from(code!, 'hex').swap16().toString('utf16le'))
  }
  const widths = new Map<number, number>()
  const runs = /\/W \[([\d\s.]*)\]/.exec(objects.get(reference(head, 'DescendantFonts'))!.head)?.[1] ?? ''
  for (const [, from, to, width] of runs.matchAll(/(\d+) (\d+) ([\d.]+)/g)) {
    for (let glyph = Number(from); glyph <= Number(to); glyph++) widths.set(glyph, Number(width))
  }
  return { letters, widths }
}

/** @throws when the file is not a PDF of the kind that our compiler writes (no object streams, one font table). */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const objects = objectsOf(Buffer.from(bytes))
  const root = [...objects.values()].find(({ head }) => head.includes('/Type /Pages'))!
  // Pages share fonts, and the table of a long document's font is long.
  const known = new Map<number, Font>()
  const fontAt = (number: number) => {
    if (!known.has(number)) known.set(number, fontOf(objects, number))
    return known.get(number)!
  }
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(root.head)?.[1] ?? '').matchAll(/(\d+) 0 R/g)]
  return kids.map(([, number]) => {
    const { head } = objects.get(Number(number))!
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)!.slice(1).map(Number) as [number, number]
    const fonts = new Map(
      [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, font]) => [name!, fontAt(Number(font))]),
    )
    const toPage = [MM_PER_POINT, 0, 0, -MM_PER_POINT, 0, height * MM_PER_POINT] as const
    return {
      width: width * MM_PER_POINT,
      height: height * MM_PER_POINT,
      ...paint(objects.get(reference(head, 'Contents'))!.stream, fonts, toPage),
    }
  })
}

/** All words of a page, one piece a line, in the order they are drawn. */
export const textOf = (page: PdfPage): string => page.words.map((words) => words.text).join('\n')
