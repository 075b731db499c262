// A home on any day: who lived in it then, and when it was let.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { letForWords } from '#modules/register/words.ts'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { LineField } from '../parts/Field.tsx'
import type { HomeFull } from './HomeRecord.tsx'
import { usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

export function HomeHistory({ home }: { readonly home: HomeFull }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const line = usePersonLine()
  const [day, setDay] = useState('')
  const { data, error } = useAnswer('register.homeAsOf', { id: home.id, day }, { enabled: day !== '', keep: true })
  const then = day ? data?.people : undefined
  return (
    <section className="register-part">
      <h2>{t('homeHistory')}</h2>
      {home.rentals.length > 0 ? (
        <ul className="lines">
          {home.rentals.map((one) => (
            <li key={one.id}>
              <span>{t('letNow', { use: letForWords[one.use]?.[lang] ?? one.use })}</span>
              <span className="q nw">
                {one.toDay ? t('fromTo', { from: one.fromDay, to: one.toDay }) : t('from', { from: one.fromDay })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <LineField
        name="homeDay"
        label={t('homeDay')}
        type="date"
        max={localDay(new Date(nowMs()))}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <ProblemNote problem={error} />
      {then?.length === 0 ? <p className="q">{t('nobodyThen')}</p> : null}
      <ul className="lines">
        {(then ?? []).map(({ person, from, to }) => (
          <li key={`${person.id}${from}`}>
            <Link to="/desk/register/{-$id}" params={{ id: person.id }}>
              {person.name}
            </Link>
            <span className="q">{line(person)}</span>
            <span className="q nw">{to ? t('fromTo', { from, to }) : t('from', { from })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
