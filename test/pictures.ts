// Pictures as strangers send them: honest ones, two-faced ones, broken ones, and what must not be left of them.
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Planted in every part of a picture that is not the picture; none of it may come out again. */
export const HIDDEN = 'HIDDEN-7f3a'
const SCRIPT = `<html><script>alert('${HIDDEN}')</script></html>`

/** A gradient, so that there is something to encode. */
export function canvas(width = 160, height = 120): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7 + Math.floor(at / width)) % 251
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const named = Buffer.concat([Buffer.from(type), body])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, sum])
}

/** A PNG of one bit a pixel that is a few kilobytes here and gigabytes when unpacked. */
export function pixelFlood(side: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  size[8] = 1
  const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)))
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([magic, chunk('IHDR', size), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A comment segment right after the start of a JPEG. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(Buffer.byteLength(text) + 2)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.of(0xff, 0xfe), length, Buffer.from(text), jpeg.subarray(2)])
}

/** Camera, owner and the place where it was taken: 31.2304 N, 121.4737 E. */
const EXIF = {
  IFD0: { Make: HIDDEN, Model: HIDDEN, Artist: HIDDEN, ImageDescription: HIDDEN },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
}

const jpeg = () => canvas().jpeg().toBuffer()
const append = async (tail: string | Buffer) => Buffer.concat([await jpeg(), Buffer.from(tail)])
const zipHead = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from(HIDDEN)])

/** Pictures that are taken, under names that lie, climb out or are very long. */
export const TAKEN: Readonly<Record<string, readonly [name: string, bytes: () => Promise<Buffer>]>> = {
  'a plain JPEG': ['a.jpg', jpeg],
  'a PNG': ['a.png', () => canvas().png().toBuffer()],
  'a PNG with words inside': ['a.png', () => canvas().withMetadata().withExif(EXIF).png().toBuffer()],
  'a WebP': ['a.webp', () => canvas().webp().toBuffer()],
  'an animated WebP': [
    'a.webp',
    async () =>
      sharp([await jpeg(), await jpeg()], { join: { animated: true } })
        .webp()
        .toBuffer(),
  ],
  'a CMYK JPEG': ['print.jpg', () => canvas().toColourspace('cmyk').jpeg().toBuffer()],
  'a PNG of 16 bits a channel': ['deep.png', () => canvas().toColourspace('rgb16').png().toBuffer()],
  'a transparent PNG': ['clear.png', () => canvas().ensureAlpha(0.5).png().toBuffer()],
  'a JPEG with place, camera and owner': ['gps.jpg', () => canvas().withExif(EXIF).jpeg().toBuffer()],
  'a JPEG lying on its side': ['side.jpg', () => canvas().withMetadata({ orientation: 6 }).jpeg().toBuffer()],
  'a JPEG that is a web page too': ['page.html', async () => withComment(await append(SCRIPT), SCRIPT)],
  'a JPEG with a script for a comment': ['a.php', async () => withComment(await jpeg(), `<?php echo '${HIDDEN}'; ?>`)],
  'a JPEG with an archive at its end': ['a.zip', () => append(zipHead)],
  'a JPEG with a script at its end': ['a.js', () => append(`/*${HIDDEN}*/alert(1)`)],
  'a name that climbs': ['../../../../etc/cron.d/x.jpg', jpeg],
  'a name with a zero byte and line breaks': ['a\u0000\r\nb.jpg.exe', jpeg],
  'a Chinese name of 250 characters': [`${'邻'.repeat(246)}.jpg`, jpeg],
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="http://127.0.0.1:1/x"/></svg>`
const boxed = (brand: string) => Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from(`ftyp${brand}`), Buffer.alloc(64)])

/** What is refused, and the problem that says why. */
export const REFUSED: Readonly<Record<string, readonly [name: string, code: string, bytes: () => Promise<Buffer>]>> = {
  'a GIF': ['a.gif', 'photo.notAPhoto', () => canvas().gif().toBuffer()],
  'a GIF that calls itself a photo': ['a.jpg', 'photo.notAPhoto', () => canvas().gif().toBuffer()],
  'an SVG with a script': ['a.svg', 'photo.svg', async () => Buffer.from(svg)],
  'an SVG that calls itself a photo': ['a.jpg', 'photo.svg', async () => Buffer.from(`<?xml version="1.0"?>\n${svg}`)],
  'a HEIC': ['a.heic', 'photo.heic', async () => boxed('heic')],
  'an AVIF': ['a.avif', 'photo.heic', async () => boxed('avif')],
  'a PDF with a script': [
    'a.pdf',
    'photo.notAPhoto',
    async () => Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>'),
  ],
  'a TIFF': ['a.tif', 'photo.notAPhoto', () => canvas().tiff().toBuffer()],
  'a web page': ['a.jpg', 'photo.notAPhoto', async () => Buffer.from(SCRIPT)],
  'a JPEG cut in the middle': ['cut.jpg', 'photo.notAPhoto', async () => (await jpeg()).subarray(0, 2_000)],
  'three bytes of a JPEG': ['a.jpg', 'photo.notAPhoto', async () => Buffer.of(0xff, 0xd8, 0xff)],
  'a PNG of 16,000 × 16,000': ['flood.png', 'photo.notAPhoto', async () => pixelFlood(16_000)],
  'more than 15 MB': [
    'big.jpg',
    'photo.tooLarge',
    async () => Buffer.concat([await jpeg(), Buffer.alloc(15 * 2 ** 20)]),
  ],
}

/** Segments that a JPEG needs to be seen: start, tables, frame, scan, end, and JFIF's eleven bytes. */
const NEEDED = new Set([0xd8, 0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xdd, 0xd9])

/** Everything in a JPEG that is not needed to see it: comments, EXIF and other notes, bytes after its end. Empty is clean. */
export function leftovers(bytes: Uint8Array): string[] {
  const data = Buffer.from(bytes)
  if (data.readUInt16BE(0) !== 0xffd8) return ['not a JPEG']
  const found = new Set<string>()
  if (data.includes(HIDDEN)) found.add('hidden text')
  let at = 2
  while (at < data.length) {
    const marker = data[at + 1]!
    if (data[at] !== 0xff) return [...found, `no marker at ${at}`]
    if (marker === 0xd9) break
    if (!NEEDED.has(marker)) found.add(`segment ${marker.toString(16)}`)
    at += 2 + data.readUInt16BE(at + 2)
    // The scan itself has no length: it runs to the next marker that is neither a stuffed byte nor a restart.
    if (marker === 0xda) while (!(data[at] === 0xff && data[at + 1] !== 0 && (data[at + 1]! & 0xf8) !== 0xd0)) at++
  }
  if (at + 2 !== data.length) found.add(`${data.length - at - 2} bytes after the end`)
  return [...found]
}
