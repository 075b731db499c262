// 统一社会信用代码 (GB 32100) and the organisation code inside it (GB 11714).

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The last sign of a code whose first seventeen are of the alphabet; '' where one is not. */
export function creditCheckSign(seventeen: string): string {
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const value = ALPHABET.indexOf(seventeen[at] ?? ' ')
    if (value < 0) return ''
    sum += value * WEIGHTS[at]!
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** The ninth sign of an organisation code. */
export function innerCheckSign(eight: string): string {
  let sum = 0
  for (let at = 0; at < 8; at++) {
    const code = eight.charCodeAt(at)
    sum += (code >= 65 ? code - 55 : code - 48) * INNER_WEIGHTS[at]!
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

export type CreditFault = 'creditLength' | 'creditSigns' | 'creditCheck'
export type CreditCode = {
  readonly code: string
  /** False with an early or migrated code: odd, but in use. */
  readonly innerFits: boolean
}

/** Reads a code as people write it. Expects half-width text. */
export function readCreditCode(text: string): CreditCode | CreditFault {
  const code = text.replaceAll(' ', '').replaceAll('-', '').toUpperCase()
  if (code.length !== 18) return 'creditLength'
  const check = creditCheckSign(code)
  if (check === '' || !ALPHABET.includes(code[17]!)) return 'creditSigns'
  if (check !== code[17]) return 'creditCheck'
  return { code, innerFits: innerCheckSign(code.slice(8, 16)) === code[16] }
}
