// What was decided on complaints about oneself as a mediator: never who complained, nor in what words.
import { aboutWords, outcomeWords } from '#modules/committee/words.ts'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { dateWords } from '#web/parts/when.ts'
import { meWords } from './words.ts'

export function Complained() {
  const t = useWords(meWords)
  const lang = useLang()
  const now = useNow()
  const { data } = useAnswer('committee.myComplaints', {})
  if (!data || data.complaints.length === 0) return null
  return (
    <section className="part">
      <h2>{t('complained')}</h2>
      <div>
        <p className="help">{t('complainedHelp')}</p>
        <ul>
          {data.complaints.map((one) => (
            <li key={one.id}>
              {aboutWords[one.about][lang]} {one.outcome ? <b>{outcomeWords[one.outcome][lang]}</b> : null}{' '}
              {one.answeredOn ? <span className="s q nw">{dateWords(dayOf(one.answeredOn), now, lang)}</span> : null}
              {one.answer ? <p>{one.answer}</p> : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
