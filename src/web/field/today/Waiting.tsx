// 等别人: handed on, standing still, or finished here and being checked by the community.
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Go } from '../Go.tsx'
import { Led } from '../Led.tsx'
import { todayWords } from './words.ts'

const SHOWN = 5
const MOST = 8

/** What is with others: being checked or rated, handed on and not yet signed for, standing still. */
function useWaiting() {
  const checked = useAnswer('matter.list', { view: 'waiting', limit: SHOWN }).data
  const handed = useAnswer('matter.list', { view: 'all', state: 'dispatched', limit: SHOWN }).data
  const paused = useAnswer('matter.list', { view: 'all', state: 'paused', limit: SHOWN }).data
  const parts = [handed, paused, checked].filter((part) => part !== undefined)
  return {
    matters: parts.flatMap(({ matters }) => matters).slice(0, MOST),
    total: parts.reduce((sum, part) => sum + part.total, 0),
  }
}

export function Waiting() {
  const t = useWords(todayWords)
  const data = useWaiting()
  if (data.matters.length === 0) return null
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
              <Led row={row} />
              {row.state === 'finished' || row.state === 'replied' ? (
                <p className="s">{t(row.state === 'finished' ? 'waitingCheck' : 'waitingRating')}</p>
              ) : null}
            </div>
            <Icon name="next" />
          </Go>
        ))}
      </div>
      {more > 0 ? <p className="s q">{t('waitingMore', { count: more })}</p> : null}
    </section>
  )
}
