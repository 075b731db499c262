// One small month: weekends grey, holidays filled with 休, make-up workdays framed with 班.

import { useLang, useWords } from '#web/lang.ts'
import { dateWords } from '#web/parts/when.ts'
import type { Year } from './CalendarPage.tsx'
import { monthRows } from './month.ts'
import { calendarWords, DAYS } from './words.ts'

type Special = Year['days'][number]
type MonthProps = {
  readonly year: number
  readonly month: number
  readonly special: ReadonlyMap<string, Special>
  readonly today: string
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export function Month({ year, month, special, today }: MonthProps) {
  const t = useWords(calendarWords)
  const lang = useLang()
  const rows = monthRows(year, month)
  const works = rows
    .flat()
    .filter((cell) => cell && (special.has(cell.day) ? special.get(cell.day)?.kind === 'makeup' : !cell.weekend)).length
  const short = (day: (typeof DAYS)[number]) => (lang === 'zh' ? t(day).slice(1) : t(day).slice(0, 1))
  return (
    <table className="month">
      <caption>
        <b>{t('month', { month: lang === 'zh' ? month : MONTHS[month - 1] })}</b>
        <span className="s q">{t('workdays', { count: works })}</span>
      </caption>
      <thead>
        <tr>
          {DAYS.map((day) => (
            <th key={day} scope="col" abbr={t(day)}>
              {short(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks are their place
          <tr key={row}>
            {cells.map((cell, place) => {
              const found = cell && special.get(cell.day)
              const kind = found?.kind ?? (cell?.weekend ? 'weekend' : '')
              return (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: days are their place in the week
                  key={place}
                  className={[kind, cell?.day === today && 'today'].filter(Boolean).join(' ')}
                  title={
                    found
                      ? `${dateWords(`${found.day}T00:00:00+08:00`, `${year}-01-01T00:00:00+08:00`, lang)} ${found.name[lang]}`
                      : undefined
                  }
                >
                  {cell ? (
                    <>
                      {cell.number}
                      {found ? <span>{t(found.kind === 'holiday' ? 'off' : 'on')}</span> : null}
                    </>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
