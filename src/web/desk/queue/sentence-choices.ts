// What the words of the queue's sentence can be changed to.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useMe } from '#web/session.ts'
import type { ChoiceGroup } from '../parts/Word.tsx'
import { queueWords } from './words.ts'

/** Stands for no restriction. */
export const ALL = 'all'
const MINUTES = 60_000

/** Areas to choose from: my posts', what lies below the first, and the one shown now if it is neither. */
export function useAreaGroups(area: string | undefined): readonly ChoiceGroup[] {
  const t = useWords(queueWords)
  const lang = useLang()
  const me = useMe()
  const posts = me.data?.posts ?? []
  const first = posts[0]?.areaId
  const below = useAnswer('area.tree', { under: first ?? '' }, { enabled: first !== undefined, staleMs: 10 * MINUTES })
  const here = useAnswer('area.get', { id: area ?? '' }, { enabled: area !== undefined, staleMs: 10 * MINUTES })
  const mine = [
    ...new Map(
      posts.map(({ areaId, areaName, areaNameEn }) => [
        areaId,
        { id: areaId, label: pick(areaName, areaNameEn, lang) },
      ]),
    ).values(),
  ]
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
export function useKindGroups(kind: string | undefined, opened: boolean): readonly ChoiceGroup[] {
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
