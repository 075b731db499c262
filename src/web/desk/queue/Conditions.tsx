// The part of the sentence that grows: each condition is a word with its choices, and one more can be added.
import { useState } from 'react'
import { fill, useWords } from '#web/lang.ts'
import { Word } from '../parts/Word.tsx'
import { useConditionGroups } from './conditions.ts'
import { CONDITIONS, type Condition, type QueueSearch } from './search.ts'
import { ALL } from './sentence-choices.ts'
import { queueWords } from './words.ts'

type ConditionsProps = {
  readonly names: readonly Condition[]
  readonly search: QueueSearch
  readonly onChange: (part: Partial<QueueSearch>, without?: keyof QueueSearch) => void
}

export function Conditions({ names, search, onChange }: ConditionsProps) {
  const t = useWords(queueWords)
  const groups = useConditionGroups()
  return names.map((name) => (
    <span key={name}>
      {fill(t(`phrase.${name}`), {
        word: (
          <Word
            label={t(`condition.${name}`)}
            chosen={search[name] ?? ALL}
            groups={groups[name]}
            onChoose={(id) => (id === ALL ? onChange({}, name) : onChange({ [name]: id } as Partial<QueueSearch>))}
          />
        ),
      })}
    </span>
  ))
}

type AddConditionProps = { readonly shown: readonly Condition[]; readonly onAdd: (name: Condition) => void }

export function AddCondition({ shown, onAdd }: AddConditionProps) {
  const t = useWords(queueWords)
  const [asked, setAsked] = useState(false)
  const rest = CONDITIONS.filter((name) => !shown.includes(name))
  if (rest.length === 0) return null
  if (!asked)
    return (
      <button
        type="button"
        className="add-condition"
        aria-label={t('addConditionLabel')}
        onClick={() => setAsked(true)}
      >
        {t('addCondition')}
      </button>
    )
  return rest.map((name) => (
    <button
      key={name}
      type="button"
      className="add-condition"
      onClick={() => {
        setAsked(false)
        onAdd(name)
      }}
    >
      {t(`condition.${name}`)}
    </button>
  ))
}
