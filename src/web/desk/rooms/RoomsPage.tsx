// Rooms and stations: the list at the left, one of them at the right.
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
import { AddRoomForm } from './AddRoomForm.tsx'
import { Gap, type Listed, OpenNow } from './OpenNow.tsx'
import { RoomRecord } from './RoomRecord.tsx'
import { RoomTabs } from './RoomTabs.tsx'
import { roomWords } from './words.ts'
import './rooms.css'

export function RoomsPage() {
  const t = useWords(roomWords)
  const { id } = useParams({ from: '/frame/desk/rooms/{-$id}' })
  const home = useMe().data?.posts[0]?.areaId
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('room.list', home ? { areaId: home } : {}, { keep: true })
  useLive('room')
  useLive('duty')
  useTitle(t('title'))
  const chosen = id ?? data?.rooms[0]?.id
  const close = () => setAdding(false)
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <RoomTabs />
        {data?.can.includes('add') ? (
          <p className="list-act">
            <Button onPress={() => setAdding(true)}>{t('add')}</Button>
          </p>
        ) : null}
        {data ? <List rooms={data.rooms} chosen={adding ? undefined : chosen} onChoose={close} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">
        {adding ? <AddRoomForm onDone={close} onCancel={close} /> : null}
        {!adding && chosen ? <RoomRecord key={chosen} id={chosen} /> : null}
        {!adding && data?.rooms.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {chosen || data || error ? null : <SkeletonText lines={9} />}
      </article>
    </main>
  )
}

type ListProps = {
  readonly rooms: readonly Listed[]
  readonly chosen: string | undefined
  readonly onChoose: () => void
}

function List({ rooms, chosen, onChoose }: ListProps) {
  const t = useWords(roomWords)
  const lang = useLang()
  if (rooms.length === 0) return null
  return (
    <>
      <ul className="q-list">
        {rooms.map((room) => (
          <li key={room.id} className={room.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/rooms/{-$id}"
              params={{ id: room.id }}
              resetScroll={false}
              aria-current={room.id === chosen ? 'true' : undefined}
              onClick={onChoose}
            >
              <b>{pick(room.name, room.nameEn, lang)}</b>
              <OpenNow now={room.now} />
              <span className="sub">
                {pick(room.kindZh, room.kindEn, lang)} · {pick(room.areaName, room.areaNameEn, lang)}
              </span>
              <Gap minutes={room.gapMinutes} teams={room.teams} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="s q q-foot">
        {t('count', { count: rooms.length, open: rooms.filter(({ now }) => now.open).length })}
      </p>
    </>
  )
}
