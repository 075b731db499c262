// Times as people say them, in Chinese and English, always on the clock of Asia/Shanghai. Knows no page and no language data.
import { SHANGHAI_MS } from '#kernel/clock.ts'
import { type Lang, say, type Text } from '#kernel/words.ts'

/** An instant, or its ISO text as operations answer it. */
export type Moment = Date | string

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Minutes of office hours in a working day: 08:30–12:00 and 14:00–17:30. Limits counted in working days are multiples of it. */
export const WORKDAY_MINUTES = 420

const WEEKDAYS = { zh: [...'日一二三四五六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const msOf = (at: Moment): number => (typeof at === 'string' ? Date.parse(at) : at.getTime())

const localParts = (at: Moment) => {
  const local = new Date(msOf(at) + SHANGHAI_MS)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    time: local.toISOString().slice(11, 16),
    /** Days since 1970-01-01 in Shanghai, to count days apart. */
    dayNo: Math.floor(local.getTime() / DAY_MS),
  }
}

const NEAR: Readonly<Record<number, Text>> = {
  [-1]: { zh: '昨天 {time}', en: '{time} yesterday' },
  0: { zh: '今天 {time}', en: '{time} today' },
  1: { zh: '明天 {time}', en: '{time} tomorrow' },
}

/** “今天 16:30”, “明天 09:00”, “11月19日（周四）09:20”; the year is said when it is not this one. */
export function clockTime(at: Moment, now: Moment, lang: Lang): string {
  const { time, dayNo } = localParts(at)
  const near = NEAR[dayNo - localParts(now).dayNo]
  return near ? say(near, lang, { time }) : fullTime(at, now, lang)
}

/** The same without 今天 and 明天: for what is kept or printed. “11月19日（周四）09:20”, “09:20, Thu 19 Nov”. */
export function fullTime(at: Moment, now: Moment, lang: Lang): string {
  const { weekday, time } = localParts(at)
  if (lang === 'zh') return `${dateWords(at, now, 'zh')}（周${WEEKDAYS.zh[weekday]}）${time}`
  return `${time}, ${WEEKDAYS.en[weekday]} ${dateWords(at, now, 'en')}`
}

/** The day alone: “11月19日”, “19 Nov”; with the year when it is not this one. */
export function dateWords(at: Moment, now: Moment, lang: Lang): string {
  const { year, month, day } = localParts(at)
  const other = year !== localParts(now).year
  return lang === 'zh'
    ? `${other ? `${year}年` : ''}${month + 1}月${day}日`
    : `${day} ${MONTHS[month]}${other ? ` ${year}` : ''}`
}

/** A day as a heading: “11月19日 周四”, “Thu 19 Nov”. */
export function dayLine(at: Moment, now: Moment, lang: Lang): string {
  const { weekday } = localParts(at)
  const date = dateWords(at, now, lang)
  return lang === 'zh' ? `${date} 周${WEEKDAYS.zh[weekday]}` : `${WEEKDAYS.en[weekday]} ${date}`
}

/** A row of a story: “11月19日 周四 09:20”, “Thu 19 Nov, 09:20”. */
export const dayAndTime = (at: Moment, now: Moment, lang: Lang): string =>
  `${dayLine(at, now, lang)}${lang === 'zh' ? ' ' : ', '}${localParts(at).time}`

/** The wall clock alone: “16:30”. */
export const wallTime = (at: Moment): string => localParts(at).time

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const LESS: Text = { zh: '不到 1 分钟', en: 'less than 1 min' }

/** The two largest parts of a length of time; nothing below a minute. */
function spanParts(minutes: number, lang: Lang): string {
  const whole = Math.max(0, Math.floor(minutes))
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const rest = days === 0 ? whole % 60 : 0
  const parts =
    lang === 'zh'
      ? [days && `${days} 天`, hours && `${hours} 小时`, rest && `${rest} 分`]
      : [days && plural(days, 'day'), hours && `${hours} h`, rest && `${rest} min`]
  return parts.filter(Boolean).join(' ')
}

/** A length of time by the clock, rounded down: “48 分钟”, “2 小时”, “1 小时 20 分”, “2 天 4 小时”. */
export function spanWords(minutes: number, lang: Lang): string {
  const said = spanParts(minutes, lang)
  if (!said) return LESS[lang]
  return lang === 'zh' && minutes < 60 ? `${said}钟` : said
}

/** A limit as it was promised: “3 个工作日”, “24 小时”, “30 分钟（值班时间）”. */
export function limitWords(minutes: number, counting: 'work' | 'always' | 'duty', lang: Lang): string {
  if (counting === 'always') return minutes < 7 * 1440 ? hoursWords(minutes, lang) : spanWords(minutes, lang)
  if (counting === 'duty') return `${hoursWords(minutes, lang)}${lang === 'zh' ? '（值班时间）' : ' (duty hours)'}`
  if (minutes >= WORKDAY_MINUTES && minutes % WORKDAY_MINUTES === 0) {
    const days = minutes / WORKDAY_MINUTES
    return lang === 'zh' ? `${days} 个工作日` : plural(days, 'working day')
  }
  return lang === 'zh' ? `${hoursWords(minutes, 'zh')}（上班时间）` : `${hoursWords(minutes, 'en')} (office hours)`
}

/** Limits are spoken of in hours even beyond a day: “24 小时”, “48 小时”. */
const hoursWords = (minutes: number, lang: Lang): string =>
  minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60} ${lang === 'zh' ? '小时' : 'h'}` : spanWords(minutes, lang)

const LEFT: Text = { zh: '还剩{gap}{span}', en: '{span} left' }
const OVER: Text = { zh: '已超{gap}{span}', en: '{span} late' }

/** Time to a limit by the clock: “还剩 1 小时 20 分”, “已超 3 小时”. Never says more than is left. */
export function timeLeft(dueAt: Moment, now: Moment, lang: Lang): string {
  const minutes = (msOf(dueAt) - msOf(now)) / MINUTE_MS
  const said = spanParts(Math.abs(minutes), lang)
  return say(minutes >= 0 ? LEFT : OVER, lang, { gap: said && ' ', span: said || LESS[lang] })
}

const PARTED = /(?<=\d) (?=[天小分个]|days?\b|h\b|min\b)|(?<=限|用了|不到|limit|took|In|than) (?=\d)/g

/** A number and its unit never part at the end of a line. For what is shown, not for what is compared. */
export const withUnits = (text: string): string => text.replace(PARTED, '\u00a0')

/** Both ways at once: “还剩 1 小时 20 分（今天 16:30）”. */
export function leftAndWhen(dueAt: Moment, now: Moment, lang: Lang): string {
  const left = timeLeft(dueAt, now, lang)
  const when = clockTime(dueAt, now, lang)
  // A bracket inside a bracket reads badly: the weekday stands free.
  return lang === 'zh' ? `${left}（${when.replace(/（(周.)）/, ' $1 ')}）` : `${left} (${when})`
}
