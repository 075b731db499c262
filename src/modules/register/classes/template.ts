// A template for each class: headings, one line of example, and the lists a cell can be chosen from.
import type { Lang } from '#kernel/words.ts'
import { classes } from './classes.ts'
import type { ClassCode, Column } from './column.ts'

export type Template = {
  readonly title: string
  readonly headings: readonly string[]
  readonly example: readonly string[]
  /** Cells of a column, by its index, can be chosen from these. */
  readonly dropDowns: readonly { readonly index: number; readonly options: readonly string[] }[]
  /** In characters. */
  readonly widths: readonly number[]
}

const YES_NO = ['是', '否']

/** Pieces of an address are understood where a sender has them; a template asks for it whole. */
const PIECES = new Set([
  'addressArea',
  'subdistrict',
  'community',
  'road',
  'compound',
  'building',
  'unit',
  'room',
  'homePlaceArea',
])

const optionsOf = ({ kind, choices }: Column): readonly string[] =>
  kind === 'yes' ? YES_NO : (choices ?? []).map((choice) => choice.zh)

/** What the sheet writer makes a template of. The lists are Chinese in both languages, as the registers of a city are. */
export function templateOf(code: ClassCode, lang: Lang): Template {
  const { name, columns } = classes[code]
  const asked = columns.filter((column) => !PIECES.has(column.code))
  return {
    title: name[lang],
    headings: asked.map((column) => `${lang === 'en' ? column.en : column.zh}${column.required ? '*' : ''}`),
    example: asked.map((column) => column.example),
    dropDowns: asked.flatMap((column, index) => {
      const options = optionsOf(column)
      return options.length > 0 ? [{ index, options }] : []
    }),
    widths: asked.map((column) => Math.max(10, column.kind === 'address' ? 40 : column.kind === 'idNumber' ? 22 : 14)),
  }
}
