// Further conditions of the queue's sentence: with whom, how it came, how pressing, how high; each a word with choices.
import { URGENCIES, WAYS } from '#modules/matter/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { levelNames, urgencyWords, wayWords } from '#web/parts/matter-words.ts'
import { useAgencies } from '../parts/use-agencies.ts'
import type { ChoiceGroup } from '../parts/Word.tsx'
import type { Condition } from './search.ts'
import { ALL } from './sentence-choices.ts'
import { queueWords } from './words.ts'

/** Choices of each condition; the first one leaves it out. */
export function useConditionGroups(): Record<Condition, readonly ChoiceGroup[]> {
  const t = useWords(queueWords)
  const lang = useLang()
  const { agencies } = useAgencies(null)
  const groups = (choices: ChoiceGroup['choices']): readonly ChoiceGroup[] => [
    { title: '', choices: [{ id: ALL, label: t('noCondition') }] },
    { title: '', choices },
  ]
  return {
    agency: groups(agencies.map(({ id, label }) => ({ id, label }))),
    way: groups(WAYS.map((id) => ({ id, label: wayWords[id][lang] }))),
    urgency: groups(URGENCIES.map((id) => ({ id, label: urgencyWords[id][lang] }))),
    level: groups(levelNames.map((name, level) => ({ id: String(level), label: name[lang] }))),
  }
}
