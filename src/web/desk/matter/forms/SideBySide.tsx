// Two matters beside each other, so that nobody merges by a title alone.
import { matterLife } from '#modules/matter/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Photos } from '#web/parts/Photo.tsx'
import { clockTime } from '#web/parts/when.ts'
import { Facts } from '../../parts/Facts.tsx'
import type { Matter } from '../Record.tsx'
import { formWords } from './words.ts'

function One({ matter, title }: { readonly matter: Matter; readonly title: string }) {
  const t = useWords(formWords)
  const lang = useLang()
  const now = useNow()
  return (
    <div>
      <p className="s q">{title}</p>
      <p>
        <b>{matter.title}</b>
      </p>
      <blockquote>{matter.words}</blockquote>
      <Facts
        facts={[
          [t('address'), matter.address],
          [t('reported'), clockTime(matter.reportedAt, now, lang)],
          [
            t('standing'),
            [matterLife.states[matter.state][lang], matter.agencyName || matter.handlerName]
              .filter(Boolean)
              .join(' · '),
          ],
        ]}
      />
      {matter.photoList.length > 0 ? <Photos matterId={matter.id} photos={matter.photoList.slice(0, 2)} /> : null}
    </div>
  )
}

export function SideBySide({ id, other }: { readonly id: string; readonly other: Matter }) {
  const t = useWords(formWords)
  const mine = useAnswer('matter.get', { id })
  return (
    <div className="beside">
      {mine.data ? <One matter={mine.data} title={`${mine.data.no} · ${t('mergeThis')}`} /> : null}
      <One matter={other} title={`${other.no} · ${t('mergeOther')}`} />
    </div>
  )
}
