// Dates on paper, in both manners: 二〇二六年三月九日 and 2026年3月9日.
import type { Day, Minute } from './shape.ts'

const DIGITS = '〇一二三四五六七八九'

const counted = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}

const PARTS = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}:\d{2}))?/
const parts = (text: Day | Minute) => {
  const found = PARTS.exec(text)
  if (!found) throw new RangeError(`not a day: ${text}`)
  return { year: found[1]!, month: Number(found[2]), day: Number(found[3]), time: found[4] }
}

/** 二〇二六年三月九日, as it stands under a document. */
export function chineseDay(day: Day): string {
  const { year, month, day: date } = parts(day)
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${counted(month)}月${counted(date)}日`
}

/** 2026年3月9日 */
export function plainDay(day: Day): string {
  const { year, month, day: date } = parts(day)
  return `${year}年${month}月${date}日`
}

/** 2026年3月9日 14:30 */
export function plainMinute(minute: Minute): string {
  const { time } = parts(minute)
  return time ? `${plainDay(minute)} ${time}` : plainDay(minute)
}
