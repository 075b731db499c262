// What somebody types to find matters by: a number as people say it, or what was said and where; never whom it concerns.
import type { Expression } from 'kysely'
import { type SqlBool, sql } from 'kysely'

/** `LL-2026-04471`, `2026-04471`, `04471`, `4471号`: the year may be left out, and the first figures, too. */
const NUMBER = /^(?:第|#)?(?:ll)?[\s-]?(?:(20\d\d)[\s-]?)?(\d{3,6})号?$/i
/** Numbers start anew each year; a district that writes more than this in one has other worries. */
const MOST_A_YEAR = 1_000_000
const WRITTEN = 5
/** Years back in which a number is looked for: all of a written one, two of a tail, which many numbers share. */
const YEARS = { whole: 10, tail: 2 } as const

const numbered = (year: number, number: number): string => `LL-${year}-${String(number).padStart(WRITTEN, '0')}`

/** All numbers that may be meant; undefined where the words name none. `year`: the present one. */
export function numbersIn(typed: string, year: number): string[] | undefined {
  const found = NUMBER.exec(typed.normalize('NFKC').trim())
  const tail = found?.[2]
  if (!tail) return undefined
  const back = tail.length < WRITTEN ? YEARS.tail : YEARS.whole
  const years = found[1] ? [Number(found[1])] : Array.from({ length: back }, (_, at) => year - at)
  const every = 10 ** tail.length
  const ends = Array.from({ length: MOST_A_YEAR / every }, (_, at) => Number(tail) + at * every)
  return years.flatMap((one) => ends.filter((number) => number > 0).map((number) => numbered(one, number)))
}

/** Words cost a comparison each. */
const MOST_WORDS = 5
export const wordsIn = (typed: string): string[] => [
  ...new Set(typed.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)),
]

const literal = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Numbers of people that stand in somebody's words are shown masked (numbers-in-words.ts), so nothing may be found by
 * them: before figures are compared, every run that could be one is taken out, with whatever single character divides it.
 */
const LONG_NUMBERS = sql.lit('[0-9]([^0-9]?[0-9]){6,}')
const SAID = sql`(m.words || chr(10) || m.address)`
const SAID_WITHOUT_NUMBERS = sql`regexp_replace(${SAID}, ${LONG_NUMBERS}, chr(10), 'g')`

const says = (word: string): Expression<SqlBool> => {
  const said = /[0-9]/.test(word) ? SAID_WITHOUT_NUMBERS : SAID
  return /[a-z]/i.test(word)
    ? sql<SqlBool>`${said} ilike ${literal(word)}`
    : sql<SqlBool>`${said} like ${literal(word)}`
}

/**
 * Every word stands in what was said or in the address, as it was typed or in its plain form (３ as 3). Only Latin
 * letters have a case that could differ.
 */
export const saysAll = (words: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    words.map((word) => {
      const forms = [...new Set([word, word.normalize('NFKC')])].map(says)
      return sql`(${sql.join(forms, sql` or `)})`
    }),
    sql` and `,
  )})`
