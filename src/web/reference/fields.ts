// The fields of an input or an answer, one line each: name, type, limits, whether it must be there.
import type { Schema } from '#kernel/http/describe.ts'
import { type Lang, say } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { typeWords, referenceWords as w } from './words.ts'

/** `depth`: how far inside; `must`: cannot be left out. */
type Row = { readonly name: string; readonly depth: number; readonly must: boolean; readonly schema: Schema }

const DEEPEST = 5
const variantsOf = (schema: Schema) => (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== 'null')

/** The object whose fields follow a line: the value itself, each of a list, or the only kind it can have. */
function inside(schema: Schema): Schema | undefined {
  if (schema.type === 'object') return schema
  if (schema.type === 'array' && schema.items) return inside(schema.items)
  const [only, second] = variantsOf(schema)
  return only && !second ? inside(only) : undefined
}

function rowsOf(schema: Schema, depth = 0): Row[] {
  const object = inside(schema)
  if (!object || depth > DEEPEST) return []
  return Object.entries(object.properties ?? {}).flatMap(([name, inner]) => [
    { name, depth, must: object.required?.includes(name) ?? false, schema: inner },
    ...rowsOf(inner, depth + 1),
  ])
}

const word = (name: string, lang: Lang) => (typeWords[name] ?? typeWords.any!)[lang]

export function typeText(schema: Schema, lang: Lang): string {
  if (schema.enum) return schema.enum.join(lang === 'zh' ? '、' : ', ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const either = schema.anyOf ?? schema.oneOf
  const or = lang === 'zh' ? '或' : ' or '
  if (either) return [...new Set(either.map((one) => typeText(one, lang)))].join(or)
  if (typeof schema.type === 'object') return schema.type.map((one) => word(one, lang)).join(or)
  if (schema.type === 'array' && schema.items && inside(schema) === undefined)
    return `${word('array', lang)}${lang === 'zh' ? '：' : ': '}${typeText(schema.items, lang)}`
  return word(schema.format && schema.format in typeWords ? schema.format : (schema.type ?? 'any'), lang)
}

const real = (value: number | undefined) =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined

function span(low: number | undefined, high: number | undefined, unit: string): string {
  if (low === undefined && high === undefined) return ''
  const said =
    low === undefined ? `≤ ${high}` : high === undefined ? `≥ ${low}` : low === high ? `${low}` : `${low}–${high}`
  return unit ? `${said} ${unit}` : said
}

function notes(schema: Schema, lang: Lang): string[] {
  const empty = schema.minItems === 0 ? undefined : schema.minItems
  return [
    schema.format
      ? ''
      : span(schema.minLength === 0 ? undefined : schema.minLength, schema.maxLength, word('characters', lang)),
    span(real(schema.minimum), real(schema.maximum), ''),
    span(empty, schema.maxItems, word('items', lang)),
    schema.default === undefined ? '' : say(w.usual, lang, { value: JSON.stringify(schema.default) }),
    schema.personal ? w.personal[lang] : '',
    schema.secret ? w.secret[lang] : '',
    schema.uploads ? w.uploads[lang] : '',
  ].filter(Boolean)
}

const line = (row: Row, lang: Lang, showMust: boolean): Markup =>
  html`<li class="in-${row.depth}"><code>${row.name}</code><div><p>${typeText(row.schema, lang)}${showMust && row.must && html` <b class="s nw">${w.must[lang]}</b>`}</p>${notes(row.schema, lang).map((note) => html`<p class="s q">${note}</p>`)}</div></li>`

/** `showMust`: in an answer everything that can be there is there. */
export function fieldList(schema: Schema, lang: Lang, showMust: boolean): Markup | undefined {
  const rows = rowsOf(schema)
  return rows.length > 0 ? html`<ul class="fields">${rows.map((row) => line(row, lang, showMust))}</ul>` : undefined
}
