// Parts of resident forms: a labelled line, its help, and what is to be corrected.
import { html, type Markup } from '#web/parts/html.ts'
import { icon, type Tell } from './tell.ts'
import { residentWords as w } from './words.ts'

/** Field name → what to do about it, in the reader's language. */
export type Mistakes = Readonly<Record<string, string>>

export const one = (fields: ReadonlyMap<string, readonly string[]>, name: string): string => fields.get(name)?.[0] ?? ''

/** Ink, not red: nothing here is late or dangerous. */
export const mistake = (name: string, mistakes: Mistakes): Markup | false =>
  name in mistakes && html`<p class="err" id="${name}-err">${icon('missing', '')}${mistakes[name]}</p>`

/** Above the form, so that it is read first; each line leads to its field. `refused`: nothing is wrong with what was typed. */
export const mistakeList = (mistakes: Mistakes, tell: Tell, refused = false): Markup | false =>
  Object.keys(mistakes).length > 0 &&
  html`<section class="note bad" role="alert"><div><p><b>${tell(refused ? w.refused : w.mistakes)}</b></p>
    ${Object.entries(mistakes).map(([name, text]) => html`<p><a href="#${name}">${text}</a></p>`)}</div></section>`

export type Line = {
  readonly name: string
  readonly label: Markup
  readonly help?: Markup
  readonly value?: string
  readonly mistakes?: Mistakes
  /** Further attributes of the input, such as its keyboard. */
  readonly more?: Markup
}

/** Which lines explain a field, for those who hear the page. */
export const describedBy = (name: string, help: boolean, wrong: boolean): Markup | false =>
  (help || wrong) &&
  html` aria-describedby="${[wrong && `${name}-err`, help && `${name}-help`].filter(Boolean).join(' ')}"`

export function lineField({ name, label, help, value = '', mistakes = {}, more }: Line): Markup {
  const wrong = name in mistakes
  return html`<div class="f${wrong && ' bad'}"><label for="${name}">${label}</label>
    ${help && html`<p class="help" id="${name}-help">${help}</p>`}${mistake(name, mistakes)}
    <input id="${name}" name="${name}" value="${value}"${describedBy(name, Boolean(help), wrong)}${wrong && html` aria-invalid="true" autofocus`} ${more}></div>`
}
