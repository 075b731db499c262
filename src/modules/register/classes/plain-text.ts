// Text as it is compared: half-width, without padding and invisible signs, traditional characters as simplified ones.
import { Converter } from 'opencc-js/t2cn'

/** Zero-width and direction signs, soft hyphen, byte order mark: nobody sees them, and they make equal words differ. */
const isInvisible = (code: number) =>
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  code === 0xfeff ||
  code === 0xad

/** Every sign that people use as a space, tabs and line breaks inside a cell included. */
const isSpace = (code: number) =>
  code === 0x20 || code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || (code >= 9 && code <= 13)

/** Whether `halfWidth` would change anything; most cells are written well. */
function isPlain(text: string): boolean {
  const { length } = text
  if (length === 0) return true
  if (text.charCodeAt(0) === 0x20 || text.charCodeAt(length - 1) === 0x20) return false
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0x7f) continue
    if (code >= 0x4e00 && code < 0xa000) continue
    if (code === 0x20 && text.charCodeAt(at + 1) !== 0x20) continue
    return false
  }
  return true
}

/** Full-width letters, figures and signs as half-width ones, every run of spaces as one, nothing invisible, trimmed. */
export function halfWidth(text: string): string {
  if (isPlain(text)) return text
  let out = ''
  let waiting = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInvisible(code)) continue
    if (isSpace(code)) {
      waiting = out !== ''
      continue
    }
    if (waiting) out += ' '
    waiting = false
    out += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[at]
  }
  return out
}

const [FIRST, LAST] = [0x3400, 0x9fff]
let table: Uint16Array | undefined

/** One character each way, so that a key is quick and does not depend on the words around it. */
function simplifiedTable(): Uint16Array {
  const convert = Converter({ from: 't', to: 'cn' })
  return Uint16Array.from({ length: LAST - FIRST + 1 }, (_, at) => {
    const to = convert(String.fromCharCode(FIRST + at))
    return to.length === 1 ? to.charCodeAt(0) : FIRST + at
  })
}

/** Traditional characters as simplified ones, for comparison alone: names are kept as they are written. */
export function simplified(text: string): string {
  table ??= simplifiedTable()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST || code > LAST || table[code - FIRST] === code) continue
    return rewritten(text, at, table)
  }
  return text
}

function rewritten(text: string, from: number, table: Uint16Array): string {
  let out = text.slice(0, from)
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    out += code < FIRST || code > LAST ? text[at] : String.fromCharCode(table[code - FIRST]!)
  }
  return out
}

/** A sign that stands for bytes nobody could read, or that no keyboard makes: the file was read in a wrong encoding. */
export function isDamaged(text: string): boolean {
  let isPaired = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd) return true
    if (code >= 0xd800 && code <= 0xdfff) isPaired = false
  }
  return !isPaired && !text.isWellFormed()
}

/** Without any space: `张 三` is padded, not two words. */
export const unspaced = (text: string): string => (text.includes(' ') ? text.replaceAll(' ', '') : text)
