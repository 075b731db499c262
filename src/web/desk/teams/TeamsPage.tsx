// Teams and rosters: the list at the left, one team and its week at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { RoomTabs } from '../rooms/RoomTabs.tsx'
import { TeamForm } from './TeamForm.tsx'
import { type Team, TeamGap } from './TeamGap.tsx'
import { TeamRecord } from './TeamRecord.tsx'
import { teamWords } from './words.ts'
import '../rooms/rooms.css'

export function TeamsPage() {
  const t = useWords(teamWords)
  const { id } = useParams({ from: '/frame/desk/teams/{-$id}' })
  const home = useMe().data?.posts[0]?.areaId
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('duty.teams', home ? { areaId: home } : {}, { keep: true })
  useLive('duty')
  useTitle(t('title'))
  const chosen = id ?? data?.teams[0]?.id
  const close = () => setAdding(false)
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <RoomTabs />
        {data?.can.includes('setTeam') ? (
          <p className="list-act">
            <Button onPress={() => setAdding(true)}>{t('newTeam')}</Button>
          </p>
        ) : null}
        <ul className="q-list">
          {data?.teams.map((team) => (
            <Row key={team.id} team={team} on={!adding && team.id === chosen} onChoose={close} />
          ))}
        </ul>
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">
        {adding && home ? <TeamForm team={undefined} areaId={home} onDone={close} onCancel={close} /> : null}
        {!adding && chosen ? <TeamRecord key={chosen} id={chosen} /> : null}
        {!adding && data?.teams.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {chosen || data || error ? null : <SkeletonText lines={9} />}
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
