// The filter as a sentence, whose underlined words are the choices.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fill, type Say, useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { isHandedOnly } from '../frame/entries.ts'
import { type ChoiceGroup, Word } from '../parts/Word.tsx'
import { AddCondition, Conditions } from './Conditions.tsx'
import { CONDITIONS, type Condition, isNewestOnly, type QueueSearch, VIEWS, type View, viewOf } from './search.ts'
import { ALL, useAreaGroups, useKindGroups } from './sentence-choices.ts'
import { Views } from './Views.tsx'
import { queueWords } from './words.ts'

/** Changes parts of the sentence, or leaves one out. A new sentence begins with its own first matter. */
function useChange() {
  const navigate = useNavigate({ from: '/desk' })
  return (part: Partial<QueueSearch>, without?: keyof QueueSearch) =>
    void navigate({
      search: ({ m: _, ...before }) => {
        const next: Record<string, unknown> = { ...before, ...part }
        if (without) delete next[without]
        return next as QueueSearch
      },
    })
}

const labelIn = (groups: readonly ChoiceGroup[], id: string): string =>
  groups.flatMap(({ choices }) => choices).find((choice) => choice.id === id)?.label ?? ''

/** What differs from the usual sentence is what it is remembered by. */
const nameFor = (
  search: QueueSearch,
  areas: readonly ChoiceGroup[],
  kinds: readonly ChoiceGroup[],
  t: Say<typeof queueWords>,
): string =>
  [
    search.area ? labelIn(areas, search.area) : '',
    t(`short.${viewOf(search)}`),
    search.kind ? labelIn(kinds, search.kind) : '',
    search.sort && !isNewestOnly(search) ? t('newest') : '',
  ]
    .filter(Boolean)
    .join(' ')

export function Sentence({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const handedOnly = isHandedOnly(useMay())
  const newestOnly = isNewestOnly(search)
  const [kindsOpened, setKindsOpened] = useState(false)
  const [added, setAdded] = useState<readonly Condition[]>([])
  const conditions = CONDITIONS.filter((name) => search[name] !== undefined || added.includes(name))
  const areas = useAreaGroups(search.area)
  const kinds = useKindGroups(search.kind, kindsOpened)
  const change = useChange()
  const choose = (name: 'area' | 'kind') => (id: string) => (id === ALL ? change({}, name) : change({ [name]: id }))
  const one = (choices: ChoiceGroup['choices']) => [{ title: '', choices }]
  return (
    <>
      <p className="sentence">
        {fill(t(handedOnly ? 'sentenceHanded' : 'sentence'), {
          area: <Word label={t('whichArea')} chosen={search.area ?? ALL} groups={areas} onChoose={choose('area')} />,
          view: (
            <Word
              label={t('whichView')}
              chosen={viewOf(search)}
              groups={one(VIEWS.map((id) => ({ id, label: t(`view.${id}`) })))}
              onChoose={(view) => change({ view: view as View }, 'state')}
            />
          ),
          kind: (
            <Word
              label={t('whichKind')}
              chosen={search.kind ?? ALL}
              groups={kinds}
              onChoose={choose('kind')}
              onOpen={() => setKindsOpened(true)}
            />
          ),
          more: conditions.length > 0 ? <Conditions names={conditions} search={search} onChange={change} /> : null,
          sort: newestOnly ? (
            t('newest')
          ) : (
            <Word
              label={t('whichSort')}
              chosen={search.sort ?? 'due'}
              groups={one([
                { id: 'due', label: t('urgent') },
                { id: 'newest', label: t('newest') },
              ])}
              onChoose={(sort) => (sort === 'newest' ? change({ sort: 'newest' }) : change({}, 'sort'))}
            />
          ),
        })}
        {handedOnly ? null : <AddCondition shown={conditions} onAdd={(name) => setAdded([...added, name])} />}
      </p>
      <Views search={search} label={nameFor(search, areas, kinds, t)} handedOnly={handedOnly} />
    </>
  )
}
