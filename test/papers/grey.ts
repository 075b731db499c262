// A scanned page for tests: a PNG in grey with a frame and lines, made of nothing but bytes.
import { crc32, deflateSync } from 'node:zlib'

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const bytes = Buffer.alloc(body.length + 8)
  bytes.writeUInt32BE(content.length)
  body.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(body), body.length + 4)
  return bytes
}

export function grey(width: number, height: number): { bytes: Uint8Array; width: number; height: number } {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 235)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    const dark = y === 0 || y === height - 1 || (y % 12 === 6 && y > 10)
    for (let x = 1; x <= width; x++)
      if (x === 1 || x === width || (dark && x > 12 && x < width - 12)) rows[y * (width + 1) + x] = 60
  }
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { bytes, width, height }
}
