// Months as a drawing names them.
import type { Lang } from '#kernel/words.ts'

const EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** “11月”, “Nov”; January carries its year. */
export function monthWords(month: string, lang: Lang): string {
  const [name, year] = monthParts(month, lang)
  if (!year) return name
  return lang === 'zh' ? `${year}年${name}` : `${name} ${year}`
}

/** The same in two pieces, for a column too narrow for both in one line. */
export function monthParts(month: string, lang: Lang): readonly [name: string, year?: string] {
  const [year = '', number = '1'] = month.split('-')
  const at = Number(number)
  const name = lang === 'zh' ? `${at}月` : (EN[at - 1] ?? month)
  return at === 1 ? [name, year] : [name]
}
