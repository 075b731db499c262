// One entry, masked: what it says, the household, ties, what it said on a day; and what may be done with it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { personLife } from '#modules/register/lifecycle.ts'
import { classWords, relationWords, sexWords } from '#modules/register/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { Buttons } from '../parts/Buttons.tsx'
import { Facts } from '../parts/Facts.tsx'
import { LineField } from '../parts/Field.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { Reveal } from '../reveal/Reveal.tsx'
import { usePersonLine } from './person-line.ts'
import { sourceWord } from './source-word.ts'
import { Ties } from './Ties.tsx'
import { usePersonActs } from './use-person-acts.tsx'
import { registerWords } from './words.ts'

export type Entry = Output<'register.person'>

export function PersonRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('register.person', { id })
  if (data) return <Read entry={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

function Read({ entry }: { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const { has } = entry
  const filled = [
    ...[has.birth && t('hasBirth'), has.homePlace && t('hasHomePlace')],
    ...[has.need && t('hasNeed'), has.number && t('hasNumber')],
  ].filter(Boolean)
  const fields = (['name', 'phone', 'birth', 'homePlace', 'need'] as const).filter((one) => one === 'name' || has[one])
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{classWords[entry.class][lang]}</span>
            {entry.state === 'here' ? null : <Mark>{personLife.states[entry.state][lang]}</Mark>}
          </>
        }
        title={entry.name}
        address={`/desk/register/${entry.id}`}
      />
      <Relocating entry={entry} />
      <Buttons acts={usePersonActs(entry)} />
      <div className="register-facts">
        <Facts
          facts={[
            [t('address'), entry.homeId ? <HomeLink key="home" id={entry.homeId} address={entry.address} /> : ''],
            [t('phone'), entry.phone],
            [t('birthYear'), entry.birthYear],
            [t('sex'), sexWords[String(entry.sex)]?.[lang]],
            [t('relation'), relationWords[entry.relation]?.[lang]],
            [t('livesHere'), entry.livesHere === null ? '' : t(entry.livesHere ? 'yes' : 'no')],
            [t('filled'), filled.join(lang === 'zh' ? '、' : ', ')],
            [t('since'), entry.since],
            [t('source'), t(sourceWord(entry.source))],
            [t('asOf'), entry.asOf],
          ]}
        />
      </div>
      <Reveal id={entry.id} fields={fields} />
      <Household entry={entry} />
      <PersonTies id={entry.id} mayEnd={entry.can.includes('tie')} />
      <History entry={entry} />
    </>
  )
}

const HomeLink = ({ id, address }: { readonly id: string; readonly address: string }) => (
  <Link to="/desk/homes/{-$id}" params={{ id }}>
    {address}
  </Link>
)

function Household({ entry }: { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  return (
    <section className="register-part">
      <h2>{t('household')}</h2>
      {entry.householdId ? null : <p className="q">{t('noHousehold')}</p>}
      <ul className="lines">
        {entry.household.map((one) => (
          <li key={one.id}>
            <Link to="/desk/register/{-$id}" params={{ id: one.id }}>
              {one.name}
            </Link>
            <span className="q">{line(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PersonTies({ id, mayEnd }: { readonly id: string; readonly mayEnd: boolean }) {
  const { data } = useAnswer('register.ties', { id })
  return <Ties ties={data?.ties} about={id} mayEnd={mayEnd} />
}

/** He is told to move to another community: nothing has changed here until it has confirmed. */
function Relocating({ entry: { relocating } }: { readonly entry: Entry }) {
  const t = useWords(registerWords)
  if (!relocating) return null
  const { id, to, state, reason } = relocating
  return (
    <p className="note held">
      {state === 'open' || !reason ? t('relocatingNote', { to }) : t('declinedBecause', { to, why: t(reason) })}{' '}
      <Link to="/desk/relocations/{-$id}" params={{ id }}>
        {t('open')}
      </Link>
    </p>
  )
}

/** A day is chosen, and what was said then stands below it. */
function History({ entry }: { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const line = usePersonLine()
  const [day, setDay] = useState('')
  const { data } = useAnswer('register.asOf', { id: entry.id, day }, { enabled: day !== '', keep: true })
  const then = day ? data : undefined
  return (
    <section className="register-part">
      <h2>{t('history')}</h2>
      <LineField name="day" label={t('day')} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      {entry.days.length > 0 ? (
        <p className="s q">
          {entry.days.map(({ from, to }) => (
            <button key={`${from}${to}`} type="button" className="tool" onClick={() => setDay(from)}>
              {t('fromTo', { from, to })}
            </button>
          ))}
        </p>
      ) : null}
      {then?.entry ? (
        <p>
          <b>{then.entry.name}</b> {personLife.states[then.entry.state][lang]} · {line(then.entry)} ·{' '}
          {then.entry.address}
        </p>
      ) : null}
      {then && !then.entry ? <p className="q">{t('notThen')}</p> : null}
    </section>
  )
}
