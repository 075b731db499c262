// An address taken apart into what stands before the building, building, unit and room; and the one way of writing it that is compared.
import { isNumeral, readNumeral } from './numerals.ts'
import { halfWidth, simplified } from './plain-text.ts'

export type Address = {
  /** As kept and shown: half-width, trimmed. */
  readonly text: string
  /** `address_key`: half-width, simplified, without spaces and brackets, 栋 and 幢 as 号楼, figures for 三单元. */
  readonly key: string
  /** What stands before the building, as in the key: 街道, 社区, 路 with its number, 小区. */
  readonly before: string
  /** 3号楼; 15号 where a house has a number and no building; ''. */
  readonly building: string
  /** 2单元; ''. */
  readonly unit: string
  /** 502室; ''. */
  readonly room: string
}

type Parts = { before: string; building: string; unit: string; floor: string; room: string }

/** Brackets, commas and the like: one sender writes them, the next does not. */
const LEFT_OUT = ' ,，。.、;；:：()[]【】〔〕{}<>《》"“”\'‘’/|'
const DASHES = '—–‐‑‒―－~～_'

/** Half-width, simplified, capital letters, no spaces, brackets and commas, one kind of dash, no 第 before a number. */
function comparable(text: string): string {
  const plain = simplified(halfWidth(text))
  let out = ''
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]!
    if (LEFT_OUT.includes(sign)) continue
    if (DASHES.includes(sign)) out += '-'
    else out += sign >= 'a' && sign <= 'z' ? sign.toUpperCase() : sign
  }
  return out.includes('第') ? out.replace(/第+(?=[0-9〇零一二三四五六七八九十])/g, '') : out
}

const isFigure = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'
const isLetter = (sign: string | undefined): boolean => sign !== undefined && sign >= 'A' && sign <= 'Z'

/** The words behind a number that say what it counts, longest first. */
const COUNTED = [
  '号楼',
  '号栋',
  '号幢',
  '号座',
  '单元',
  '栋',
  '幢',
  '座',
  '#楼',
  '#',
  '室',
  '房',
  '户',
  '层',
  '门',
  '楼',
  '号',
]
const wordAt = (text: string, at: number): string => COUNTED.find((word) => text.startsWith(word, at)) ?? ''

const BUILDING = new Set(['号楼', '号栋', '号幢', '号座', '栋', '幢', '座', '#楼', '#'])
const ROOM = new Set(['室', '房', '户'])

/** 0502 and 502 are one door. */
const unpadded = (number: string): string => {
  let at = 0
  while (at < number.length - 1 && number[at] === '0' && isFigure(number[at + 1])) at++
  return at === 0 ? number : number.slice(at)
}

type Counted = { readonly number: string; readonly word: string; readonly end: number }

/** A number at this place with the word behind it: 3号楼, A座, 十二栋, B1室. */
function countedAt(key: string, at: number): Counted | undefined {
  let end = at
  if (isFigure(key[at]) || isLetter(key[at])) {
    while (isLetter(key[end])) end++
    while (isFigure(key[end])) end++
    if (isLetter(key[end]) && wordAt(key, end + 1)) end++
    return { number: unpadded(key.slice(at, end)), word: wordAt(key, end), end }
  }
  while (isNumeral(key[end])) end++
  const word = wordAt(key, end)
  if (end === at || word === '') return undefined
  const number = readNumeral(key.slice(at, end))
  return number === undefined ? undefined : { number: String(number), word, end }
}

/** `3-2-502` at the end of an address, or `2-502` behind a building. */
function dashed(key: string, at: number, parts: Parts): boolean {
  const found = /^([A-Z]?\d{1,3})-(?:(\d{1,2})-)?(\d{2,4}[A-Z]?)[室号户]?$/.exec(key.slice(at))
  if (!found) return false
  const [, first = '', second, last = ''] = found
  if (second === undefined && parts.building === '' && key.endsWith('号')) return false
  if (parts.building !== '') {
    if (second !== undefined || parts.unit !== '') return false
    parts.unit = `${unpadded(first)}单元`
  } else {
    parts.building = `${unpadded(first)}号楼`
    if (second !== undefined) parts.unit = `${unpadded(second)}单元`
  }
  parts.room = `${unpadded(last)}室`
  return true
}

/** What a number with its word is, given what was found so far; false where it belongs to a name. */
function take({ number, word, end }: Counted, key: string, parts: Parts): boolean {
  const isLast = end + word.length === key.length
  if (BUILDING.has(word) && parts.building === '') parts.building = `${number}号楼`
  else if (word === '楼' && parts.building === '' && countedAt(key, end + 1)?.word === '单元')
    parts.building = `${number}号楼`
  else if (word === '单元' && parts.unit === '') parts.unit = `${number}单元`
  else if (parts.building === '' && parts.unit === '') return false
  else if (word === '门' && parts.unit === '' && !isLast) parts.unit = `${number}单元`
  else if ((word === '层' || word === '楼') && parts.floor === '') parts.floor = number
  else if ((ROOM.has(word) || ((word === '号' || word === '门' || word === '') && isLast)) && parts.room === '')
    parts.room = `${number}室`
  else return false
  return true
}

/** The floor is kept only where the room does not say it already: 5层502室 is 502室. */
function floorOf({ floor, room }: Parts): string {
  if (floor === '') return ''
  const number = room.slice(0, -1)
  return room !== '' && number.length >= 3 && number.startsWith(floor) ? '' : `${floor}层`
}

/** A house with a number and no building: 石桥村15号. */
function houseNumber(parts: Parts): void {
  const found = /\d+(?:-\d+)?号$/.exec(parts.before)
  if (parts.building !== '' || parts.unit !== '' || !found) return
  parts.building = found[0]
  parts.before = parts.before.slice(0, found.index)
}

/** Takes a comparable text apart. What is behind the room, and numbers in names, stay where they are written. */
function partsOf(key: string): Omit<Address, 'text'> {
  const parts: Parts = { before: '', building: '', unit: '', floor: '', room: '' }
  let behind = ''
  let at = 0
  while (at < key.length) {
    const isPlainNumber = isFigure(key[at]) || isLetter(key[at])
    if (isPlainNumber && dashed(key, at, parts)) break
    const counted = countedAt(key, at)
    if (counted && take(counted, key, parts)) {
      at = counted.end + counted.word.length
      continue
    }
    // Whole, or the second figure of 18号 would be tried as a number of its own.
    const end = counted ? counted.end : at + 1
    const plain = counted && counted.word !== '' && !isPlainNumber ? counted.number : key.slice(at, end)
    if (parts.building === '' && parts.unit === '') parts.before += plain
    else behind += plain
    at = end
  }
  houseNumber(parts)
  const { before, building, unit, room } = parts
  return { key: before + building + unit + floorOf(parts) + room + behind, before, building, unit, room }
}

/** Odd texts take a second look before their key is its own key; more than a few no text needs. */
const MOST_LOOKS = 6

export function readAddress(written: string): Address {
  const text = halfWidth(written)
  let from = comparable(text)
  for (let look = 1; ; look++) {
    const parts = partsOf(from)
    if (parts.key === from || look === MOST_LOOKS) return { text, ...parts }
    from = comparable(parts.key)
  }
}

/** The key alone, of an address or of the name of a place. */
export const addressKey = (written: string): string => readAddress(written).key
