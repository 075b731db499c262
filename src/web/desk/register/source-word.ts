// Where an entry comes from, in a word: the desk, a visit, a file, two entries made one.
import type { registerWords } from './words.ts'

/** `visit 0198…`, `import …`, `merge …`, `desk`. */
export function sourceWord(source: string): keyof typeof registerWords {
  const kind = source.split(' ')[0]
  if (kind === 'visit') return 'byVisit'
  if (kind === 'merge' || kind === 'unmerge') return 'byMerge'
  return kind === 'desk' ? 'byDesk' : 'byFile'
}
