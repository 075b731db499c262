// The follow-ups of a file on a line of time: made, next, to come.
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf, daysTo } from '#web/parts/day-of.ts'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

const [WIDTH, EDGE] = [760, 36]

export function Plan({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const visits = file.followUps.filter(({ state }) => state !== 'dropped')
  const [first, last] = [visits[0], visits.at(-1)]
  const next = visits.find(({ state }) => state === 'planned')
  const whole = first && last ? Math.max(1, daysTo(last.dueOn, now) - daysTo(first.dueOn, now)) : 1
  const at = (day: string) =>
    first ? EDGE + ((daysTo(day, now) - daysTo(first.dueOn, now)) / whole) * (WIDTH - 2 * EDGE) : 0
  const said = (day: string) => dateWords(dayOf(day), now, lang)
  // Over without an agreement: there is nothing to follow up.
  if (!first && !mediationLife.states[file.state].open) return null
  const label = visits.map((one) => said(one.dueOn)).join(lang === 'zh' ? '、' : ', ')
  return (
    <section className="plan">
      <h2>{t('plan')}</h2>
      <div>
        {first ? (
          <p>{t('planLead', { who: first.ownerName, count: visits.length, day: said(last!.dueOn) })}</p>
        ) : (
          <p className="q">{t('noPlan')}</p>
        )}
        {first ? (
          <svg width={WIDTH} height="72" viewBox={`0 0 ${WIDTH} 72`} role="img" aria-label={`${t('plan')}：${label}`}>
            <path d={`M0 32H${WIDTH}`} className="line" />
            {visits.map((one, order) => (
              <g key={one.id}>
                <circle
                  cx={at(one.dueOn)}
                  cy="32"
                  r={one.state === 'done' ? 8 : 6}
                  className={one === next ? 'next' : one.state}
                />
                <text
                  x={order === 0 ? 0 : order === visits.length - 1 ? WIDTH : at(one.dueOn)}
                  y={order % 2 === 0 ? 12 : 62}
                  textAnchor={order === 0 ? 'start' : order === visits.length - 1 ? 'end' : 'middle'}
                  className={one === next ? 'b' : ''}
                >
                  {said(one.dueOn)}
                </text>
              </g>
            ))}
          </svg>
        ) : null}
        {next ? <p className="s q">{t('next', { day: said(next.dueOn) })}</p> : null}
      </div>
    </section>
  )
}
