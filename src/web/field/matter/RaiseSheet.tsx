// 上报一级: what cannot be settled here goes up, with the whole file; whoever had it stays able to see it.
import { useLang, useWords } from '#web/lang.ts'
import { levelNames } from '#web/parts/matter-words.ts'
import { tell } from '#web/parts/Toast.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { Sheet } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { moreWords, raisePhrases } from './more-words.ts'
import type { SheetProps } from './RecordSheet.tsx'
import { SayBody } from './SayBody.tsx'
import { draftName } from './use-settled-drafts.ts'

export function RaiseSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(moreWords)
  const lang = useLang()
  const page = `/matters/${matter.id}?do=raise`
  const draft = useDraft({ name: draftName(account, 'raise', matter), title: matter.title, page }, { why: '' })
  const { why } = draft.fields
  const to = levelNames[Math.min(matter.level + 1, levelNames.length - 1)]![lang]
  const send = useSend(
    'matter.raise',
    () => {
      onClose()
      tell(t('raised', { to }))
    },
    draft,
  )
  return (
    <Sheet title={t('raise', { to })} onClose={onClose}>
      <SayBody
        label={t('raiseWhy')}
        then={t('raiseThen', { to })}
        phrases={raisePhrases}
        value={why}
        most={1000}
        onChange={(next) => draft.change({ why: next })}
        missing={why.trim().length < 2 ? t('needWhy') : undefined}
        draft={draft}
        send={send}
        busyLabel={t('raising')}
        act={t('raiseSend', { to })}
        onSend={() => send.mutate({ id: matter.id, why })}
      />
    </Sheet>
  )
}
