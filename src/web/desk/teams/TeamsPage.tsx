// Teams and rosters: who is on duty this week in all of them; or the list at the left and one of them at the right.
import type { UseQueryResult } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { RoomTabs } from '../rooms/RoomTabs.tsx'
import { TeamForm } from './TeamForm.tsx'
import { type Team, TeamGap } from './TeamGap.tsx'
import { TeamRecord } from './TeamRecord.tsx'
import { WeekBoard } from './WeekBoard.tsx'
import { teamWords } from './words.ts'
import '../rooms/rooms.css'
import './teams.css'

export function TeamsPage() {
  const t = useWords(teamWords)
  const { id } = useParams({ from: '/frame/desk/teams/{-$id}' })
  const home = useMe().data?.posts[0]?.areaId
  const [adding, setAdding] = useState(false)
  const asked = useAnswer('duty.teams', home ? { areaId: home } : {}, { keep: true })
  useLive('duty')
  useTitle(t('title'))
  const close = () => setAdding(false)
  const add = asked.data?.can.includes('setTeam') ? () => setAdding(true) : undefined
  if (!id && !adding) return <Board asked={asked} onAdd={add} />
  const { data, error, refetch } = asked
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <RoomTabs />
        <p className="list-act">
          <Link to="/desk/teams/{-$id}" params={{ id: undefined }} onClick={close}>
            {t('toBoard')}
          </Link>
          {add ? <Button onPress={add}>{t('newTeam')}</Button> : null}
        </p>
        <ul className="q-list">
          {data?.teams.map((team) => (
            <Row key={team.id} team={team} on={!adding && team.id === id} onChoose={close} />
          ))}
        </ul>
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">
        {adding && home ? <TeamForm team={undefined} areaId={home} onDone={close} onCancel={close} /> : null}
        {!adding && id ? <TeamRecord key={id} id={id} /> : null}
      </article>
    </main>
  )
}

type BoardProps = {
  readonly asked: UseQueryResult<Output<'duty.teams'>, CallProblem>
  readonly onAdd: (() => void) | undefined
}

function Board({ asked: { data, error, refetch }, onAdd }: BoardProps) {
  const t = useWords(teamWords)
  return (
    <main className="ledger narrow-too">
      <article className="sheet means-sheet">
        <RoomTabs />
        <div className="means-head">
          <div>
            <h1>{t('board')}</h1>
            <p className="q">{t('boardLead')}</p>
          </div>
          {onAdd ? <Button onPress={onAdd}>{t('newTeam')}</Button> : null}
        </div>
        {data && data.teams.length > 0 ? <WeekBoard teams={data.teams} /> : null}
        {data?.teams.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={9} />}
      </article>
    </main>
  )
}

function Row({ team, on, onChoose }: { readonly team: Team; readonly on: boolean; readonly onChoose: () => void }) {
  const t = useWords(teamWords)
  const lang = useLang()
  return (
    <li className={on ? 'on' : ''}>
      <Link
        to="/desk/teams/{-$id}"
        params={{ id: team.id }}
        resetScroll={false}
        aria-current={on ? 'true' : undefined}
        onClick={onChoose}
      >
        <b>{pick(team.name, team.nameEn, lang)}</b>
        <TeamGap team={team} />
        <span className="sub">
          {pick(team.kindZh, team.kindEn, lang)} · {pick(team.areaName, team.areaNameEn, lang)} ·{' '}
          {team.onDuty.length > 0
            ? t('onDuty', { count: team.onDuty.length })
            : t('members', { count: team.members.length })}
        </span>
      </Link>
    </li>
  )
}
