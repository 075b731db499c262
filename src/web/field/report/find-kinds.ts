// Finds kinds of matters on the phone: by what somebody searches, or by what he has written of the matter.
import type { Kind } from './KindField.tsx'

const MOST_FOUND = 6
const MOST_LIKELY = 3

const best = (kinds: readonly Kind[], weigh: (kind: Kind) => number, most: number): readonly Kind[] =>
  kinds
    .filter(({ retired }) => !retired)
    .map((kind) => ({ kind, weight: weigh(kind) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ kind }) => kind)

/** Names before the words that hint at a kind, those before its description. */
export function findKinds(kinds: readonly Kind[], search: string): readonly Kind[] {
  const wanted = search.toLowerCase()
  const has = (text: string) => text.toLowerCase().includes(wanted)
  return best(
    kinds,
    ({ zh, en, words, hintZh, hintEn }) =>
      has(zh) || has(en) ? 3 : words.some(has) ? 2 : has(hintZh) || has(hintEn) ? 1 : 0,
    MOST_FOUND,
  )
}

/** Longer words say more: 消防通道 outweighs 通道. */
export function likelyKinds(kinds: readonly Kind[], written: string): readonly Kind[] {
  const text = written.toLowerCase()
  return best(
    kinds,
    ({ words }) =>
      words.filter((word) => text.includes(word.toLowerCase())).reduce((sum, word) => sum + word.length, 0),
    MOST_LIKELY,
  )
}
