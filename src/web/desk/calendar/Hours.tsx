// One purpose's week, drawn from midnight to midnight, and its editing.
import { useState } from 'react'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { HoursForm } from './HoursForm.tsx'
import { minutesOf, writeSpans } from './week-spans.ts'
import { calendarWords, DAYS } from './words.ts'

export type HoursOf = Output<'calendar.hours'>['work']

const DAY_MINUTES = 1440
const SCALE = [0, 6, 12, 18, 24]

type HoursProps = { readonly areaId: string; readonly hours: HoursOf; readonly may: boolean }

export function Hours({ areaId, hours, may }: HoursProps) {
  const t = useWords(calendarWords)
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <section className="hours">
      <div className="hours-head">
        <h2>{t(hours.purpose)}</h2>
        <span className="s q">
          {t(hours.inherited ? 'inherited' : 'own')} · {t('total', { hours: minutesOf(hours.weekly) / 60 })}
        </span>
        {may && !open ? (
          <button type="button" className="tool" onClick={() => setOpen(true)}>
            {t('edit')}
          </button>
        ) : null}
      </div>
      <p className="q">{t(hours.purpose === 'work' ? 'workLead' : 'dutyLead')}</p>
      {open ? <HoursForm areaId={areaId} hours={hours} onDone={close} onCancel={close} /> : <Week hours={hours} />}
    </section>
  )
}

function Week({ hours }: { readonly hours: HoursOf }) {
  const t = useWords(calendarWords)
  return (
    <table className="week">
      <thead aria-hidden="true">
        <tr>
          <th />
          <td className="week-scale">
            {SCALE.map((hour) => (
              <span key={hour}>{hour}:00</span>
            ))}
          </td>
          <td />
        </tr>
      </thead>
      <tbody>
        {DAYS.map((day, at) => {
          const spans = hours.weekly[at] ?? []
          return (
            <tr key={day}>
              <th scope="row">{t(day)}</th>
              <td className="week-strip">
                <svg viewBox={`0 0 ${DAY_MINUTES} 10`} preserveAspectRatio="none" aria-hidden="true">
                  <rect width={DAY_MINUTES} height="10" className="rest" />
                  {spans.map(([from, to]) => (
                    <rect key={from} x={from} width={to - from} height="10" className="open" />
                  ))}
                </svg>
              </td>
              <td className="nw">
                {spans.length > 0 ? (
                  writeSpans(spans).replaceAll('-', '–').replaceAll(' ', '，')
                ) : (
                  <span className="q">{t('closed')}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
