// People write numbers into their words; whoever has no business with them sees them as he sees the reporter's own: masked.
import { reporterPhone } from './personal.ts'

const MOBILE = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g
/** An ID number: area, birthday, order, check. Its tail tells as much as its whole. */
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g

export const maskNumbers = (text: string): string =>
  text
    .replace(IDENTITY, (found) => `${found.slice(0, 2)}${'*'.repeat(16)}`)
    .replace(MOBILE, (found) => reporterPhone.mask(found.replace(/\D/g, '')))
