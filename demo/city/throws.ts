// Chance in a row, the same for the same seed: millions of throws without a label for each.

export type Throws = {
  /** A whole number from 0 below `n`. */
  readonly below: (n: number) => number
  readonly between: (least: number, most: number) => number
  readonly oneOf: <T>(list: readonly T[]) => T
  /** True so many times in a hundred. */
  readonly inHundred: (times: number) => boolean
}

/** Mulberry32, begun at the seed and a word, so that no file depends on how many throws another took. */
export function throwsOf(seed: number, word: string): Throws {
  let state = seed | 0
  for (const sign of word) state = Math.imul(state ^ sign.codePointAt(0)!, 0x01000193)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    oneOf: (list) => list[below(list.length)]!,
    inHundred: (times) => next() * 100 < times,
  }
}
