// 批注: a word to whoever handles it now, from somebody who had a hand in it.
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { Sheet } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { moreWords } from './more-words.ts'
import type { SheetProps } from './RecordSheet.tsx'
import { SayBody } from './SayBody.tsx'
import { draftName } from './use-settled-drafts.ts'

export function CommentSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(moreWords)
  const page = `/matters/${matter.id}?do=comment`
  const draft = useDraft({ name: draftName(account, 'comment', matter), title: matter.title, page }, { words: '' })
  const { words } = draft.fields
  const send = useSend(
    'matter.comment',
    () => {
      onClose()
      tell(t('commented'))
    },
    draft,
  )
  return (
    <Sheet title={t('comment')} onClose={onClose}>
      <SayBody
        label={t('commentWords')}
        then={t('commentThen')}
        value={words}
        most={1000}
        onChange={(next) => draft.change({ words: next })}
        missing={words.trim().length < 2 ? t('needWords') : undefined}
        draft={draft}
        send={send}
        busyLabel={t('noting')}
        act={t('commentSend')}
        onSend={() => send.mutate({ id: matter.id, words })}
      />
    </Sheet>
  )
}
