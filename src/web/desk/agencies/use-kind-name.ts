// What a kind of matter is called, by its code.
import { useAnswer } from '#web/call.ts'
import { pick, useLang } from '#web/lang.ts'

/** Names of kinds by code; the code itself until they are known. */
export function useKindName(): (code: string) => string {
  const lang = useLang()
  const { data } = useAnswer('matter.kinds', { retired: true }, { staleMs: 600_000 })
  const names = new Map((data?.kinds ?? []).map(({ code, zh, en }) => [code, pick(zh, en, lang)]))
  return (code) => names.get(code) ?? code
}
