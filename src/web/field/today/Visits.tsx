// 回访: a line of today for whoever mediated something and has to look after it.
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useMay } from '#web/session.ts'
import { followUpWords } from '../follow-ups/words.ts'
import { Go } from '../Go.tsx'

export function Visits() {
  const t = useWords(followUpWords)
  const now = useNow()
  const enabled = useMay()('mediation.dueFollowUps')
  const due = useAnswer('mediation.dueFollowUps', { until: dayAhead(now, 0) }, { enabled }).data?.followUps ?? []
  if (due.length === 0) return null
  return (
    <section>
      <h2>
        {t('title')}
        <span>{t('todayNote')}</span>
      </h2>
      <div className="sheet">
        <Go to="/follow-ups" className="item">
          <div>
            {t('today', { count: due.length })}
            <p className="s">{due.map(({ title }) => title).join('、')}</p>
          </div>
          <Icon name="next" />
        </Go>
      </div>
    </section>
  )
}
