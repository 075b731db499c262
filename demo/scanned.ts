// A scanned page of the demo: lines where words would be, and a stamp. Nobody's paper.
import sharp from 'sharp'

const WIDE = 620
const HIGH = 877

const lines = Array.from({ length: 22 }, (_, at) => {
  const wide = at % 5 === 4 ? 210 : 430 + ((at * 37) % 60)
  return `<rect x="70" y="${170 + at * 27}" width="${wide}" height="9" fill="#8a8f98"/>`
}).join('')

const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${HIGH}"><rect width="100%" height="100%" fill="#fdfdfb"/>
<rect x="190" y="84" width="240" height="20" fill="#3c4048"/>${lines}<circle cx="450" cy="740" r="52" fill="none" stroke="#b8402f" stroke-width="5" opacity=".75"/></svg>`

let made: Promise<Buffer> | undefined

/** A page of A4 as a JPEG, drawn once. */
export const scannedPage = (): Promise<Buffer> => {
  made ??= sharp(Buffer.from(drawn)).jpeg({ quality: 80 }).toBuffer()
  return made
}
