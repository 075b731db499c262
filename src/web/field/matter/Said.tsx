// The resident's own words, and how and when they came.

import { SPOKEN } from '#modules/matter/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Voices } from '#web/parts/Voice.tsx'
import { clockTime } from '#web/parts/when.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

const CAME: Record<Matter['way'], keyof typeof matterWords> = {
  scan: 'scanned',
  field: 'byField',
  patrol: 'byField',
  desk: 'byDesk',
  counter: 'atCounter',
  legal_room: 'atLegalRoom',
  phone: 'byPhone',
  listening: 'heard',
  system: 'bySystem',
}

export function Said({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const now = useNow()
  const voices = matter.voiceList.filter(({ move }) => move !== 'note')
  return (
    <section className="said sheet">
      {matter.words === SPOKEN ? null : <p>“{matter.words}”</p>}
      {voices.length > 0 ? (
        <Voices matterId={matter.id} voices={voices} />
      ) : matter.words === SPOKEN ? (
        <p>{t(matter.can.includes('take') ? 'spokenTake' : 'spoken')}</p>
      ) : null}
      <p className="s">{t(CAME[matter.way], { time: clockTime(matter.reportedAt, now, lang) })}</p>
    </section>
  )
}
