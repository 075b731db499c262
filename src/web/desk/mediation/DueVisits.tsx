// 要做的回访: above the files, those of whoever looks that are due within a week; each leads to its file.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead, dayOf, daysTo } from '#web/parts/day-of.ts'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useMay } from '#web/session.ts'
import { mediationWords } from './words.ts'

const AHEAD_DAYS = 7

export function DueVisits() {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const enabled = useMay()('mediation.dueFollowUps')
  const { data } = useAnswer('mediation.dueFollowUps', { until: dayAhead(now, AHEAD_DAYS) }, { keep: true, enabled })
  if (!data || data.followUps.length === 0) return null
  return (
    <details className="due-visits" open={data.followUps.some(({ dueOn }) => daysTo(dueOn, now) <= 0)}>
      <summary>{t('dueVisits', { count: data.followUps.length })}</summary>
      <ul className="q-list">
        {data.followUps.map((one) => (
          <li key={one.id}>
            <Link to="/desk/mediations/{-$id}" params={{ id: one.mediationId }} resetScroll={false}>
              <b>{one.title}</b>
              {one.late ? (
                <Mark shape="triangle" tone="late">
                  {t('lateBy', { count: -daysTo(one.dueOn, now) })}
                </Mark>
              ) : (
                <Mark shape="ring">{dateWords(dayOf(one.dueOn), now, lang)}</Mark>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
