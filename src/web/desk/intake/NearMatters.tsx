// While somebody still tells it: open matters near the place that may be the same thing.
import { Link } from '@tanstack/react-router'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { clockTime } from '#web/parts/when.ts'
import { intakeWords } from './words.ts'

type NearMattersProps = {
  readonly areaId: string | undefined
  readonly words: string
  readonly kind: string
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}

export function NearMatters({ areaId, words, kind, chosen, onChoose }: NearMattersProps) {
  const t = useWords(intakeWords)
  const lang = useLang()
  const now = useNow()
  const enough = areaId !== undefined && words.length > 1
  const { data } = useAnswer(
    'matter.similar',
    { areaId: areaId ?? '', words, ...(kind ? { kind } : {}) },
    { enabled: enough, keep: true },
  )
  const near = enough ? data?.near : undefined
  return (
    <aside aria-label={t('nearTitle')}>
      <h2>{t('nearTitle')}</h2>
      <p className="s q">{t(near === undefined ? 'nearNone' : near.length > 0 ? 'nearText' : 'nearFree')}</p>
      <ul className="near" aria-live="polite">
        {(near ?? []).map((one) => (
          <li key={one.id} className={one.id === chosen ? 'on' : ''}>
            {one.no ? (
              <Link to="/desk/matters/$id" params={{ id: one.id }} target="_blank">
                {one.title}
              </Link>
            ) : (
              <b>{pick(one.kindZh, one.kindEn, lang)}</b>
            )}
            <span className="s q">
              {[one.no, matterLife.states[one.state][lang], clockTime(one.reportedAt, now, lang)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <button
              type="button"
              className="tool"
              aria-pressed={one.id === chosen}
              onClick={() => onChoose(one.id === chosen ? undefined : one.id)}
            >
              {t(one.id === chosen ? 'nearNot' : 'nearSame')}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}
