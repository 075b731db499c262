// What somebody typed into the box, read once: a whole number, the end of one, an address with a room, or words.
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
  /** An address as `home.address_key` has it; ''. */
  readonly whole: string
  /** Words of an address before the room. */
  readonly address: readonly string[]
  /** 502; ''. */
  readonly room: string
}

const MOST_WORDS = 5
const CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/
/** 3号楼2单元502, 3号楼502室, 3-2-502. */
const ROOM = /^(.*?(?:号楼|单元|号院|号|楼))(?:.{0,3}层)?(\d{3,4}|[a-z]\d{2,4})室?$/
const DASHED = /^(.*?)(\d{1,3})-(\d{1,2})-(\d{3,4})$/

/** Divided between building and unit, so that each is looked for by itself. */
const partsOf = (address: string): string[] =>
  address
    .replace(/(号楼|单元|号院)/g, '$1 ')
    .split(' ')
    .filter(Boolean)

function addressIn(text: string): Pick<Typed, 'address' | 'room'> {
  const dashed = DASHED.exec(text.normalize('NFKC').trim())
  if (dashed) {
    const [, before = '', building, unit, room = ''] = dashed
    return { address: partsOf(simpleAddress(`${before}${building}号楼${unit}单元`)), room }
  }
  const whole = simpleAddress(text)
  const found = ROOM.exec(whole)
  return found ? { address: partsOf(found[1]!), room: found[2]! } : { address: partsOf(whole), room: '' }
}

export function typedIn(text: string): Typed {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).map(simpleAddress)
  const whole = simple(text)
  const code = whole.toUpperCase()
  return {
    words: [...new Set(words.filter(Boolean))],
    letters: /^[a-z]{2,40}$/.test(whole) ? whole : '',
    name: /^\p{Script=Han}{2,20}$/u.test(whole) ? whole : '',
    tail: /^\d{4}$/.test(whole) ? whole : '',
    code: (CODE.test(code) && /[A-Z]/.test(code.slice(0, 17))) || /^9\d{17}$/.test(code) ? code : '',
    whole: '',
    ...addressIn(text),
  }
}
