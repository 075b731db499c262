// The lists of a backup that are no tables: one JSON value a line, in blocks like rows.
import { BLOCK_BYTES } from './copy-wire.ts'

const NEWLINE = 10

/** Joins lines, each with its line break, into blocks. */
export async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const line of lines) {
    const bytes = Buffer.from(line)
    parts.push(bytes)
    size += bytes.length
    if (size < BLOCK_BYTES) continue
    yield Buffer.concat(parts)
    ;[parts, size] = [[], 0]
  }
  if (size > 0) yield Buffer.concat(parts)
}

/** Takes blocks of whole lines apart again. */
export async function* linesOf<T>(blocks: AsyncIterable<Buffer>): AsyncGenerator<T> {
  for await (const block of blocks) {
    let from = 0
    for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, from)) {
      yield JSON.parse(block.toString('utf8', from, at)) as T
      from = at + 1
    }
  }
}
