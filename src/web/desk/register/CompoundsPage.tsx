// Compounds 小区: those of one's area at the left; one with who manages it, its buildings and its people at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { RecordHead } from '../parts/RecordHead.tsx'
import { ManagedBy } from './ManagedBy.tsx'
import { PeopleList } from './PeopleList.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { registerWords } from './words.ts'

export function CompoundsPage() {
  const t = useWords(registerWords)
  const { id } = useParams({ from: '/frame/desk/compounds/{-$id}' })
  const at = useMe().data?.posts[0]?.areaId
  const { data, error, refetch } = useAnswer('register.compounds', { areaId: at ?? '' }, { enabled: at !== undefined })
  useLive('register')
  useTitle(t('compounds'))
  return (
    <main className="two narrow-too">
      <section aria-label={t('compounds')}>
        <RegisterTabs />
        <ul className="q-list">
          {data?.compounds.map((one) => (
            <li key={one.id} className={one.id === id ? 'on' : ''}>
              <Link
                to="/desk/compounds/{-$id}"
                params={{ id: one.id }}
                resetScroll={false}
                aria-current={one.id === id ? 'true' : undefined}
              >
                <b>{one.name}</b>
                <span className="sub">{t('buildings', { count: one.buildings })}</span>
              </Link>
            </li>
          ))}
        </ul>
        {data?.compounds.length === 0 ? <Empty title={t('noCompounds')}>{t('noCompoundsText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={5} />}
      </section>
      <article className="rec sheet">
        {id && at ? <Record key={id} id={id} at={at} /> : <p className="q">{t('chooseCompound')}</p>}
      </article>
    </main>
  )
}

type RecordProps = { readonly id: string; readonly at: string }

function Record({ id, at }: RecordProps) {
  const t = useWords(registerWords)
  const { data, error, refetch } = useAnswer('register.compound', { id, areaId: at })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={8} />
  const sum = (of: 'homes' | 'people') => data.buildings.reduce((all, one) => all + one[of], 0)
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{t('buildings', { count: data.buildings.length })}</span>
            <span>{t('homesCount', { count: sum('homes') })}</span>
            <span>{t('people1', { count: sum('people') })}</span>
          </>
        }
        title={data.name}
        address={`/desk/compounds/${id}`}
      />
      <ManagedBy managers={data.managers} about={data.name} />
      <section className="register-part">
        <h2>{t('buildingsTitle')}</h2>
        <ul className="lines">
          {data.buildings.map((one) => (
            <li key={one.id}>
              <Link to="/desk/register/{-$id}" params={{ id: undefined }} search={{ area: one.id }}>
                {one.name}
              </Link>
              <span className="q">{t('homesCount', { count: one.homes })}</span>
              <span className="q">{t('people1', { count: one.people })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="register-part">
        <h2>{t('compoundPeople')}</h2>
        <PeopleList at={at} asked={{ compoundId: id, limit: 20 }} chosen={undefined} />
      </section>
    </>
  )
}
