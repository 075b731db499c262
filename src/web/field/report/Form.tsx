// The form of 上报: one page, remembered as it is filled, sent with one tap.

import { SPOKEN } from '#modules/matter/lifecycle.ts'
import type { Input, Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PhotoPicker } from '../draft/PhotoPicker.tsx'
import { type Drafting, useDraft } from '../draft/use-draft.ts'
import { VoicePicker } from '../draft/VoicePicker.tsx'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import { fieldWords } from '../words.ts'
import { DangerNote } from './DangerNote.tsx'
import { KindField } from './KindField.tsx'
import { rememberPlace } from './last-places.ts'
import { Near } from './Near.tsx'
import { PlaceField } from './PlaceField.tsx'
import type { Place } from './place.ts'
import { ReporterFields } from './ReporterFields.tsx'
import { reportWords } from './words.ts'

export type Fields = {
  readonly words: string
  readonly place: Place | null
  readonly spot: string
  readonly kind: string
  readonly sameAs: string
  readonly name: string
  readonly phone: string
}
const EMPTY: Fields = { words: '', place: null, spot: '', kind: '', sameAs: '', name: '', phone: '' }
/** The contract's: a mobile of eleven digits, or a landline with its area code. */
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

const toInput = ({ words, place, spot, kind, sameAs, name, phone }: Fields): Input<'matter.report'> => ({
  words: words.trim() || SPOKEN,
  ...(sameAs ? { sameAs } : {}),
  spot,
  ...(place ? { areaId: place.id } : {}),
  ...(place?.lon !== undefined && place.lat !== undefined ? { lon: place.lon, lat: place.lat } : {}),
  ...(kind ? { kind } : {}),
  ...(name.trim() ? { name } : {}),
  ...(phone.trim() ? { phone } : {}),
})

function missingIn({ words, place, phone }: Fields, spoken: boolean) {
  if (words.trim().length < 2 && !spoken) return 'needWords'
  if (!place) return 'needPlace'
  return phone.trim() && !PHONE.test(phone.trim()) ? 'phoneWrong' : undefined
}

type FormProps = { readonly account: string; readonly onSent: (sent: Output<'matter.report'>) => void }

export function Form({ account, onSent }: FormProps) {
  const t = useWords(reportWords)
  const draft = useDraft({ name: `${account}/matter.report`, title: t('title'), page: '/report' }, EMPTY)
  const { fields, photos, change } = draft
  const send = useSend(
    'matter.report',
    (answer) => {
      if (fields.place) rememberPlace(fields.place)
      onSent(answer)
      scrollTo(0, 0)
    },
    draft,
  )
  return (
    <>
      <h1>{t('title')}</h1>
      <div className="f">
        <p className="label">{t('photos')}</p>
        <p className="help">{t('photosHelp')}</p>
        <PhotoPicker photos={photos} onChange={draft.setPhotos} />
      </div>
      <div className="f">
        <label htmlFor="words">{t('words')}</label>
        <p className="help">{t('wordsHelp')}</p>
        <textarea
          id="words"
          rows={3}
          maxLength={2000}
          value={fields.words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </div>
      <DangerNote words={fields.words} kind={fields.kind} />
      <VoicePicker voices={draft.voices} onChange={draft.setVoices} />
      <PlaceField value={fields.place} onChange={(place) => change({ place })} />
      <Near
        words={fields.words}
        areaId={fields.place?.id}
        kind={fields.kind}
        value={fields.sameAs}
        onChange={(sameAs) => change({ sameAs })}
      />
      <div className="f">
        <label htmlFor="spot">{t('spot')}</label>
        <p className="help">{t('spotHelp')}</p>
        <input
          id="spot"
          maxLength={60}
          autoComplete="off"
          value={fields.spot}
          onChange={(event) => change({ spot: event.target.value })}
        />
      </div>
      <KindField words={fields.words} value={fields.kind} onChange={(kind) => change({ kind })} />
      <ReporterFields fields={fields} onChange={change} />
      <SendPart draft={draft} send={send} />
    </>
  )
}

type SendPartProps = { readonly draft: Drafting<Fields>; readonly send: ReturnType<typeof useSend<'matter.report'>> }

function SendPart({ draft, send }: SendPartProps) {
  const t = useWords(reportWords)
  const again = useWords(fieldWords)('sendAgain')
  const { fields, photos, voices, failed } = draft
  const missing = missingIn(fields, voices.length > 0)
  const begun = fields.words || photos.length > 0 || voices.length > 0 || fields.place
  const unsent = send.error?.mayPass || (failed && !send.error)
  return (
    <div className="send">
      <SendNote problem={send.error} failed={failed && !send.isPending} onDrop={draft.drop} />
      {missing ? <p className="s">{t(missing)}</p> : null}
      <Button
        look="primary"
        block
        isDisabled={missing !== undefined}
        busy={send.isPending}
        busyLabel={photos.length > 0 ? t('sendingPhotos', { count: photos.length }) : t('sending')}
        onPress={() => send.mutate(toInput(fields))}
      >
        {unsent ? again : t('send')}
      </Button>
      {begun && !send.isPending ? (
        <button type="button" className="btn plain" onClick={draft.drop}>
          {t('startAgain')}
        </button>
      ) : null}
    </div>
  )
}
