// The holidays of a year in words, as they were announced.
import { useLang, useWords } from '#web/lang.ts'
import { dateWords } from '#web/parts/when.ts'
import type { Year } from './CalendarPage.tsx'
import { stretches } from './special-days.ts'
import { calendarWords } from './words.ts'

const noon = (day: string): string => `${day}T12:00:00+08:00`

export function Holidays({ year }: { readonly year: Year }) {
  const t = useWords(calendarWords)
  const lang = useLang()
  const all = stretches(year.days.map(({ day, kind, name }) => ({ day, kind, zh: name.zh, en: name.en })))
  const said = (day: string) => dateWords(noon(day), noon(`${year.year}-06-01`), lang)
  const holidays = all.filter(({ kind }) => kind === 'holiday')
  return (
    <>
      <h2>{t('list')}</h2>
      {holidays.length === 0 ? <p className="q">{t('none')}</p> : null}
      <dl className="holidays">
        {holidays.map(({ day, to, count, zh, en }) => {
          const makeup = all
            .filter((other) => other.kind === 'makeup' && other.zh === zh)
            .map((other) => said(other.day))
          return (
            <div key={day}>
              <dt>{lang === 'zh' ? zh : en}</dt>
              <dd>
                {count === 1
                  ? t('listOne', { from: said(day) })
                  : t('listRow', { from: said(day), to: said(to), days: count })}
                {makeup.length > 0 ? (
                  <span className="q">{t('listMakeup', { days: makeup.join(lang === 'zh' ? '、' : ', ') })}</span>
                ) : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
