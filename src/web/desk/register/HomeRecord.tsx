// One home: who lives in it, whether it is let, ties and visits; and what may be done.
import { Link } from '@tanstack/react-router'
import { homeUseWords, letForWords } from '#modules/register/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { dayLine } from '#web/parts/when.ts'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { Facts } from '../parts/Facts.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { EnterForm } from './EnterForm.tsx'
import { ChangeHomeForm, EndHomeForm } from './HomeForms.tsx'
import { HomeHistory } from './HomeHistory.tsx'
import { EndLetForm, LetForm } from './LetForms.tsx'
import { ManagedBy } from './ManagedBy.tsx'
import { usePersonLine } from './person-line.ts'
import { sourceWord } from './source-word.ts'
import { HomeTieForm } from './TieForms.tsx'
import { Ties } from './Ties.tsx'
import { registerWords } from './words.ts'

export type HomeFull = Output<'register.home'>

export function HomeRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('register.home', { id })
  if (data) return <Read home={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

function useActs(home: HomeFull): Act[] {
  const t = useWords(registerWords)
  const letNow = home.rentals.find((one) => one.toDay === null)
  const all: (Act & { readonly needs: string })[] = [
    { id: 'enter', needs: 'enter', label: t('enter'), form: (props) => <EnterForm home={home} {...props} /> },
    letNow
      ? {
          ...{ id: 'endLet', needs: 'let', label: t('endLet') },
          form: (props) => <EndLetForm rental={letNow} {...props} />,
        }
      : { id: 'let', needs: 'let', label: t('let'), form: (props) => <LetForm home={home} {...props} /> },
    {
      ...{ id: 'tie', needs: 'changeHome', label: t('homeTie') },
      form: (props) => <HomeTieForm home={home} {...props} />,
    },
    {
      ...{ id: 'changeHome', needs: 'changeHome', label: t('change') },
      form: (props) => <ChangeHomeForm home={home} {...props} />,
    },
    {
      ...{ id: 'endHome', needs: 'endHome', label: t('endHome'), look: 'plain' as const },
      form: (props) => <EndHomeForm home={home} {...props} />,
    },
  ]
  return all.filter(({ needs }) => home.can.includes(needs))
}

function Read({ home }: { readonly home: HomeFull }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const line = usePersonLine()
  const letNow = home.rentals.find((one) => one.toDay === null)
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{homeUseWords[home.use]?.[lang] ?? home.use}</span>
            {home.endedOn ? <Mark>{t('endedOn', { day: home.endedOn })}</Mark> : null}
            {letNow ? <span>{t('letNow', { use: letForWords[letNow.use]?.[lang] ?? letNow.use })}</span> : null}
          </>
        }
        title={home.address}
        address={`/desk/homes/${home.id}`}
      />
      <Buttons acts={useActs(home)} />
      <div className="register-facts">
        <Facts
          facts={[
            [t('floorArea'), home.floorArea],
            [t('source'), t(sourceWord(home.source))],
            [t('asOf'), home.asOf],
          ]}
        />
      </div>
      <section className="register-part">
        <h2>{t('inside')}</h2>
        {home.inside.length === 0 ? <p className="q">{t('nobodyInside')}</p> : null}
        <ul className="lines">
          {home.inside.map((person) => (
            <li key={person.id}>
              <Link to="/desk/register/{-$id}" params={{ id: person.id }}>
                {person.name}
              </Link>
              <span className="q">{line(person)}</span>
              <span className="q nw">{person.phone}</span>
            </li>
          ))}
        </ul>
      </section>
      <ManagedBy managers={home.managers} about="" />
      <Ties ties={home.ties} about={home.id} mayEnd={home.can.includes('changeHome')} />
      <section className="register-part">
        <h2>{t('visits')}</h2>
        {home.visits.length === 0 ? <p className="q">{t('noVisits')}</p> : null}
        <ul className="lines">
          {home.visits.map((visit) => (
            <li key={visit.id}>
              <span>{dayLine(visit.begunAt, new Date(nowMs()), lang)}</span>
              <span className="q">{t(visit.outcome ?? 'running')}</span>
            </li>
          ))}
        </ul>
      </section>
      <HomeHistory home={home} />
    </>
  )
}
