// The ID number of GB 11643: seventeen digits, a check symbol, a day of birth and a sex inside.

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const SYMBOLS = '10X98765432'

/** Its birth day (YYYY-MM-DD) and sex (1 male, 2 female); undefined when the check symbol or the day is wrong. */
export function readIdNumber(number: string): { birth: string; sex: 1 | 2 } | undefined {
  if (!/^\d{17}[\dX]$/.test(number)) return undefined
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  if (SYMBOLS[sum % 11] !== number[17]) return undefined
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const day = new Date(`${birth}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birth) return undefined
  return { birth, sex: Number(number[16]) % 2 === 1 ? 1 : 2 }
}
