// The means ledger: areas of a level as rows, what they have as columns, gaps to be seen.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { MeansTable } from './MeansTable.tsx'
import { NoteMeans } from './NoteMeans.tsx'
import { RoomTabs } from './RoomTabs.tsx'
import { showMe } from './show-me.ts'
import { roomWords } from './words.ts'
import './rooms.css'

export type Means = Output<'room.means'>
export type Cell = { readonly area: Means['areas'][number]; readonly kind: Means['kinds'][number] }
type Level = 'community' | 'subdistrict'

/** Kinds of rooms that nobody expects and nobody has would only fill columns with dashes. */
function withoutIdle(means: Means): Means {
  const kept = means.rooms.map((kind, at) => kind.expected || means.areas.some(({ has }) => (has[at] ?? 0) > 0))
  return {
    ...means,
    rooms: means.rooms.filter((_, at) => kept[at]),
    areas: means.areas.map((area) => ({ ...area, has: area.has.filter((_, at) => kept[at]) })),
  }
}

export function MeansPage() {
  const t = useWords(roomWords)
  const home = useMe().data?.posts[0]?.areaId
  const [level, setLevel] = useState<Level>('community')
  const [cell, setCell] = useState<Cell>()
  const { data, error, refetch } = useAnswer('room.means', { level, ...(home ? { areaId: home } : {}) }, { keep: true })
  useLive('room')
  useTitle(t('meansTitle'))
  const tab = (name: Level, word: 'byCommunity' | 'byStreet') => (
    <button type="button" aria-pressed={level === name} onClick={() => setLevel(name)}>
      {t(word)}
    </button>
  )
  const close = () => setCell(undefined)
  return (
    <main className={cell ? 'wide narrow-too' : 'ledger narrow-too'}>
      <article className="sheet means-sheet">
        <RoomTabs />
        <div className="means-head">
          <div>
            <h1>{t('meansTitle')}</h1>
            <p className="q">{t('meansLead')}</p>
          </div>
          <div className="saved">
            {tab('community', 'byCommunity')}
            {tab('subdistrict', 'byStreet')}
          </div>
        </div>
        {data && data.areas.length > 0 ? <MeansTable means={withoutIdle(data)} onOpen={setCell} /> : null}
        {data?.areas.length === 0 ? <Empty title={t('noAreas')}>{t('noAreasText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={9} />}
      </article>
      {cell ? (
        <aside ref={showMe} className="side-panel sheet">
          <NoteMeans key={`${cell.area.id}${cell.kind.code}`} cell={cell} onDone={close} onCancel={close} />
        </aside>
      ) : null}
    </main>
  )
}
