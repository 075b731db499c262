// What a few typed words find: matters the reader may see, and places.
import { useNavigate } from '@tanstack/react-router'
import { levelWords } from '#modules/area/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { frameWords } from './words.ts'

export type Hit = { readonly key: string; readonly title: string; readonly sub: string; readonly go: () => void }

const MOST_MATTERS = 6
const MOST_PLACES = 10
/** One character finds half a subdistrict. */
export const ENOUGH = 2

export function useHits(words: string) {
  const lang = useLang()
  const t = useWords(frameWords)
  const navigate = useNavigate()
  const enough = words.length >= ENOUGH
  const areas = useAnswer('area.find', { words }, { enabled: enough, keep: true, staleMs: 60_000 })
  const mayList = useMay()('matter.list')
  const list = useAnswer(
    'matter.list',
    { find: words, view: 'all', sort: 'newest', limit: MOST_MATTERS },
    { enabled: enough && mayList, keep: true, staleMs: 60_000 },
  )
  const read = enough && mayList ? list.data : undefined
  const matters: Hit[] = (read?.matters ?? []).map(({ id, title, no, address }) => ({
    key: id,
    title,
    sub: `${no} · ${address}`,
    go: () => void navigate({ to: '/desk/matters/$id', params: { id } }),
  }))
  if (read?.next)
    matters.push({
      key: 'all',
      title: t(read.more ? 'findAllMore' : 'findAll', { count: read.total }),
      sub: '',
      go: () => void navigate({ to: '/desk', search: { find: words } }),
    })
  const found = enough ? (areas.data?.areas.slice(0, MOST_PLACES) ?? []) : []
  const places: Hit[] = found.map(({ id, name, nameEn, level, path }) => ({
    key: id,
    title: pick(name, nameEn, lang),
    sub: `${levelWords[level][lang]} · ${path}`,
    go: () => void navigate({ to: '/desk', search: { area: id, view: 'open' } }),
  }))
  return {
    ...{ matters, places, enough },
    problem: list.error ?? areas.error,
    asking: areas.isFetching || list.isFetching,
  }
}
