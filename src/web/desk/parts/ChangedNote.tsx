// When somebody else was faster: what stands there now, and the way to open it anew.
import type { CallProblem } from '#web/call-problem.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { deskPartWords } from './words.ts'

type ChangedNoteProps = { readonly problem: CallProblem | null | undefined; readonly onReload: () => void }

/** What was typed stays until its writer asks for the other state himself. */
export function ChangedNote({ problem, onReload }: ChangedNoteProps) {
  const t = useWords(deskPartWords)
  const lang = useLang()
  if (problem?.code !== 'door.changed') return null
  const current = problem.details.current as { zh?: string; en?: string } | null | undefined
  const name = current ? pick(current.zh ?? '', current.en ?? '', lang) : ''
  return (
    <div className="note">
      <p>{name ? t('changedNow', { name }) : t('changed')}</p>
      <Button onPress={onReload}>{t('changedShow')}</Button>
    </div>
  )
}
