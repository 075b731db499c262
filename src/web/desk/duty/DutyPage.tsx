// Who answers: gaps or the tree at the left, the chain of one area at the right.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMay, useMe } from '#web/session.ts'
import { AreaTree } from '../areas/AreaTree.tsx'
import { useTitle } from '../frame/use-title.ts'
import { ChainRecord } from './ChainRecord.tsx'
import { Gaps } from './Gaps.tsx'
import { dutyWords } from './words.ts'
import '../areas/areas.css'
import './duty.css'

export function DutyPage() {
  const t = useWords(dutyWords)
  const navigate = useNavigate()
  const me = useMe()
  const mayKeep = useMay()('duty.setKind')
  const { id } = useParams({ from: '/frame/desk/duty/{-$id}' })
  const [view, setView] = useState<'gaps' | 'tree'>('gaps')
  useLive('duty')
  useTitle(t('title'))
  const home = me.data?.posts[0]?.areaId
  const chosen = id ?? home
  const tab = (name: 'gaps' | 'tree') => (
    <button type="button" aria-pressed={view === name} onClick={() => setView(name)}>
      {t(name)}
    </button>
  )
  return (
    <main className="two">
      <section aria-label={t('title')}>
        <div className="saved">
          {tab('gaps')}
          {tab('tree')}
          {mayKeep ? (
            <Link to="/desk/duty-kinds/{-$code}" params={{ code: undefined }}>
              {t('kinds')}
            </Link>
          ) : null}
        </div>
        {view === 'gaps' ? (
          <Gaps under={home} chosen={chosen} />
        ) : (
          <AreaTree
            chosen={chosen}
            onChoose={(area) => void navigate({ to: '/desk/duty/{-$id}', params: { id: area }, resetScroll: false })}
          />
        )}
      </section>
      <article className="rec sheet">
        {chosen ? <ChainRecord key={chosen} id={chosen} /> : <SkeletonText lines={9} />}
      </article>
    </main>
  )
}
