// Reads printed codes back from a PDF with a decoder, as a phone would from the paper.
import jsqr from 'jsqr'
import type { PdfPage } from './pdf.ts'
import type { Box, Shape } from './pdf-content.ts'

/** Codes are the only shapes of many pieces; in the order of the labels. */
export const codesOf = (page: PdfPage) => page.shapes.filter((shape) => shape.parts.length > 50)

/** A code with the four clear modules around it that readers rely on. */
export function withQuiet(code: Shape): Box {
  const quiet = 4 * Math.min(...code.parts.map((part) => part.bottom - part.top))
  return { left: code.left - quiet, top: code.top - quiet, right: code.right + quiet, bottom: code.bottom + quiet }
}

/** What a reader sees in `frame` at 150 dots an inch, with everything on the page painted. */
export function scan(page: PdfPage, frame: Box): string | undefined {
  const dots = (length: number) => Math.round((length * 150) / 25.4)
  const [width, height] = [dots(frame.right - frame.left), dots(frame.bottom - frame.top)]
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const part of [...page.words, ...page.shapes.flatMap((shape) => shape.parts)]) {
    const [from, to] = [Math.max(0, dots(part.left - frame.left)), Math.min(width, dots(part.right - frame.left))]
    const end = Math.min(height, dots(part.bottom - frame.top))
    for (let y = Math.max(0, dots(part.top - frame.top)); y < end; y++) {
      for (let x = from; x < to; x++) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return jsqr.default(pixels, width, height)?.data
}

/** Every address printed on a page. */
export const addressesOn = (page: PdfPage): (string | undefined)[] =>
  codesOf(page).map((code) => scan(page, withQuiet(code)))
