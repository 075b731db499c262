// One hash over the rows of a table whatever their order: equal before a backup and after its restore, or a row differs.
import { hash } from 'node:crypto'

export type RowHash = {
  /** Whole rows as COPY writes them, each ended by a line break. */
  add(rows: Buffer): void
  readonly rows: number
  /** 64 hex digits. */
  digest(): string
}

const NEWLINE = 10
const LANES = 8

/**
 * The sum of SHA-256 of each row, in eight lanes of 32 bits: a table comes back from a heap in whatever order its pages
 * lie. Good against mistakes; against people the frames are sealed.
 */
export function rowHash(): RowHash {
  const sums = new Uint32Array(LANES)
  let rows = 0
  return {
    add(block) {
      let from = 0
      for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, from)) {
        const one = hash('sha256', block.subarray(from, at), 'buffer')
        for (let lane = 0; lane < LANES; lane++) sums[lane]! += one.readUInt32LE(lane * 4)
        rows++
        from = at + 1
      }
      if (from !== block.length) throw new Error('a block of rows ends inside a row')
    },
    get rows() {
      return rows
    },
    digest: () => Buffer.from(sums.buffer).toString('hex'),
  }
}
