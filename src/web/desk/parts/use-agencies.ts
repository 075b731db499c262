// The agencies that matters can be handed to, as fields and lists name them.
import { agencyKindWords } from '#modules/agency/words.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang } from '#web/lang.ts'

/** Agencies that serve an area; of the whole tenant where a matter lies in no grid. The nearest first. */
export function useAgencies(areaId: string | null) {
  const lang = useLang()
  const { data, isFetching } = useAnswer('agency.list', areaId ? { areaId } : {}, { staleMs: 300_000 })
  const agencies = (data?.agencies ?? []).map(({ id, name, nameEn, kind, phone }) => ({
    id,
    label: pick(name, nameEn, lang),
    note: [agencyKindWords[kind][lang], phone].filter(Boolean).join(' · '),
  }))
  return { agencies, asking: isFetching, known: data !== undefined }
}
