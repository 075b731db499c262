// 申请挂起或延期: why, from the closed list, and until when. Somebody else at the desk grants it; until then the clock runs.
import { PAUSES } from '#modules/matter/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { pauseWords } from '#web/parts/matter-words.ts'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useDraft } from '../draft/use-draft.ts'
import { Sheet } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { dayAhead, endOfDay } from './days-ahead.ts'
import { moreWords } from './more-words.ts'
import type { SheetProps } from './RecordSheet.tsx'
import { SayBody } from './SayBody.tsx'
import { draftName } from './use-settled-drafts.ts'

type Fields = {
  readonly what: 'pause' | 'extend'
  readonly reason: (typeof PAUSES)[number] | ''
  readonly words: string
  /** A day, `2026-11-25`; the whole of it is allowed. */
  readonly until: string
}
const EMPTY: Fields = { what: 'pause', reason: '', words: '', until: '' }

function missingIn({ reason, words, until }: Fields) {
  if (!reason) return 'needCause'
  if (!until) return 'needUntil'
  return words.trim().length < 5 ? 'needReason' : undefined
}

export function AskSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(moreWords)
  const page = `/matters/${matter.id}?do=ask`
  const draft = useDraft({ name: draftName(account, 'ask', matter), title: matter.title, page }, EMPTY)
  const { what, reason, words, until } = draft.fields
  const send = useSend(
    'matter.ask',
    () => {
      onClose()
      tell(t('asked'))
    },
    draft,
  )
  const missing = missingIn(draft.fields)
  return (
    <Sheet title={t('ask')} onClose={onClose}>
      <What value={what} onChange={(next) => draft.change({ what: next })} />
      <Cause value={reason} onChange={(next) => draft.change({ reason: next })} />
      <Until value={until} onChange={(next) => draft.change({ until: next })} />
      <SayBody
        label={t('askWords')}
        value={words}
        most={1000}
        onChange={(next) => draft.change({ words: next })}
        missing={missing && t(missing)}
        draft={draft}
        send={send}
        busyLabel={t('asking')}
        act={t('askSend')}
        onSend={() => reason && send.mutate({ id: matter.id, what, reason, words, until: endOfDay(until) })}
      >
        <p className="s q">{t('askThen')}</p>
      </SayBody>
    </Sheet>
  )
}

type ChoiceProps<T> = { readonly value: T; readonly onChange: (value: T) => void }

function What({ value, onChange }: ChoiceProps<Fields['what']>) {
  const t = useWords(moreWords)
  return (
    <fieldset className="f choices two">
      <legend>{t('askWhat')}</legend>
      {(['pause', 'extend'] as const).map((each) => (
        <label key={each} className="choice">
          <input type="radio" name="what" checked={value === each} onChange={() => onChange(each)} />
          <span>
            {t(each)}
            <small>{t(each === 'pause' ? 'pauseHint' : 'extendHint')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Cause({ value, onChange }: ChoiceProps<Fields['reason']>) {
  const t = useWords(moreWords)
  const lang = useLang()
  return (
    <div className="f">
      <p className="label">{t('askCause')}</p>
      <ul className="phrases">
        {PAUSES.map((each) => (
          <li key={each}>
            <button type="button" className="btn" aria-pressed={each === value} onClick={() => onChange(each)}>
              {pauseWords[each][lang]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const AHEAD = [1, 3, 7, 14]

function Until({ value, onChange }: ChoiceProps<string>) {
  const t = useWords(moreWords)
  const lang = useLang()
  const now = useNow()
  const days = AHEAD.map((count) => dayAhead(now, count))
  return (
    <div className="f">
      <label htmlFor="until">{t('askUntil')}</label>
      <ul className="phrases">
        {days.map((day) => (
          <li key={day}>
            <button type="button" className="btn" aria-pressed={day === value} onClick={() => onChange(day)}>
              {dateWords(endOfDay(day), now, lang)}
            </button>
          </li>
        ))}
      </ul>
      <input
        id="until"
        type="date"
        min={dayAhead(now, 1)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
