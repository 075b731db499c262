// A day as people and spreadsheets write it.

const isFigure = (code: number) => code >= 48 && code <= 57

/** Years that a living person or a standing house can have been entered with. */
const [EARLIEST, LATEST] = [1880, 2199]
/** Excel counts days from 1899-12-30; 10000 is in 1927, 65000 in 2077. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_000, 65_000]
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30)

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** YYYY-MM-DD, or undefined where the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1) return undefined
  const most = month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!
  return day > most ? undefined : `${year}-${two(month)}-${two(day)}`
}

/**
 * The day that a cell means: 19790302, 1979-3-2, 1979/03/02, 1979.3.2, 1979年3月2日, each with a time of day behind it or
 * none, or the number of days that Excel keeps. Expects half-width text.
 */
export function readDay(text: string): string | undefined {
  const parts = [0, 0, 0]
  let part = 0
  let figures = 0
  let at = 0
  for (; at < text.length && part < 3; at++) {
    const code = text.charCodeAt(at)
    if (isFigure(code)) {
      parts[part] = parts[part]! * 10 + code - 48
      figures++
      if (figures > 8) return undefined
      continue
    }
    if (figures === 0) return undefined
    if (!isBetween(text, at, part)) return undefined
    part++
    figures = 0
    if (part === 3) break
    // A space after 年 or 月, as some forms print it.
    while (text[at + 1] === ' ' && part < 3) at++
  }
  if (part === 0) return ofFigures(text, parts[0]!)
  if (part === 2 && figures > 0) part = 3
  if (part < 3 || (at < text.length && !isTimeOfDay(text.slice(at)))) return undefined
  return dayOf(parts[0]!, parts[1]!, parts[2]!)
}

const isBetween = (text: string, at: number, part: number): boolean => {
  const sign = text[at]
  if (part === 2) return sign === '日' || sign === '号' || sign === ' ' || sign === 'T'
  return sign === '-' || sign === '/' || sign === '.' || sign === (part === 0 ? '年' : '月')
}

const isTimeOfDay = (rest: string): boolean => /^[日号]?$|^[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/.test(rest)

function ofFigures(text: string, number: number): string | undefined {
  if (text.length === 8) return dayOf(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
  if (text.length !== 5 || number < FIRST_SERIAL || number > LAST_SERIAL) return undefined
  return new Date(EXCEL_DAY_0 + number * 86_400_000).toISOString().slice(0, 10)
}
