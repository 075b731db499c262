// The filter as a sentence, whose underlined words are the choices.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { fill, pick, useLang, useWords } from '#web/lang.ts'
import { useMe } from '#web/session.ts'
import { type ChoiceGroup, Word } from '../parts/Word.tsx'
import { type QueueSearch, VIEWS, type View } from './search.ts'
import { queueWords } from './words.ts'

const ALL = 'all'
const MINUTES = 60_000

/** Areas to choose from: my posts', what lies below the first, and the one shown now if it is neither. */
function useAreaGroups(area: string | undefined): readonly ChoiceGroup[] {
  const t = useWords(queueWords)
  const lang = useLang()
  const me = useMe()
  const posts = me.data?.posts ?? []
  const first = posts[0]?.areaId
  const below = useAnswer('area.tree', { under: first ?? '' }, { enabled: first !== undefined, staleMs: 10 * MINUTES })
  const here = useAnswer('area.get', { id: area ?? '' }, { enabled: area !== undefined, staleMs: 10 * MINUTES })
  const mine = [...new Map(posts.map(({ areaId, areaName }) => [areaId, { id: areaId, label: areaName }])).values()]
  const under = (below.data?.areas ?? []).map(({ id, name, nameEn }) => ({ id, label: pick(name, nameEn, lang) }))
  const known = new Set([...mine, ...under].map(({ id }) => id))
  const now =
    here.data && !known.has(here.data.id)
      ? [{ id: here.data.id, label: pick(here.data.name, here.data.nameEn, lang) }]
      : []
  const whole = mine.length === 1 && mine[0] ? mine[0].label : t('allMine')
  const others = mine.length > 1 ? mine : []
  return [
    { title: '', choices: [{ id: ALL, label: whole }] },
    { title: t('here'), choices: now },
    { title: t('posts'), choices: others },
    { title: t('below'), choices: under.filter(({ id }) => id !== mine[0]?.id) },
  ]
}

/** Kinds by family; asked for when somebody opens the choice, or when one is chosen. */
function useKindGroups(kind: string | undefined, opened: boolean): readonly ChoiceGroup[] {
  const t = useWords(queueWords)
  const lang = useLang()
  const kinds = useAnswer('matter.kinds', {}, { enabled: opened || kind !== undefined, staleMs: 10 * MINUTES })
  const families = Map.groupBy(kinds.data?.kinds ?? [], ({ family }) => family)
  const any = { id: ALL, label: t('anyKind') }
  const loading = kind && !kinds.data ? [{ id: kind, label: kind }] : []
  return [
    { title: '', choices: [any, ...loading] },
    ...[...families].map(([family, list]) => ({
      title: family,
      choices: list.map(({ code, zh, en }) => ({ id: code, label: pick(zh, en, lang), note: code })),
    })),
  ]
}

export function Sentence({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const navigate = useNavigate({ from: '/desk' })
  const [kindsOpened, setKindsOpened] = useState(false)
  const areas = useAreaGroups(search.area)
  const kinds = useKindGroups(search.kind, kindsOpened)
  // A new sentence begins with its own first matter.
  const change = (part: Partial<QueueSearch>, without: keyof QueueSearch | undefined) =>
    void navigate({
      search: ({ m: _, ...before }) => {
        const next: Record<string, unknown> = { ...before, ...part }
        if (without) delete next[without]
        return next as QueueSearch
      },
    })
  const choose = (name: 'area' | 'kind') => (id: string) =>
    id === ALL ? change({}, name) : change({ [name]: id }, undefined)
  const one = (choices: ChoiceGroup['choices']) => [{ title: '', choices }]
  return (
    <p className="sentence">
      {fill(t('sentence'), {
        area: <Word label={t('whichArea')} chosen={search.area ?? ALL} groups={areas} onChoose={choose('area')} />,
        view: (
          <Word
            label={t('whichView')}
            chosen={search.view ?? 'mine'}
            groups={one(VIEWS.map((id) => ({ id, label: t(`view.${id}`) })))}
            onChoose={(view) => change({ view: view as View }, undefined)}
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
        sort: (
          <Word
            label={t('whichSort')}
            chosen={search.sort ?? 'due'}
            groups={one([
              { id: 'due', label: t('urgent') },
              { id: 'newest', label: t('newest') },
            ])}
            onChoose={(sort) => (sort === 'newest' ? change({ sort: 'newest' }, undefined) : change({}, 'sort'))}
          />
        ),
      })}
    </p>
  )
}
