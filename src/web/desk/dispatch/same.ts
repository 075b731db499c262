// Which other matter the chosen one may be the same as: what its reporter says first, then what Linli finds near it.
import { GOES_ON } from '#modules/matter/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang } from '#web/lang.ts'
import type { Row } from './TriageRow.tsx'

export type Same = { readonly id: string; readonly no: string; readonly title: string; readonly said: boolean }

export function useSame(row: Row | undefined): Same | undefined {
  const lang = useLang()
  const { data } = useAnswer(
    'matter.similar',
    { words: row?.title ?? '', ...(row ? { kind: row.kind } : {}), ...(row?.gridId ? { areaId: row.gridId } : {}) },
    { enabled: Boolean(row?.gridId), staleMs: 60_000 },
  )
  const near = (data?.near ?? []).filter(({ id, state, no }) => id !== row?.id && GOES_ON.includes(state) && no !== '')
  const found = near.find(({ id }) => id === row?.sameAs) ?? near[0]
  if (!found) return undefined
  const { id, no, title, kindZh, kindEn } = found
  return { id, no, title: title || pick(kindZh, kindEn, lang), said: id === row?.sameAs }
}
