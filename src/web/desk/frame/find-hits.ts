// What a few typed words find: matters that this page has read already, and places by area.find.
import { useNavigate } from '@tanstack/react-router'
import { levelWords } from '#modules/area/lifecycle.ts'
import { type Output, queries, useAnswer } from '#web/call.ts'
import { pick, useLang } from '#web/lang.ts'

export type Hit = { readonly key: string; readonly title: string; readonly sub: string; readonly go: () => void }
type Matter = Output<'matter.list'>['matters'][number]

const MOST_MATTERS = 6
const MOST_PLACES = 10
/** One character finds half a subdistrict. */
export const ENOUGH = 2

function mattersRead(words: string): Matter[] {
  const read = queries
    .getQueriesData<{ pages?: readonly Output<'matter.list'>[] }>({ queryKey: ['matter.list'] })
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap(({ matters }) => matters)
  const once = new Map(read.map((matter) => [matter.id, matter]))
  return [...once.values()]
    .filter(({ no, title, address }) => no.endsWith(words) || title.includes(words) || address.includes(words))
    .slice(0, MOST_MATTERS)
}

export function useHits(words: string) {
  const lang = useLang()
  const navigate = useNavigate()
  const enough = words.length >= ENOUGH
  const areas = useAnswer('area.find', { words }, { enabled: enough, keep: true, staleMs: 60_000 })
  const matters: Hit[] = (enough ? mattersRead(words) : []).map(({ id, title, no, address }) => ({
    key: id,
    title,
    sub: `${no} · ${address}`,
    go: () => void navigate({ to: '/desk/matters/$id', params: { id } }),
  }))
  const found = enough ? (areas.data?.areas.slice(0, MOST_PLACES) ?? []) : []
  const places: Hit[] = found.map(({ id, name, nameEn, level, path }) => ({
    key: id,
    title: pick(name, nameEn, lang),
    sub: `${levelWords[level][lang]} · ${path}`,
    go: () => void navigate({ to: '/desk', search: { area: id, view: 'open' } }),
  }))
  return { matters, places, problem: areas.error, asking: areas.isFetching, enough }
}
