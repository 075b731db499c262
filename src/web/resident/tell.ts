// How resident pages speak: our sentences in the reader's language, names of places in both, one drawing beside a word.
import type { Lang, Text } from '#kernel/words.ts'
import { fill, html, type Markup, raw, type Value } from '#web/parts/html.ts'
import { type IconName, icons } from '#web/parts/icons.ts'

export type Tell = (text: Text, values?: Readonly<Record<string, Value>>) => Markup

/** Says a text in one language, with escaped values or markup in its `{gaps}`. */
export const teller =
  (lang: Lang): Tell =>
  (text, values) =>
    fill(text[lang], values)

/** A name as this reader reads it; Chinese where no English one was given. */
export const named = (of: { readonly name: string; readonly nameEn: string }, lang: Lang): string =>
  lang === 'en' && of.nameEn ? of.nameEn : of.name

/** Longer pieces may break anywhere, or they would be cut at 320 px. */
const LONGEST_PIECE = 8

/** Breaks a Chinese name only at blanks and before numbers: “清荷苑”, “3号楼”, “2单元” stay whole. Others break at their blanks. */
export const whole = (name: string): Markup =>
  /\p{Script=Han}/u.test(name)
    ? html`${name
        .split(/(?= )|(?<= )|(?<=\p{Script=Han})(?=\d)/u)
        .map((part) => (part === ' ' || part.length > LONGEST_PIECE ? part : html`<span class="nw">${part}</span>`))}`
    : html`${name}`

/** Decoration beside words, so that nothing needs to be read out. `look`: `i` for lines, empty for the sign of a state. */
export const icon = (name: IconName, look = 'i'): Markup =>
  html`<svg${look && html` class="${look}"`} viewBox="${icons[name].box}" aria-hidden="true">${raw(icons[name].body)}</svg>`
