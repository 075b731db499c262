// The XML of a workbook, piece by piece as it is unpacked. No document type and no entity of one's own is ever taken: what would
// need them (billion laughs, outside files) has no place in a spreadsheet.
import type { ProblemEntry } from '../problem.ts'
import { sheetProblems } from './problems.ts'

export type XmlHandlers = {
  /** `tag` is all that stands between < and >; ask `attribute` for what is in it. An empty element is closed at once. */
  open(name: string, tag: string): void
  text(value: string): void
  close(name: string): void
}

/** A tag or a text longer than this is no cell that a person wrote: a spreadsheet allows 32,767 characters. */
const LONGEST = 1024 * 1024

export class CrookedXml extends Error {
  readonly entry: ProblemEntry
  constructor(entry: ProblemEntry) {
    super(entry.code)
    this.entry = entry
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const entity = (_: string, name: string): string => {
  if (name[0] !== '#') {
    const known = ENTITIES[name]
    if (known === undefined) throw new CrookedXml(sheetProblems.hostile)
    return known
  }
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

export const plainText = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, entity) : text

/** Line ends as XML reads them; a carriage return that is meant is written as an entity. */
const oneLineEnd = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text)

/** The value of an attribute, whatever prefix its name has; undefined when it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1)
    if (before !== 32 && before !== 58 && before !== 10 && before !== 9 && before !== 13) continue
    let i = at + name.length
    while (tag.charCodeAt(i) <= 32) i++
    if (tag.charCodeAt(i) !== 61) continue
    do i++
    while (tag.charCodeAt(i) <= 32)
    const end = tag.indexOf(tag[i]!, i + 1)
    return end < 0 ? undefined : plainText(tag.slice(i + 1, end))
  }
  return undefined
}

/** Where the tag that begins at `from` ends, or -1 when it goes on in the next piece. A > within quotes ends nothing. */
function tagEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 62) return i
    if (c !== 34 && c !== 39) continue
    i = text.indexOf(c === 34 ? '"' : "'", i + 1)
    if (i < 0) return -1
  }
  return -1
}

function nameOf(tag: string, from: number): string {
  let start = from
  let i = from
  for (; i < tag.length; i++) {
    const c = tag.charCodeAt(i)
    if (c === 58) start = i + 1
    else if (c <= 32 || c === 47) break
  }
  return tag.slice(start, i)
}

/** Takes text in pieces and tells the handlers what is in it, in order. */
export function scanXml(handlers: XmlHandlers): { write(piece: string): void; end(): void } {
  let rest = ''

  /** Skips a comment or an instruction, passes on CDATA; where it ends, or -1 when more is needed. */
  const aside = (text: string, at: number): number => {
    if (text.startsWith('<?', at)) {
      const end = text.indexOf('?>', at)
      return end < 0 ? -1 : end + 2
    }
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4)
      return end < 0 ? -1 : end + 3
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      if (end < 0) return -1
      handlers.text(text.slice(at + 9, end))
      return end + 3
    }
    if (text.length - at < 9) return -1
    throw new CrookedXml(sheetProblems.hostile)
  }

  const tagAt = (text: string, at: number, end: number) => {
    if (text.charCodeAt(at + 1) === 47) return handlers.close(nameOf(text.slice(at + 2, end), 0))
    const tag = text.slice(at + 1, end)
    const name = nameOf(tag, 0)
    handlers.open(name, tag)
    if (tag.charCodeAt(tag.length - 1) === 47) handlers.close(name)
  }

  return {
    write(piece) {
      const text = rest + piece
      let at = 0
      for (;;) {
        const lt = text.indexOf('<', at)
        if (lt < 0 || lt + 1 === text.length) break
        if (lt > at) handlers.text(plainText(oneLineEnd(text.slice(at, lt))))
        at = lt
        const c = text.charCodeAt(lt + 1)
        const special = c === 33 || c === 63
        const end = special ? aside(text, lt) : tagEnd(text, lt + 1)
        if (end < 0) break
        if (!special) tagAt(text, lt, end)
        at = special ? end : end + 1
      }
      rest = text.slice(at)
      if (rest.length > LONGEST) throw new CrookedXml(sheetProblems.hostile)
    },
    end() {
      if (rest.trim()) throw new CrookedXml(sheetProblems.broken)
    },
  }
}
