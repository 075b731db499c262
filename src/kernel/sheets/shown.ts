// How a number of a cell reads on the screen: as far as it matters for registers, that is days, times, digits and leading zeros.

export type Shown = { readonly as: 'day' | 'time' | 'moment' } | { readonly digits: number } | undefined

/** Built-in formats (ECMA-376 18.8.30), with those that Chinese versions add for days. */
const BUILT_IN: Readonly<Record<number, 'day' | 'time' | 'moment'>> = Object.fromEntries([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'moment'],
])

/** What a format makes of a number; `code` is that of a format of the workbook's own. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return BUILT_IN[id] && { as: BUILT_IN[id] }
  const first = code.split(';')[0]!
  if (/^0{2,15}$/.test(first)) return { digits: first.length }
  // Words in quotes, escaped signs, colours, conditions and locales say nothing about days. Elapsed hours [h] are a time.
  const bare = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
  if (/general/i.test(bare)) return undefined
  const day = /[ydeg年月日]/i.test(bare) || /m/i.test(bare.replaceAll(/h+[^a-z]*m+|m+[^a-z]*s+/gi, ''))
  const time = /[hs时分秒]/i.test(bare)
  if (day) return { as: time ? 'moment' : 'day' }
  return time ? { as: 'time' } : undefined
}

const DAY_MS = 86_400_000
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465

/** 1900 was no leap year, but spreadsheets count a 29 February in it: days before that are one off. */
function moment(serial: number, from1904: boolean): Date {
  if (from1904) return new Date(Date.UTC(1904, 0, 1) + Math.round(serial * DAY_MS))
  return new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + Math.round(serial * DAY_MS))
}

function day(serial: number, as: 'day' | 'time' | 'moment', from1904: boolean): string {
  const iso = moment(serial, from1904).toISOString()
  if (as === 'time') return iso.slice(11, 19)
  return as === 'day' || Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}

/** `stored` is what stands in the file. More than 15 digits are more than a number keeps: told as “1.10105E+17”, never made up. */
export function shownNumber(stored: string, shown: Shown, from1904: boolean): string {
  if (shown === undefined && stored.length <= 15 && /^(0|[1-9]\d*)$/.test(stored)) return stored
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored.trim()
  if (shown && 'as' in shown && value >= 0 && value <= LAST_DAY) return day(value, shown.as, from1904)
  if (Math.abs(value) >= 1e15) return value.toExponential(5).replace('e', 'E')
  if (shown && 'digits' in shown) return Math.round(value).toString().padStart(shown.digits, '0')
  return String(Number(value.toPrecision(15)))
}
