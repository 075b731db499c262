// Who stood in this file before: in a dry run over the whole file, in few bytes for each row; in a load over one chunk.

export type Before = 'new' | 'same' | 'other'

/** 48 of the bits of a keyed hash: of two million rows, one in a hundred files has two that look alike. */
const short = (mac: Buffer): number => mac.readUIntBE(0, 6) + 1

export type Seen = {
  /** Whether a row of this identity came before, and said the same. `twin` is the id of that row where it is still known. */
  look(who: Buffer, said: Buffer, id: string): { before: Before; twin: string | undefined }
  /** Chunks are held against the database: what was in an earlier one need not be known here. */
  nextChunk(): void
}

/** Of the chunk that is being read. */
export function seenInChunk(): Seen {
  const rows = new Map<number, { said: number; id: string }>()
  return {
    look(who, said, id) {
      const key = short(who)
      const there = rows.get(key)
      if (!there) {
        rows.set(key, { said: short(said), id })
        return { before: 'new', twin: undefined }
      }
      return { before: there.said === short(said) ? 'same' : 'other', twin: there.id }
    },
    nextChunk: () => rows.clear(),
  }
}

/** Of the whole file: an open table of numbers, doubled when it is two thirds full. */
export function seenInFile(): Seen {
  let keys = new Float64Array(1 << 14)
  let values = new Float64Array(1 << 14)
  let count = 0
  const placeOf = (table: Float64Array, key: number) => {
    const mask = table.length - 1
    let at = (key % 2_147_483_647) & mask
    while (table[at] !== 0 && table[at] !== key) at = (at + 1) & mask
    return at
  }
  const grow = () => {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Float64Array(oldKeys.length * 2)
    values = new Float64Array(keys.length)
    for (const [index, key] of oldKeys.entries()) {
      if (key === 0) continue
      const at = placeOf(keys, key)
      keys[at] = key
      values[at] = oldValues[index]!
    }
  }
  return {
    look(who, said) {
      const [key, value] = [short(who), short(said)]
      const at = placeOf(keys, key)
      if (keys[at] === key) return { before: values[at] === value ? 'same' : 'other', twin: undefined }
      keys[at] = key
      values[at] = value
      if (++count * 3 > keys.length * 2) grow()
      return { before: 'new', twin: undefined }
    },
    nextChunk() {},
  }
}
