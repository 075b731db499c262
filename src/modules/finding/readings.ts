// How a name is read: 单晓兰 as shan xiao lan, also by initials, also while somebody is still typing.
import { pinyin } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()

/** ü is typed v, u, or yu as in a passport. */
const typedAs = (reading: string): string[] =>
  /^[ln]v/.test(reading) ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')] : [reading]

/** Every reading of one character, as a family name first; none for what is not Chinese. */
function readingsOf(sign: string): readonly string[] {
  let found = known.get(sign)
  if (!found) {
    const options = { toneType: 'none', type: 'array', v: true } as const
    const all = [...pinyin(sign, { ...options, mode: 'surname' }), ...pinyin(sign, { ...options, multiple: true })]
    found = /\p{Script=Han}/u.test(sign) ? [...new Set(all.flatMap(typedAs))] : [sign]
    known.set(sign, found)
  }
  return found
}

export type Reading = readonly (readonly string[])[]

export const readingOf = (name: string): Reading => [...name].map(readingsOf)

/** Initials under which a name is kept, so that few names are compared with what was typed. */
export const initialsOf = (reading: Reading): Set<string> =>
  new Set(reading.flatMap((one) => one.map((syllable) => syllable[0]!)))

/** Whether letters read on from a character: whole syllables, initials, and the last one as far as it was typed. */
function readsFrom(reading: Reading, letters: string, sign: number, at: number): boolean {
  if (at === letters.length) return true
  if (sign === reading.length) return false
  const rest = letters.slice(at)
  return reading[sign]!.some(
    (syllable) =>
      syllable.startsWith(rest) ||
      (rest.startsWith(syllable) && readsFrom(reading, letters, sign + 1, at + syllable.length)) ||
      (rest[0] === syllable[0] && readsFrom(reading, letters, sign + 1, at + 1)),
  )
}

/** The character from which the letters read on; -1 where they are another name. */
export const readsAt = (reading: Reading, letters: string): number =>
  reading.findIndex((_, sign) => readsFrom(reading, letters, sign, 0))
