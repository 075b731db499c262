// The tree of areas at the left, the chosen one at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AreaRecord } from './AreaRecord.tsx'
import { AreaTree } from './AreaTree.tsx'
import { areaWords } from './words.ts'
import './areas.css'

export function AreasPage() {
  const t = useWords(areaWords)
  const navigate = useNavigate()
  const me = useMe()
  const { id } = useParams({ from: '/frame/desk/areas/{-$id}' })
  useLive('area')
  useTitle(t('title'))
  const chosen = id ?? me.data?.posts[0]?.areaId
  return (
    <main className="two">
      <section aria-label={t('tree')}>
        <h1 className="vh">{t('title')}</h1>
        <h2>{t('tree')}</h2>
        <p className="s q lead">{t('lead')}</p>
        <AreaTree
          chosen={chosen}
          onChoose={(area) => void navigate({ to: '/desk/areas/{-$id}', params: { id: area }, resetScroll: false })}
        />
      </section>
      <article className="rec sheet">
        {chosen ? (
          <AreaRecord key={chosen} id={chosen} />
        ) : me.data ? (
          <p className="q">{t('nothing')}</p>
        ) : (
          <SkeletonText lines={9} />
        )}
      </article>
    </main>
  )
}
