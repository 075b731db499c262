// The tag that pages made on the server are written with: everything put into it is escaped.

/** Text that is HTML already, because the tag below made it. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

export type Value = string | number | Markup | false | null | undefined | readonly Value[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const show = (value: Value): string => {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(show).join('')
  return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** A line break beside a tag would show as a blank between Chinese characters, so it goes; one inside a tag stays. */
const tight = (part: string): string => part.replace(/(^|>)\s*\n\s*(?=<|$)/g, '$1')

/**
 * HTML with values in it. Strings and numbers are escaped, for text and for quoted attributes alike; lists are joined;
 * what this tag made is kept as it is; undefined, null and false leave nothing.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(parts.reduce((text, part, at) => `${text}${show(values[at - 1])}${tight(part)}`, ''))

/** A sentence of ours with values, markup too, in its `{gaps}`. An unknown gap stays visible. */
export const fill = (sentence: string, values: Readonly<Record<string, Value>> = {}): Markup =>
  new Markup(
    sentence
      .split(/(\{\w+\})/)
      .map((part) => {
        const name = part.match(/^\{(\w+)\}$/)?.[1]
        return show(name !== undefined && name in values ? values[name] : part)
      })
      .join(''),
  )

/** For the drawings of icons.ts only: nothing that a person or a database wrote may pass here. */
export const raw = (drawing: string): Markup => new Markup(drawing)
