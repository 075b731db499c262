// What the groups of finding are called, and which words are a whole number.
import type { Text } from '#kernel/words.ts'

export const groupWords = {
  people: { zh: '人', en: 'People' },
  homes: { zh: '房屋', en: 'Homes' },
  areas: { zh: '地方', en: 'Places' },
  organisations: { zh: '单位', en: 'Organisations' },
  matters: { zh: '事项', en: 'Matters' },
} as const satisfies Readonly<Record<string, Text>>

/** Figures that could be the whole number of a phone or a person: they are looked up by themselves, journalled and counted. */
export const isWholeNumber = (typed: string): boolean =>
  /^(?:(?:\+?86)?1\d{10}|0\d{9,11}|\d{17}[\dx]|\d{15})$/i.test(typed.normalize('NFKC').replace(/[\s-]/g, ''))
