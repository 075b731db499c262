// 公民身份号码 (GB 11643): check digit, birth day, sex; numbers of 15 figures as those of 18.
import { dayOf } from './day.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The eighteenth sign of a number whose first seventeen are figures. */
export function idCheckSign(seventeen: string): string {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += (seventeen.charCodeAt(at) - 48) * WEIGHTS[at]!
  return CHECKS[sum % 11]!
}

export type IdFault =
  | 'numberMasked'
  | 'numberDamaged'
  | 'numberLength'
  | 'numberSigns'
  | 'numberDay'
  | 'numberFuture'
  | 'numberCheck'

export type IdNumber = { readonly number: string; readonly birth: string; readonly sex: 1 | 2 }

/** Without the spaces and hyphens that people group figures with. */
function bare(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === ' ' || sign === '-' || sign === "'" || sign === '‘' || sign === '’' || sign === '`') continue
    out += sign === 'x' ? 'X' : sign
  }
  return out
}

/** Figures, and at the end of eighteen perhaps an X. */
function hasRightSigns(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 48 || code > 57) && !(code === 88 && at === 17)) return false
  }
  return true
}

/**
 * Reads a number as people write it; `today` is YYYY-MM-DD. The region is not looked up: counties that are no more are
 * lawful in a number. Expects half-width text.
 */
export function readIdNumber(text: string, today: string): IdNumber | IdFault {
  const given = bare(text)
  if (given.includes('*')) return 'numberMasked'
  if (given.includes('E+') || given.includes('e+')) return 'numberDamaged'
  if (given.length !== 18 && given.length !== 15) return 'numberLength'
  if (!hasRightSigns(given)) return 'numberSigns'
  const seventeen = given.length === 18 ? given.slice(0, 17) : `${given.slice(0, 6)}19${given.slice(6)}`
  const birth = dayOf(Number(seventeen.slice(6, 10)), Number(seventeen.slice(10, 12)), Number(seventeen.slice(12, 14)))
  if (!birth) return 'numberDay'
  if (birth > today) return 'numberFuture'
  const check = idCheckSign(seventeen)
  if (given.length === 18 && given[17] !== check) {
    // A spreadsheet keeps fifteen figures of a number and fills up with zeros.
    return given.endsWith('000') ? 'numberDamaged' : 'numberCheck'
  }
  return { number: seventeen + check, birth, sex: (seventeen.charCodeAt(16) - 48) % 2 === 1 ? 1 : 2 }
}
