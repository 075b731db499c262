// 已联系居民: how, and what was said.
import { VIAS } from '#modules/matter/lifecycle.ts'
import { viaWords } from '#modules/matter/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { Phrases } from '../Phrases.tsx'
import { SendNote } from '../SendNote.tsx'
import { Sheet, SheetFoot } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { fieldWords } from '../words.ts'
import type { SheetProps } from './RecordSheet.tsx'
import { draftName } from './use-settled-drafts.ts'
import { matterWords, saidPhrases } from './words.ts'

type Fields = { readonly via: (typeof VIAS)[number]; readonly said: string }
const EMPTY: Fields = { via: 'phone', said: '' }

export function AnswerSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(matterWords)
  const f = useWords(fieldWords)
  const lang = useLang()
  const page = `/matters/${matter.id}?do=answer`
  const draft = useDraft({ name: draftName(account, 'answer', matter), title: matter.title, page }, EMPTY)
  const { via, said } = draft.fields
  const send = useSend(
    'matter.answer',
    () => {
      onClose()
      tell(t('answered'))
    },
    draft,
  )
  const missing = said.trim().length < 2
  const unsent = send.error?.mayPass || (draft.failed && !send.error)
  return (
    <Sheet title={t('answerTitle')} onClose={onClose}>
      <fieldset className="f choices three">
        <legend>{t('via')}</legend>
        {VIAS.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="via" checked={via === each} onChange={() => draft.change({ via: each })} />
            {viaWords[each][lang]}
          </label>
        ))}
      </fieldset>
      <div className="f">
        <label htmlFor="said">{t('said')}</label>
        <p className="help" id="said-help">
          {t('saidHelp')}
        </p>
        <Phrases phrases={saidPhrases} value={said} onChange={(next) => draft.change({ said: next })} />
        <textarea
          id="said"
          rows={3}
          maxLength={1000}
          aria-describedby="said-help"
          value={said}
          onChange={(event) => draft.change({ said: event.target.value })}
        />
      </div>
      <SheetFoot>
        <SendNote problem={send.error} failed={draft.failed && !send.isPending} onDrop={draft.drop} />
        {missing ? <p className="s">{t('needSaid')}</p> : null}
        <Button
          look="primary"
          block
          isDisabled={missing}
          busy={send.isPending}
          busyLabel={t('answering')}
          onPress={() => send.mutate({ id: matter.id, via, said })}
        >
          {unsent ? f('sendAgain') : t('answerSend')}
        </Button>
      </SheetFoot>
    </Sheet>
  )
}
