// Printed codes: the tree at the left, the codes of one area at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { AreaTree } from '../areas/AreaTree.tsx'
import { useTitle } from '../frame/use-title.ts'
import { CodesRecord } from './CodesRecord.tsx'
import { codeWords } from './words.ts'
import '../areas/areas.css'
import './codes.css'

export function CodesPage() {
  const t = useWords(codeWords)
  const navigate = useNavigate()
  const me = useMe()
  const { id } = useParams({ from: '/frame/desk/codes/{-$id}' })
  useLive('place')
  useTitle(t('title'))
  const chosen = id ?? me.data?.posts[0]?.areaId
  return (
    <main className="two">
      <section aria-label={t('tree')}>
        <h2>{t('tree')}</h2>
        <p className="s q lead">{t('lead')}</p>
        <AreaTree
          chosen={chosen}
          onChoose={(area) => void navigate({ to: '/desk/codes/{-$id}', params: { id: area }, resetScroll: false })}
        />
      </section>
      <article className="rec sheet">
        {chosen ? <CodesRecord key={chosen} id={chosen} /> : <SkeletonText lines={9} />}
      </article>
    </main>
  )
}
