// What one may have seen, as phrases to tap: the hints that a kind brings with it.
import type { Text } from '#kernel/words.ts'
import type { Kind } from '../report/KindField.tsx'

const MOST = 5

/** “路灯不亮、楼道灯坏了” as two phrases; in English by commas. Nothing before a kind is chosen. */
export function seenPhrases(kind: Pick<Kind, 'hintZh' | 'hintEn'> | undefined): readonly Text[] {
  if (!kind) return []
  const english = kind.hintEn.split(/,\s*/).filter(Boolean)
  return kind.hintZh
    .split(/[、，]/)
    .filter(Boolean)
    .slice(0, MOST)
    .map((zh, at) => ({ zh: `${zh}。`, en: `${english[at] ?? zh}.` }))
}
