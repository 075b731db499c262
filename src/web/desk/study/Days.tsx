// How long mediation took: the middle half as a bar on a line of days, the median as its mark.
import { useWords } from '#web/lang.ts'
import type { Study } from './StudyPage.tsx'
import { studyWords } from './words.ts'

const USUAL_DAYS = 30

export function Days({ days }: { readonly days: Study['days'] }) {
  const t = useWords(studyWords)
  if (!days) return null
  const { n, low, median, high } = days
  const end = Math.max(USUAL_DAYS, high)
  const at = (day: number) => `${(day / end) * 100}%`
  return (
    <section className="sheet">
      <h2>{t('days')}</h2>
      <p className="s q">{t('daysText', { n })}</p>
      <p>{t('daysSaid', { low, median, high })}</p>
      <div className="days" aria-hidden="true">
        <i style={{ left: at(low), width: `max(2px, ${at(high - low)})` }} />
        <b style={{ left: at(median) }} />
        <span>0</span>
        <span>{t('day', { n: end })}</span>
      </div>
    </section>
  )
}
