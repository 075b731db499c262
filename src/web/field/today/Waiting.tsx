// 等别人: finished here, being checked by the community.
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Go } from '../Go.tsx'
import { todayWords } from './words.ts'

const SHOWN = 5

export function Waiting() {
  const t = useWords(todayWords)
  const { data } = useAnswer('matter.list', { view: 'waiting', limit: SHOWN })
  if (!data || data.matters.length === 0) return null
  const more = data.total - data.matters.length
  return (
    <section>
      <h2>
        {t('waiting')}
        <span>{t('waitingNote', { count: data.total })}</span>
      </h2>
      <div className="sheet">
        {data.matters.map((row) => (
          <Go key={row.id} to={`/matters/${row.id}`} className="item">
            <div>
              {row.title}
              <p className="s">{t(row.state === 'finished' ? 'waitingCheck' : 'waitingRating')}</p>
            </div>
            <Icon name="next" />
          </Go>
        ))}
      </div>
      {more > 0 ? <p className="s q">{t('waitingMore', { count: more })}</p> : null}
    </section>
  )
}
