// An index of texts in memory: by pairs of characters, then by comparing what the rarest pair leaves.

export type Grams = {
  /** Positions of the texts that hold every word, at most `most` of them. */
  find(words: readonly string[], most: number): number[]
  /** Positions of the texts that hold a word, one after the other, and how many they can be at most. */
  holding(word: string): Iterable<number>
  most(word: string): number
  readonly size: number
}

/** Between slices other requests are answered: a district has seventy thousand names. */
const SLICE = 1_000
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The same list, made in slices. */
export async function inSlices<From, To>(
  list: readonly From[],
  make: (one: From, at: number) => To,
  slice = SLICE,
): Promise<To[]> {
  const made: To[] = []
  for (const [at, one] of list.entries()) {
    if (at % slice === slice - 1) await breathe()
    made.push(make(one, at))
  }
  return made
}

const pairsOf = (text: string): string[] => {
  const pairs: string[] = []
  for (let at = 0; at + 2 <= text.length; at++) pairs.push(text.slice(at, at + 2))
  return pairs
}

const NONE = new Uint32Array()

/** Lists that grew keep room for more, and eight bytes a position: packed they take a quarter. */
async function packed(growing: ReadonlyMap<string, number[]>): Promise<ReadonlyMap<string, Uint32Array>> {
  return new Map(await inSlices([...growing], ([pair, list]) => [pair, Uint32Array.from(list)] as const))
}

/** `texts` as they are compared (simple.ts). A word of one character is compared with all of them. */
export async function openGrams(texts: readonly string[]): Promise<Grams> {
  const growing = new Map<string, number[]>()
  await inSlices(texts, (text, at) => {
    for (const pair of new Set(pairsOf(text))) {
      const list = growing.get(pair)
      if (list) list.push(at)
      else growing.set(pair, [at])
    }
  })
  const holding = await packed(growing)
  const all = Uint32Array.from(texts, (_, at) => at)
  /** Those that hold the rarest pair. */
  const fewest = (words: readonly string[]): Uint32Array =>
    words
      .flatMap(pairsOf)
      .map((pair) => holding.get(pair) ?? NONE)
      .reduce((one, other) => (other.length < one.length ? other : one), all)
  return {
    size: texts.length,
    find(words, most) {
      const found: number[] = []
      for (const at of fewest(words))
        if (words.every((word) => texts[at]!.includes(word)) && found.push(at) >= most) break
      return found
    },
    *holding(word) {
      for (const at of fewest([word])) if (texts[at]!.includes(word)) yield at
    },
    most: (word) => fewest([word]).length,
  }
}
