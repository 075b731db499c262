// Cuts the name of a place into pieces that a printed line keeps whole.

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Numbers, letters and opening brackets belong to what follows: 3号楼, 三单元, B座, （老）. */
const LEANS_ON_NEXT = /^[\p{Nd}A-Za-z一二三四五六七八九十百零〇甲乙丙丁（(“《]+$/u
const CLOSES = /^[)）”》，、。·,.]/
/** Longer pieces would force the whole name into small type. */
const LONGEST_JOINED = 6
/** Characters without a place to break that the narrowest line still holds. */
const LONGEST_WORD = 20

const length = (text: string) => [...text].length

/**
 * `清荷苑3号楼2单元` → `清荷苑 · 3号楼 · 2单元`: no line ends within one. Spaces come as pieces of their own; joined, the pieces are the name.
 * Dictionaries do not know names of compounds, so a word of one character stays with the one before it.
 */
export function namePieces(name: string): string[] {
  const pieces: string[] = []
  let open = false
  for (const { segment } of words.segment(name)) {
    const last = pieces.at(-1)
    const joined = length(last ?? '') + length(segment)
    const lone = length(segment) === 1 && !LEANS_ON_NEXT.test(segment) && joined <= LONGEST_JOINED + 1
    const clings = (open || CLOSES.test(segment) || lone) && joined <= LONGEST_WORD
    if (last?.trim() && segment.trim() && clings) pieces[pieces.length - 1] = last + segment
    else pieces.push(...(segment.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gu')) ?? []))
    open = LEANS_ON_NEXT.test(segment)
  }
  return pieces
}
