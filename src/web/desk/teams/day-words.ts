// A day of a roster as a heading: today and tomorrow by their names, the others by weekday and date.
import type { Lang } from '#kernel/words.ts'
import { dayLine } from '#web/parts/when.ts'

const NEAR = [
  { zh: '今天', en: 'Today' },
  { zh: '明天', en: 'Tomorrow' },
] as const

/** Noon in Shanghai: the same day in every zone that reads it. */
const noonOf = (day: string): string => `${day}T04:00:00Z`

/** `at`: days from today. “今天”, and under it “11月22日 周日”. */
export const dayHead = (day: string, at: number, now: Date, lang: Lang): { near: string; date: string } => ({
  near: NEAR[at]?.[lang] ?? '',
  date: dayLine(noonOf(day), now, lang),
})
