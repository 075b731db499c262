// 听到的一句: a line of the listening ledger. What was said, never who said it; now and then one becomes a matter.
import { useState } from 'react'
import { HEARD } from '#modules/matter/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { heardWords } from '#web/parts/matter-words.ts'
import { tell } from '#web/parts/Toast.tsx'
import { Bones } from '../Bones.tsx'
import { useDraft, useDraftOwner } from '../draft/use-draft.ts'
import type { Place } from '../report/place.ts'
import { Ways } from '../report/Ways.tsx'
import { SendNote } from '../SendNote.tsx'
import { PlaceChips, usePresets } from '../spot/PlaceChips.tsx'
import { useSend } from '../use-send.ts'
import { useTitle } from '../use-title.ts'
import { fieldWords } from '../words.ts'
import { Lately } from './Lately.tsx'
import { hearWords } from './words.ts'

export function Hear() {
  const t = useWords(hearWords)
  useTitle(t('title'))
  const account = useDraftOwner()
  if (!account) return <Bones />
  return (
    <main className="report hear">
      <Ways on="/hear" />
      <HearForm account={account} />
      <Lately />
    </main>
  )
}

type Fields = { readonly place: Place | null; readonly way: (typeof HEARD)[number]; readonly words: string }
const EMPTY: Fields = { place: null, way: 'street', words: '' }

function HearForm({ account }: { readonly account: string }) {
  const t = useWords(hearWords)
  const again = useWords(fieldWords)('sendAgain')
  const presets = usePresets()
  const draft = useDraft({ name: `${account}/matter.hear`, title: t('title'), page: '/hear' }, EMPTY)
  const { way, words } = draft.fields
  const place = draft.fields.place ?? presets.at(-1) ?? null
  const [hints, setHints] = useState<readonly string[]>([])
  const send = useSend(
    'matter.hear',
    (answer) => {
      setHints(answer.hints)
      tell(t('sent'))
    },
    draft,
  )
  const missing = words.trim().length < 2 || !place
  const unsent = send.error?.mayPass || (draft.failed && !send.error)
  return (
    <>
      <h1>{t('title')}</h1>
      <div className="f">
        <label htmlFor="words">{t('words')}</label>
        <p className="help">{t('wordsHelp')}</p>
        <textarea
          id="words"
          rows={3}
          maxLength={300}
          value={words}
          onChange={(event) => draft.change({ words: event.target.value })}
        />
      </div>
      <Where way={way} onChange={(next) => draft.change({ way: next })} />
      <PlaceChips presets={presets} value={place} onChange={(next) => draft.change({ place: next })} />
      <div className="send">
        <SendNote problem={send.error} failed={draft.failed && !send.isPending} onDrop={draft.drop} />
        <Button
          look="primary"
          block
          isDisabled={missing}
          busy={send.isPending}
          busyLabel={t('sending')}
          onPress={() => place && send.mutate({ areaId: place.id, way, words })}
        >
          {unsent ? again : t('send')}
        </Button>
        {hints.length > 0 ? (
          <p className="note">
            <Icon name="lock" />
            <span>{t('hints')}</span>
          </p>
        ) : null}
      </div>
    </>
  )
}

function Where({ way, onChange }: { readonly way: Fields['way']; readonly onChange: (way: Fields['way']) => void }) {
  const t = useWords(hearWords)
  const lang = useLang()
  return (
    <div className="f">
      <p className="label">{t('way')}</p>
      <ul className="phrases">
        {HEARD.map((each) => (
          <li key={each}>
            <button type="button" className="btn" aria-pressed={each === way} onClick={() => onChange(each)}>
              {heardWords[each][lang]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
