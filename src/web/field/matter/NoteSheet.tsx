// 记一笔: what was done so far, typed or spoken; colleagues see and hear it, the resident does not.

import { SPOKEN } from '#modules/matter/lifecycle.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { VoicePicker } from '../draft/VoicePicker.tsx'
import { Sheet } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { moreWords, notePhrases } from './more-words.ts'
import type { SheetProps } from './RecordSheet.tsx'
import { SayBody } from './SayBody.tsx'
import { draftName } from './use-settled-drafts.ts'

export function NoteSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(moreWords)
  const page = `/matters/${matter.id}?do=note`
  const draft = useDraft({ name: draftName(account, 'note', matter), title: matter.title, page }, { words: '' })
  const { words } = draft.fields
  const send = useSend(
    'matter.note',
    () => {
      onClose()
      tell(t('noted'))
    },
    draft,
  )
  const nothing = words.trim().length < 2 && draft.voices.length === 0
  return (
    <Sheet title={t('note')} onClose={onClose}>
      <SayBody
        label={t('noteWords')}
        phrases={notePhrases}
        value={words}
        most={2000}
        onChange={(next) => draft.change({ words: next })}
        missing={nothing ? t('needNote') : undefined}
        draft={draft}
        send={send}
        busyLabel={t('noting')}
        act={t('noteSend')}
        onSend={() => send.mutate({ id: matter.id, words: words.trim() || SPOKEN })}
      >
        <VoicePicker voices={draft.voices} onChange={draft.setVoices} />
      </SayBody>
    </Sheet>
  )
}
