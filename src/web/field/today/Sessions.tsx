// 调解会: sessions of the coming week for whoever mediates, and the way to her files.
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useMay, useMe } from '#web/session.ts'
import { todayWords } from './words.ts'

export function Sessions() {
  const t = useWords(todayWords)
  const lang = useLang()
  const now = useNow()
  // Every grid worker may be handed a file; the way to the files is shown to those whose work they are, and to whoever has one.
  const mediator = useMe().data?.posts.some(({ role }) => role === 'mediator') ?? false
  const { data } = useAnswer('mediation.mine', {}, { enabled: useMay()('mediation.mine') })
  if (!data || (!mediator && data.sessions.length === 0)) return null
  const open = data.mediations.filter(({ state }) => mediationLife.states[state].open).length
  return (
    <section>
      <h2>
        {t('mediating')}
        <span>{t('mediatingNote', { count: open })}</span>
      </h2>
      <div className="sheet">
        {data.sessions.map((one) => (
          <a key={one.id} className="item" href={`/desk/mediations/${one.mediationId}`}>
            <div>
              <b>
                {dateWords(dayOf(one.heldOn), now, lang)} {timeOf(one.from)}–{timeOf(one.until)}
              </b>
              <p className="s">{[one.place, one.title].filter(Boolean).join(' ')}</p>
            </div>
            <Icon name="next" />
          </a>
        ))}
        <a className="item" href="/desk/mediations">
          <div>{t('myFiles')}</div>
          <Icon name="next" />
        </a>
      </div>
    </section>
  )
}
