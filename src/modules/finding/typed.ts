// What somebody typed into the box, read once: a name, the end of a number, a code, an address with a room, or words.
import { readAddress } from '#modules/register/index.ts'
import { simple, simpleAddress } from './simple.ts'

export type Typed = {
  /** Words as they are compared, divided where he divided them; at most five. */
  readonly words: readonly string[]
  /** Letters alone, for names by their reading; ''. */
  readonly letters: string
  /** Chinese characters alone, for names; ''. */
  readonly name: string
  /** The four figures at the end of a phone; ''. */
  readonly tail: string
  /** 统一社会信用代码, 18 signs; ''. */
  readonly code: string
  /** An address as `home.address_key` has it; '' where no room was named. */
  readonly whole: string
  /** Building and unit, each looked for by itself. */
  readonly address: readonly string[]
  /** 502; ''. */
  readonly room: string
}

const MOST_WORDS = 5
const CODE = /^(?=.*[A-Z9])[0-9A-HJ-NPQRTUWXY]{18}$/

export function typedIn(text: string): Typed {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).map(simpleAddress)
  const plain = simple(text)
  const code = plain.toUpperCase()
  const { key, before, building, unit, room } = readAddress(text.normalize('NFKC'))
  return {
    words: [...new Set(words.filter(Boolean))],
    letters: /^[a-z]{2,40}$/.test(plain) ? plain : '',
    name: /^\p{Script=Han}{2,20}$/u.test(plain) ? plain : '',
    tail: /^\d{4}$/.test(plain) ? plain : '',
    code: CODE.test(code) ? code : '',
    whole: room ? key : '',
    address: building || unit ? [before + building, unit].filter(Boolean) : [],
    room: room.replace(/室$/, ''),
  }
}
