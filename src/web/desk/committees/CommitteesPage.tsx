// Mediation committees: the list with what each lacks at the left, one of them at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { useMay, useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AddCommitteeForm } from './AddCommitteeForm.tsx'
import { CommitteeRecord } from './CommitteeRecord.tsx'
import { useGapSentence } from './Lacks.tsx'
import { Need } from './Need.tsx'
import { committeeWords } from './words.ts'
import './committees.css'

type Listed = Output<'committee.list'>['committees'][number]

export function CommitteesPage() {
  const t = useWords(committeeWords)
  const may = useMay()
  const { id } = useParams({ from: '/frame/desk/committees/{-$id}' })
  const home = useMe().data?.posts[0]?.areaId
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('committee.list', home ? { areaId: home } : {}, { keep: true })
  useLive('committee')
  useTitle(t('title'))
  const chosen = id ?? data?.committees[0]?.id
  const close = () => setAdding(false)
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        {data?.can.includes('add') ? (
          <p className="list-act committee-head">
            <Button onPress={() => setAdding(true)}>{t('add')}</Button>
            {home && may('committee.roster') ? (
              <a className="s" href={`/api/committee.roster?${new URLSearchParams({ areaId: home })}`} download>
                {t('roster')}
              </a>
            ) : null}
          </p>
        ) : null}
        {data ? <List committees={data.committees} chosen={adding ? undefined : chosen} onChoose={close} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={9} />}
      </section>
      <article className="rec sheet">
        {adding && data ? <AddCommitteeForm committees={data.committees} onDone={close} onCancel={close} /> : null}
        {!adding && chosen ? <CommitteeRecord key={chosen} id={chosen} /> : null}
        {!adding && data?.committees.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {chosen || data || error ? null : <SkeletonText lines={9} />}
      </article>
    </main>
  )
}

type ListProps = {
  readonly committees: readonly Listed[]
  readonly chosen: string | undefined
  readonly onChoose: () => void
}

function List({ committees, chosen, onChoose }: ListProps) {
  const t = useWords(committeeWords)
  const lang = useLang()
  const say = useGapSentence()
  if (committees.length === 0) return null
  const gaps = committees.filter((one) => one.gaps.length > 0).length
  return (
    <>
      <ul className="q-list">
        {committees.map((one) => (
          <li key={one.id} className={one.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/committees/{-$id}"
              params={{ id: one.id }}
              resetScroll={false}
              aria-current={one.id === chosen ? 'true' : undefined}
              onClick={onChoose}
            >
              <b>{pick(one.name, one.nameEn, lang)}</b>
              <Need {...one.fullTime} />
              <span className="sub">
                {pick(one.kindZh, one.kindEn, lang)} · {pick(one.areaName, one.areaNameEn, lang)} ·{' '}
                {t('members', { count: one.members })}
              </span>
              {one.gaps[0] ? (
                <Mark shape="missing" tone="need">
                  {say(one.gaps[0])}
                </Mark>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
      <p className="s q q-foot">{t(gaps ? 'lead' : 'allWell', { count: committees.length, gaps })}</p>
    </>
  )
}
