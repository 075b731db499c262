// Names of skills and languages by their codes.
import { useAnswer } from '#web/call.ts'
import { pick, useLang } from '#web/lang.ts'

export function useSkillNames() {
  const lang = useLang()
  const { data } = useAnswer('committee.kinds', {}, { staleMs: 600_000 })
  const names = new Map(data?.skills.map(({ code, zh, en }) => [code, pick(zh, en, lang)]))
  return {
    names: (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(lang === 'zh' ? '、' : ', '),
    kinds: data?.kinds ?? [],
    skills: data?.skills ?? [],
  }
}
