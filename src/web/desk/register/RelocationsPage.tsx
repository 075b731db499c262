// Moves between communities that wait: who is told to come here, and who was told to leave and is not settled.
import { Link, useParams } from '@tanstack/react-router'
import { relocationLife } from '#modules/register/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { Facts } from '../parts/Facts.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { usePersonLine } from './person-line.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { ConfirmForm, DeclineForm, RecallForm } from './RelocationForms.tsx'
import { registerWords } from './words.ts'

export type Relocation = Output<'register.relocations'>['relocations'][number]

export function RelocationsPage() {
  const t = useWords(registerWords)
  const { id } = useParams({ from: '/frame/desk/relocations/{-$id}' })
  const at = useMe().data?.posts[0]?.areaId
  const { data, error, refetch } = useAnswer(
    'register.relocations',
    { areaId: at ?? '' },
    { enabled: at !== undefined, keep: true },
  )
  useLive('register')
  useTitle(t('relocations'))
  const rows = data?.relocations ?? []
  const chosen = rows.find((one) => one.id === id)
  return (
    <main className="two narrow-too">
      <section aria-label={t('relocations')}>
        <RegisterTabs />
        <Side title={t('coming')} rows={rows.filter(({ way }) => way === 'in')} chosen={id} />
        <Side title={t('leaving')} rows={rows.filter(({ way }) => way === 'out')} chosen={id} />
        {data && rows.length === 0 ? <Empty title={t('noRelocations')}>{t('noRelocationsText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={5} />}
      </section>
      <article className="rec sheet">
        {chosen ? <Record key={`${chosen.id}${chosen.version}`} relocation={chosen} /> : null}
        {data && !chosen ? <p className="q">{t(id ? 'relocationSettled' : 'relocationsText')}</p> : null}
      </article>
    </main>
  )
}

type SideProps = {
  readonly title: string
  readonly rows: readonly Relocation[]
  readonly chosen: string | undefined
}

function Side({ title, rows, chosen }: SideProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const line = usePersonLine()
  if (rows.length === 0) return null
  return (
    <>
      <h2 className="relocation-side">
        {title} <span className="q">{rows.length}</span>
      </h2>
      <ul className="q-list">
        {rows.map((one) => (
          <li key={one.id} className={one.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/relocations/{-$id}"
              params={{ id: one.id }}
              resetScroll={false}
              aria-current={one.id === chosen ? 'true' : undefined}
            >
              <b>{one.name}</b>
              <span className="sub">
                {line({ ...one, relation: '' })}
                <br />
                {one.way === 'in' ? t('comesFrom', { from: one.from }) : t('goesTo', { to: one.to })} · {one.day}
              </span>
              {one.state === 'declined' ? <Mark>{relocationLife.states.declined[lang]}</Mark> : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Record({ relocation }: { readonly relocation: Relocation }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const line = usePersonLine()
  const { personId, reason } = relocation
  const all: Act[] = [
    {
      ...{ id: 'confirmRelocation', label: t('confirmRelocation'), look: 'primary' as const },
      form: (props) => <ConfirmForm relocation={relocation} {...props} />,
    },
    {
      ...{ id: 'declineRelocation', label: t('declineRelocation'), look: 'plain' as const },
      form: (props) => <DeclineForm relocation={relocation} {...props} />,
    },
    {
      ...{ id: 'recallRelocation', label: t(relocation.state === 'declined' ? 'staysHere' : 'recallRelocation') },
      form: (props) => <RecallForm relocation={relocation} {...props} />,
    },
  ]
  return (
    <>
      <RecordHead
        facts={<Mark>{relocationLife.states[relocation.state][lang]}</Mark>}
        title={relocation.name}
        address={`/desk/relocations/${relocation.id}`}
      >
        {personId ? (
          <p className="goto">
            <Link to="/desk/register/{-$id}" params={{ id: personId }}>
              {t('toEntry')}
            </Link>
          </p>
        ) : null}
      </RecordHead>
      {reason ? <p className="note held">{t('declinedBecause', { to: relocation.to, why: t(reason) })}</p> : null}
      <Buttons acts={all.filter((act) => relocation.can.includes(act.id))} />
      <div className="register-facts">
        <Facts
          facts={[
            [t('person'), line({ ...relocation, relation: '' })],
            [t('comesFromWhere'), relocation.from],
            [t('goesToWhere'), relocation.to],
            [t('day'), relocation.day],
          ]}
        />
      </div>
      <p className="s q">{t(relocation.way === 'in' ? 'comingText' : 'leavingText')}</p>
    </>
  )
}
