// Short names of days for a strip and its table, on the clock of Shanghai.
import { localDay } from '#kernel/clock.ts'
import type { Lang } from '#kernel/words.ts'

export { wallTime } from '#web/parts/when.ts'

const WEEKDAYS = { zh: [...'日一二三四五六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }

const dayOf = (at: string): Date => new Date(`${localDay(new Date(at))}T00:00:00Z`)

/** “周三”, “Wed”: for what lies within two weeks, as limits do. */
export const weekday = (at: string, lang: Lang): string =>
  `${lang === 'zh' ? '周' : ''}${WEEKDAYS[lang][dayOf(at).getUTCDay()]}`

/** “周三 18日”: a weekday alone would be another one a week later. */
export const shortDay = (at: string, lang: Lang): string =>
  `${weekday(at, lang)} ${dayOf(at).getUTCDate()}${lang === 'zh' ? '日' : ''}`
