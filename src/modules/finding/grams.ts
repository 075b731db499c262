// An index of texts in memory: by pairs of characters, then by comparing what the rarest pair leaves.

export type Grams = {
  /** Positions of the texts that hold every word, at most `most` of them, those that are asked for. */
  find(words: readonly string[], most: number, wanted?: (at: number) => boolean): number[]
  readonly size: number
}

/** Between slices other requests are answered: a district has seventy thousand names. */
const SLICE = 2_000
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const pairsOf = (text: string): string[] => {
  const pairs: string[] = []
  for (let at = 0; at + 2 <= text.length; at++) pairs.push(text.slice(at, at + 2))
  return pairs
}

/** `texts` as they are compared (simple.ts). A word of one character is compared with all of them. */
export async function openGrams(texts: readonly string[]): Promise<Grams> {
  const holding = new Map<string, number[]>()
  for (let at = 0; at < texts.length; at++) {
    if (at % SLICE === SLICE - 1) await breathe()
    for (const pair of new Set(pairsOf(texts[at]!))) {
      const list = holding.get(pair)
      if (list) list.push(at)
      else holding.set(pair, [at])
    }
  }
  const NONE: readonly number[] = []
  return {
    size: texts.length,
    find(words, most, wanted = () => true) {
      let fewest: readonly number[] | undefined
      for (const pair of words.flatMap(pairsOf)) {
        const list = holding.get(pair) ?? NONE
        if (!fewest || list.length < fewest.length) fewest = list
      }
      const found: number[] = []
      const holds = (at: number) => words.every((word) => texts[at]!.includes(word)) && wanted(at)
      if (fewest) {
        for (const at of fewest) if (holds(at) && found.push(at) >= most) break
      } else for (let at = 0; at < texts.length; at++) if (holds(at) && found.push(at) >= most) break
      return found
    },
  }
}
