// The head of a matter's record: number, kind and state, title, place.
import { Link } from '@tanstack/react-router'
import { pick, useLang, useWords } from '#web/lang.ts'
import { levelNames, urgencyWords } from '#web/parts/matter-words.ts'
import { Mark, MatterState } from '#web/parts/State.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

export function Head({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const { id, no, kind, kindZh, kindEn, title, address, gridId, gridName, handlerName, state, round } = matter
  const { level, urgency, urged, agencyName } = matter
  const facts = (
    <>
      <span className="nw">{no}</span>
      <span>{t('kindLine', { kind: pick(kindZh, kindEn, lang), code: kind })}</span>
      <MatterState state={state} round={round} />
      {level > 0 ? <span>{t('level', { level: levelNames[level]?.[lang] ?? '' })}</span> : null}
      {urgency === 'plain' ? null : (
        <Mark shape="half" tone="need">
          {urgencyWords[urgency][lang]}
        </Mark>
      )}
      {urged > 0 ? <Mark tone="need">{t('urgedTimes', { count: urged })}</Mark> : null}
    </>
  )
  return (
    <RecordHead facts={facts} title={title} address={`/desk/matters/${id}`} printed>
      <p>
        {address === gridName ? null : address}
        {gridId ? (
          <>
            {address === gridName ? null : lang === 'zh' ? '，' : ', '}
            <Link to="/desk/duty/{-$id}" params={{ id: gridId }}>
              {gridName}
            </Link>
          </>
        ) : null}
        {agencyName || handlerName ? (lang === 'zh' ? '；' : '; ') : null}
        {[agencyName, handlerName].filter(Boolean).join(' ')}
      </p>
    </RecordHead>
  )
}
