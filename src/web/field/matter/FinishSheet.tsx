// 办结: what came of it, what was done, and the photos that prove it.
import { RESULTS } from '#modules/matter/lifecycle.ts'
import { resultWords } from '#modules/matter/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { photoAddress } from '#web/parts/Photo.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { PhotoPicker } from '../draft/PhotoPicker.tsx'
import { type Drafting, useDraft } from '../draft/use-draft.ts'
import { Phrases } from '../Phrases.tsx'
import { SendNote } from '../SendNote.tsx'
import { Sheet, SheetFoot } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { go, isAt } from '../way.ts'
import { fieldWords } from '../words.ts'
import type { Matter } from './Record.tsx'
import type { SheetProps } from './RecordSheet.tsx'
import { draftName } from './use-settled-drafts.ts'
import { donePhrases, matterWords, resultHints } from './words.ts'

type Result = (typeof RESULTS)[number]
type Fields = { readonly result: Result | ''; readonly done: string }
const EMPTY: Fields = { result: '', done: '' }

/** What is still missing before it can be sent, the first thing first. */
function missingIn({ fields, photos }: Drafting<Fields>, proof: Matter['proof']) {
  if (proof === 'photo' && photos.length === 0) return 'needPhoto'
  if (!fields.result) return 'needResult'
  return fields.done.trim().length < 2 ? 'needDone' : undefined
}

export function FinishSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(matterWords)
  const f = useWords(fieldWords)
  const page = `/matters/${matter.id}?do=finish`
  const draft = useDraft({ name: draftName(account, 'finish', matter), title: matter.title, page }, EMPTY)
  const { result, done } = draft.fields
  const send = useSend(
    'matter.finish',
    () => {
      tell(t('finished'))
      if (isAt(`/matters/${matter.id}`)) go('/', { replace: true })
    },
    draft,
  )
  const missing = missingIn(draft, matter.proof)
  const count = draft.photos.length
  const unsent = send.error?.mayPass || (draft.failed && !send.error)
  return (
    <Sheet title={t('finishTitle')} onClose={onClose}>
      <ProofPhotos matter={matter} draft={draft} />
      <Results value={result} onChange={(next) => draft.change({ result: next })} />
      <div className="f">
        <label htmlFor="done">{t('done')}</label>
        <Phrases phrases={donePhrases} value={done} onChange={(next) => draft.change({ done: next })} />
        <textarea
          id="done"
          rows={3}
          maxLength={2000}
          value={done}
          onChange={(event) => draft.change({ done: event.target.value })}
        />
      </div>
      <p className="s q">{t('finishNext')}</p>
      <SheetFoot>
        <SendNote problem={send.error} failed={draft.failed && !send.isPending} onDrop={draft.drop} />
        {missing ? <p className="s">{t(missing)}</p> : null}
        <Button
          look="primary"
          block
          isDisabled={missing !== undefined}
          busy={send.isPending}
          busyLabel={count > 0 ? t('finishingPhotos', { count }) : t('finishing')}
          onPress={() => result && send.mutate({ id: matter.id, result, done })}
        >
          {unsent ? f('sendAgain') : t('finishSend')}
        </Button>
      </SheetFoot>
    </Sheet>
  )
}

/** Before and after side by side, so that the second is taken from where the first was. */
function ProofPhotos({ matter, draft }: { readonly matter: Matter; readonly draft: Drafting<Fields> }) {
  const t = useWords(matterWords)
  if (matter.proof === 'none') return null
  const before = matter.photoList.find(({ purpose }) => purpose === 'reported')
  return (
    <div className="f proof">
      <p className="label">{t('photos')}</p>
      <p className="help">{t(matter.proof === 'photo' ? 'photosNeeded' : 'photosMay')}</p>
      <PhotoPicker
        photos={draft.photos}
        onChange={draft.setPhotos}
        {...(before ? { before: photoAddress(matter.id, before.id, 'small') } : {})}
      />
    </div>
  )
}

function Results({ value, onChange }: { readonly value: Result | ''; readonly onChange: (value: Result) => void }) {
  const t = useWords(matterWords)
  const lang = useLang()
  return (
    <fieldset className="f choices two">
      <legend>{t('result')}</legend>
      {RESULTS.map((each) => {
        const hint = resultHints[each]
        return (
          <label key={each} className="choice">
            <input type="radio" name="result" checked={value === each} onChange={() => onChange(each)} />
            <span>
              {resultWords[each][lang]}
              {hint ? <small>{hint[lang]}</small> : null}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
