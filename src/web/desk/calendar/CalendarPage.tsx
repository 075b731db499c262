// A year's working days: twelve small months, the holidays in words, and announcing them.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { AnnounceForm } from './AnnounceForm.tsx'
import { CalendarTabs } from './CalendarTabs.tsx'
import { Holidays } from './Holidays.tsx'
import { Month } from './Month.tsx'
import { calendarWords } from './words.ts'
import './calendar.css'

const LEGEND = [
  ['legendHoliday', 'off'],
  ['legendMakeup', 'on'],
  ['legendWeekend', undefined],
  ['legendToday', undefined],
] as const

export type Year = Output<'calendar.year'>

export function CalendarPage() {
  const t = useWords(calendarWords)
  const now = useNow()
  const { year: asked } = useParams({ from: '/frame/desk/calendar/{-$year}' })
  const year = /^20\d\d$/.test(asked ?? '') ? Number(asked) : Number(localDay(now).slice(0, 4))
  const { data, error, refetch } = useAnswer('calendar.year', { year })
  useTitle(t('year', { year }))
  return (
    <main className="wide">
      <article className="sheet">
        <CalendarTabs />
        {data ? <Read key={year} year={data} today={localDay(now)} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={14} />}
      </article>
      <aside className="side-panel sheet">{data ? <Holidays year={data} /> : <SkeletonText lines={6} />}</aside>
    </main>
  )
}

function Read({ year, today }: { readonly year: Year; readonly today: string }) {
  const t = useWords(calendarWords)
  const [open, setOpen] = useState(false)
  const special = new Map(year.days.map((day) => [day.day, day]))
  const close = () => setOpen(false)
  return (
    <>
      <div className="table-head">
        <div>
          <h1>{t('year', { year: year.year })}</h1>
          <p className="q">
            {year.announced ? t('announced', { source: year.source ?? '' }) : t('notAnnounced', { year: year.year })}
          </p>
        </div>
        {[year.year - 1, year.year + 1].map((other) => (
          <Link key={other} to="/desk/calendar/{-$year}" params={{ year: String(other) }} className="btn">
            {t('before', { year: other })}
          </Link>
        ))}
        {year.can.includes('announce') ? (
          <Button aria-expanded={open} {...(year.announced ? {} : { look: 'primary' })} onPress={() => setOpen(!open)}>
            {t(year.announced ? 'change' : 'announce', { year: year.year })}
          </Button>
        ) : null}
      </div>
      {open ? <AnnounceForm year={year} onDone={close} onCancel={close} /> : null}
      <div className="months">
        {Array.from({ length: 12 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: months are their numbers
          <Month key={at} year={year.year} month={at + 1} special={special} today={today} />
        ))}
      </div>
      <ul className="legend s">
        {LEGEND.map(([word, sign]) => (
          <li key={word}>
            <i className={word} aria-hidden="true">
              {sign ? t(sign) : null}
            </i>
            {t(word)}
          </li>
        ))}
      </ul>
    </>
  )
}
