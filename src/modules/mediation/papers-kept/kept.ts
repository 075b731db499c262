// 保管期限 of a file: the years that the district set in its rules of retention, and the class that they belong to.

import type { Tx } from '#kernel/database.ts'
import { YEAR } from '#kernel/personal.ts'
import { FILE_RULE } from '../ending.ts'
import { keptDays } from './store.ts'

export type Kept = { readonly class: 'short' | 'long'; readonly years: number; readonly words: string }

/** Years from which a file is a long one. */
const LONG_FROM = 6

export function keptFor(days: number): Kept {
  const years = Math.floor(days / YEAR)
  return years >= LONG_FROM
    ? { class: 'long', years, words: `长期（${years}年）` }
    : { class: 'short', years, words: `短期（${years}年）` }
}

/** As the rule stands on a day. */
export const keptOn = async (tx: Tx, tenant: string, day: string): Promise<Kept> =>
  keptFor((await keptDays(tx, tenant, FILE_RULE.code, day)) ?? FILE_RULE.days)
