// A phone as somebody gives it.
import { Problem } from '#kernel/problem.ts'
import { phoneDigits } from '#modules/register/index.ts'
import { counselProblems } from './words.ts'

const PHONE = /^(1\d{10}|0\d{9,11})$/

/**
 * Its digits.
 * @throws counsel.badPhone for what is neither a mobile number nor a landline with its area code
 */
export function readPhone(given: string): string {
  const phone = phoneDigits(given)
  if (!PHONE.test(phone)) throw new Problem(counselProblems.badPhone)
  return phone
}
