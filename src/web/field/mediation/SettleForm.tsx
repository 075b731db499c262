// The form of what was settled on the spot: place and kind by a tap, both sides, what happened, what was agreed.
import { askAgain, type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { type Drafting, useDraft } from '../draft/use-draft.ts'
import { Phrases } from '../Phrases.tsx'
import { rememberPlace } from '../report/last-places.ts'
import type { Place } from '../report/place.ts'
import { SendNote } from '../SendNote.tsx'
import { PlaceChips, usePresets } from '../spot/PlaceChips.tsx'
import { useSend } from '../use-send.ts'
import { fieldWords } from '../words.ts'
import { DisputeKinds, useDisputeKinds } from './DisputeKinds.tsx'
import { beginWith, EMPTY, type Fields, type Matter, missingIn, toInput, WITHIN } from './fields.ts'
import { agreedPhrases, storyPhrases } from './phrases.ts'
import { SideFields } from './SideFields.tsx'
import { settleWords } from './words.ts'

/** A file lies in a grid: the one of this house or stairwell. */
function useGridOf(place: Place | null, matter: Matter | undefined): string | undefined {
  const known = matter?.gridId ?? undefined
  const { data } = useAnswer('area.get', { id: place?.id ?? '' }, { enabled: place !== null && !known, keep: true })
  if (known) return known
  return data?.level === 'grid' ? data.id : data?.path.find(({ level }) => level === 'grid')?.id
}

type SettleFormProps = {
  readonly account: string
  readonly matter: Matter | undefined
  readonly onSent: (sent: Output<'mediation.recordOnSpot'>) => void
}

export function SettleForm({ account, matter, onSent }: SettleFormProps) {
  const t = useWords(settleWords)
  const name = `${account}/mediation.recordOnSpot${matter ? `/${matter.id}` : ''}`
  const page = matter ? `/settle?matter=${matter.id}` : '/settle'
  const draft = useDraft({ name, title: t('title'), page }, matter ? beginWith(matter) : EMPTY)
  const presets = usePresets()
  const { change } = draft
  const fields = { ...draft.fields, place: draft.fields.place ?? presets[0] ?? null }
  const grid = useGridOf(fields.place, matter)
  const send = useSend(
    'mediation.recordOnSpot',
    (answer) => {
      if (fields.place && !matter) rememberPlace(fields.place)
      void askAgain('mediation')
      onSent(answer)
      scrollTo(0, 0)
    },
    draft,
  )
  return (
    <>
      <h1>{t('title')}</h1>
      {matter ? (
        <p className="q">{t('from', { no: matter.no })}</p>
      ) : (
        <PlaceChips presets={presets} value={fields.place} onChange={(place) => change({ place })} />
      )}
      <DisputeKinds value={fields.kind} onChange={(kind) => change({ kind })} />
      {(['one', 'other'] as const).map((which) => (
        <SideFields
          key={which}
          name={which}
          side={fields[which]}
          place={fields.place}
          onChange={(side, homeId) => change({ [which]: side, ...(homeId ? { homeId } : {}) })}
        />
      ))}
      <Said which="story" draft={draft} />
      <Said which="agreed" draft={draft} />
      <When draft={draft} />
      <SendPart draft={draft} fields={fields} grid={grid} matter={matter} send={send} />
    </>
  )
}

type DraftProps = { readonly draft: Drafting<Fields> }

function Said({ which, draft }: DraftProps & { readonly which: 'story' | 'agreed' }) {
  const t = useWords(settleWords)
  const value = draft.fields[which]
  const put = (words: string) => draft.change({ [which]: words })
  return (
    <div className="f">
      <label htmlFor={which}>{t(which)}</label>
      <Phrases
        phrases={which === 'story' ? storyPhrases(draft.fields.kind) : agreedPhrases(draft.fields.kind)}
        value={value}
        onChange={put}
      />
      <textarea
        id={which}
        rows={2}
        maxLength={which === 'story' ? 2000 : 500}
        value={value}
        onChange={({ target }) => put(target.value)}
      />
    </div>
  )
}

function When({ draft }: DraftProps) {
  const t = useWords(settleWords)
  const { within, both } = draft.fields
  return (
    <>
      <div className="f">
        <p className="label">{t('dueOn')}</p>
        <ul className="phrases">
          {WITHIN.map(({ days, word }) => (
            <li key={word}>
              <button
                type="button"
                className="btn"
                aria-pressed={within === days}
                onClick={() => draft.change({ within: days })}
              >
                {t(word)}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className="f">
        <label className="choice">
          <input type="checkbox" checked={both} onChange={({ target }) => draft.change({ both: target.checked })} />
          <span>{t('both')}</span>
        </label>
        <p className="help">{t('bothHelp')}</p>
      </div>
    </>
  )
}

type SendPartProps = DraftProps & {
  readonly fields: Fields
  readonly grid: string | undefined
  readonly matter: Matter | undefined
  readonly send: ReturnType<typeof useSend<'mediation.recordOnSpot'>>
}

function SendPart({ draft, fields, grid, matter, send }: SendPartProps) {
  const t = useWords(settleWords)
  const again = useWords(fieldWords)('sendAgain')
  const lang = useLang()
  const now = useNow()
  const kind = useDisputeKinds().find(({ code }) => code === fields.kind)
  const missing = missingIn(fields, grid)
  const begun = Boolean(fields.kind || fields.story || fields.agreed || fields.one.name || fields.other.name)
  const unsent = send.error?.mayPass || (draft.failed && !send.error)
  const about = { gridId: grid ?? '', kind: kind ? pick(kind.zh, kind.en, lang) : '', matterId: matter?.id }
  return (
    <>
      <div className="send low">
        <SendNote problem={send.error} failed={draft.failed && !send.isPending} onDrop={draft.drop} />
        {missing && begun ? <p className="s">{t(missing)}</p> : null}
        <Button
          look="primary"
          block
          isDisabled={missing !== undefined}
          busy={send.isPending}
          busyLabel={t('sending')}
          onPress={() => send.mutate(toInput(fields, about, now))}
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
