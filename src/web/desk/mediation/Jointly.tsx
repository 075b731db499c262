// 三调联动, in the line under a file's name: which of the three leads, and who takes part; nothing where it is one's own alone.
import { useLang, useWords } from '#web/lang.ts'
import { joiningWords, procedureWords } from './choice-words.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

export function Jointly({ file: { procedure, joint } }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  if (procedure === 'people' && joint.length === 0) return null
  const lead = procedureWords[procedure][lang]
  const bodies = joint.map((one) => joiningWords[one][lang]).join(lang === 'zh' ? '、' : ', ')
  return <span>{bodies ? t('jointlyWith', { lead, bodies }) : t('jointly', { lead })}</span>
}
