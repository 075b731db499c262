// One person in one line: what every list shows of him.
import { relationWords, sexWords } from '#modules/register/words.ts'
import type { Output } from '#web/call.ts'
import { type Say, useLang, useWords } from '#web/lang.ts'
import { registerWords } from './words.ts'

export type Person = Output<'register.people'>['people'][number]

/** 女 · 1979 年生 · 配偶 */
export function usePersonLine(): (person: Pick<Person, 'sex' | 'birthYear' | 'relation'>) => string {
  const lang = useLang()
  const t: Say<typeof registerWords> = useWords(registerWords)
  return ({ sex, birthYear, relation }) =>
    [
      sex === 9 || sex === 0 ? '' : (sexWords[String(sex)]?.[lang] ?? ''),
      birthYear ? t('born', { year: birthYear }) : '',
      relationWords[relation]?.[lang] ?? '',
    ]
      .filter(Boolean)
      .join(' · ')
}
