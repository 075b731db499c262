// Draws QR codes for paper: as vectors, and as pictures where vectors cannot go.
import { create, toBuffer } from 'qrcode'

/** A code as an SVG of one unit a module, black on nothing, without its quiet zone, and its side in modules. */
export type DrawnCode = { readonly svg: string; readonly modules: number }

/**
 * The code for `text` with error correction Q: a quarter of it may be scratched off.
 * One path of horizontal runs: separate shapes would show hairlines between the rows on screens and in some printers.
 * @throws Error when `text` is longer than 1,663 bytes.
 */
export function drawCode(text: string): DrawnCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'Q' }).modules
  let runs = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      const from = x
      while (x + 1 < size && data[y * size + x + 1]) x++
      runs += `M${from} ${y}h${x - from + 1}v1H${from}z`
    }
  }
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${runs}"/></svg>`,
    modules: size,
  }
}

/** The same code as a PNG with its quiet zone, eight dots a module, for Word files. */
export const codePng = (text: string): Promise<Buffer> =>
  toBuffer(text, { errorCorrectionLevel: 'Q', margin: 4, scale: 8 })
