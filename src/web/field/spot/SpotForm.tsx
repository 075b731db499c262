// The form of what was settled on the spot: place and kind by a tap, a photo, two short sentences, sent.

import { SPOKEN } from '#modules/matter/lifecycle.ts'
import type { Input, Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PhotoPicker } from '../draft/PhotoPicker.tsx'
import { type Drafting, useDraft } from '../draft/use-draft.ts'
import { VoicePicker } from '../draft/VoicePicker.tsx'
import { donePhrases } from '../matter/words.ts'
import { Phrases } from '../Phrases.tsx'
import { rememberPlace } from '../report/last-places.ts'
import type { Place } from '../report/place.ts'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import { fieldWords } from '../words.ts'
import { KindChips } from './KindChips.tsx'
import { rememberKind, useKind } from './kind-use.ts'
import { PlaceChips, usePresets } from './PlaceChips.tsx'
import { seenPhrases } from './seen-phrases.ts'
import { spotWords } from './words.ts'

type Fields = { readonly place: Place | null; readonly kind: string; readonly words: string; readonly done: string }
const EMPTY: Fields = { place: null, kind: '', words: '', done: '' }

const toInput = ({ place, kind, words, done }: Fields): Input<'matter.record'> => ({
  areaId: place!.id,
  kind,
  words: words.trim() || SPOKEN,
  done,
  ...(place?.lon !== undefined && place.lat !== undefined ? { lon: place.lon, lat: place.lat } : {}),
})

type SpotFormProps = { readonly account: string; readonly onSent: (sent: Output<'matter.record'>) => void }

export function SpotForm({ account, onSent }: SpotFormProps) {
  const t = useWords(spotWords)
  const draft = useDraft({ name: `${account}/matter.record`, title: t('title'), page: '/spot' }, EMPTY)
  const presets = usePresets()
  const { change } = draft
  // Where he last was, or his grid: right nine times of ten, changed by one tap.
  const fields = { ...draft.fields, place: draft.fields.place ?? presets[0] ?? null }
  const kind = useKind(fields.kind)
  const send = useSend(
    'matter.record',
    (answer) => {
      if (fields.place) rememberPlace(fields.place)
      rememberKind(fields.kind)
      onSent(answer)
      scrollTo(0, 0)
    },
    draft,
  )
  return (
    <>
      <h1>{t('title')}</h1>
      <PlaceChips presets={presets} value={fields.place} onChange={(place) => change({ place })} />
      <KindChips value={fields.kind} onChange={(code) => change({ kind: code })} />
      <div className="f">
        <p className="label">{t(kind?.proof === 'photo' ? 'photoNeeded' : 'photo')}</p>
        <PhotoPicker photos={draft.photos} onChange={draft.setPhotos} />
      </div>
      <Sentence
        id="words"
        label={t('words')}
        phrases={seenPhrases(kind)}
        value={fields.words}
        onChange={(words) => change({ words })}
      />
      <Sentence
        id="done"
        label={t('done')}
        phrases={donePhrases}
        value={fields.done}
        onChange={(done) => change({ done })}
      />
      <VoicePicker voices={draft.voices} onChange={draft.setVoices} />
      <SendPart draft={draft} fields={fields} needsPhoto={kind?.proof === 'photo'} send={send} />
    </>
  )
}

type SentenceProps = {
  readonly id: string
  readonly label: string
  readonly phrases: Parameters<typeof Phrases>[0]['phrases']
  readonly value: string
  readonly onChange: (value: string) => void
}

const Sentence = ({ id, label, phrases, value, onChange }: SentenceProps) => (
  <div className="f">
    <label htmlFor={id}>{label}</label>
    <Phrases phrases={phrases} value={value} onChange={onChange} />
    <textarea id={id} rows={2} maxLength={2000} value={value} onChange={(event) => onChange(event.target.value)} />
  </div>
)

type SendPartProps = {
  readonly draft: Drafting<Fields>
  readonly fields: Fields
  readonly needsPhoto: boolean
  readonly send: ReturnType<typeof useSend<'matter.record'>>
}

/** What is still missing, the first thing first. */
function missingIn({ draft, fields, needsPhoto }: SendPartProps) {
  if (!fields.place) return 'needPlace'
  if (!fields.kind) return 'needKind'
  if (needsPhoto && draft.photos.length === 0) return 'needPhoto'
  if (fields.words.trim().length < 2 && draft.voices.length === 0) return 'needWords'
  return fields.done.trim().length < 2 ? 'needDone' : undefined
}

function SendPart(props: SendPartProps) {
  const { draft, fields, send } = props
  const t = useWords(spotWords)
  const again = useWords(fieldWords)('sendAgain')
  const missing = missingIn(props)
  const { photos, voices, failed } = draft
  const begun = fields.kind || fields.words || fields.done || photos.length > 0 || voices.length > 0
  const unsent = send.error?.mayPass || (failed && !send.error)
  return (
    <>
      <div className="send low">
        <SendNote problem={send.error} failed={failed && !send.isPending} onDrop={draft.drop} />
        {missing && begun ? <p className="s">{t(missing)}</p> : null}
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
      </div>
      {begun && !send.isPending ? (
        <button type="button" className="btn plain" onClick={draft.drop}>
          {t('startAgain')}
        </button>
      ) : null}
    </>
  )
}
