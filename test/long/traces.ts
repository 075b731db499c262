// Looks for planted values in files and texts, in every way of writing that a disk may hold them.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { toGb18030 } from '#kernel/sheets/encoding.ts'

/** Signs that no other text holds, in each planted name, need and place. */
export const MARK = '鸑鷟鸑'
/** Beginnings of planted phones and ID numbers; five figures follow the one, nine and a check sign the other. */
export const PHONE = '192714'
export const NUMBER = '99017719'

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

/** As it stands in base64 of a longer text, at each of three places, without the signs that its neighbours decide. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor((bytes.length * 8) / 6)
    return bytes.toString('base64').slice(first, last)
  })

const escaped = (text: string) => [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16)}`).join('')

const needlesOf = (text: string, isWord: boolean): [string, Buffer][] => [
  ...(isWord ? ([['utf-8', Buffer.from(text)]] as [string, Buffer][]) : []),
  ...(isWord ? ([['gb18030', toGb18030(text)]] as [string, Buffer][]) : []),
  ['utf-16le', utf16(text, 'le')],
  ['utf-16be', utf16(text, 'be')],
  ['hex', Buffer.from(Buffer.from(text).toString('hex'))],
  ['HEX', Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
  ...inBase64(text).map((one): [string, Buffer] => ['base64', Buffer.from(one)]),
  ...(isWord
    ? ([
        ['json', Buffer.from(escaped(text))],
        ['url', Buffer.from(encodeURIComponent(text))],
      ] as [string, Buffer][])
    : []),
]

const NEEDLES = [...needlesOf(MARK, true), ...needlesOf(PHONE, false), ...needlesOf(NUMBER, false)]
/** Figures alone, whole and not inside a hash; birthdays of before 1922 stand nowhere else. */
const FIGURES: readonly (readonly [string, RegExp])[] = [
  ['phone', new RegExp(`(?<![0-9a-fA-F])${PHONE}\\d{5}(?![0-9a-fA-F])`)],
  ['number', new RegExp(`(?<![0-9a-fA-F])${NUMBER}\\d{9}[\\dX]`)],
  ['birthday', /(?<![0-9a-fA-F])19(?:1[2-9]|2[01])-[01]\d-[0-3]\d(?!\d)/],
]

/** Ways of writing in which something planted stands in these bytes. */
export function tracesIn(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  return [
    ...NEEDLES.flatMap(([name, needle]) => (bytes.includes(needle) ? [name] : [])),
    ...FIGURES.flatMap(([name, figures]) => (figures.test(text) ? [name] : [])),
  ]
}

const PIECE = 32 * 2 ** 20
const OVERLAP = 256

/** Like tracesIn, of a file of any size. */
export function tracesInFile(file: string): string[] {
  const found = new Set<string>()
  const handle = openSync(file, 'r')
  try {
    const piece = Buffer.alloc(PIECE + OVERLAP)
    for (let at = 0; ; at += PIECE) {
      const n = readSync(handle, piece, 0, piece.length, at)
      for (const one of tracesIn(piece.subarray(0, n))) found.add(one)
      if (n < piece.length) return [...found]
    }
  } finally {
    closeSync(handle)
  }
}

/** Every file of a folder, with what was found in it; files that go while they are read are passed by. */
export function tracesBelow(folder: string): { files: number; bytes: number; found: Record<string, string[]> } {
  let [files, bytes] = [0, 0]
  const found: Record<string, string[]> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    try {
      bytes += statSync(file).size
      files++
      const traces = tracesInFile(file)
      if (traces.length) found[path.relative(folder, file)] = traces
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return { files, bytes, found }
}
