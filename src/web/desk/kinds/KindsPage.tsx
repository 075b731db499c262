// Kinds of matters with their limits: the table at the left, one kind at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { KindForm } from './KindForm.tsx'
import { KindTable } from './KindTable.tsx'
import { KindTabs } from './KindTabs.tsx'
import { kindWords } from './words.ts'
import './kinds.css'

const NEW = 'new'

export function KindsPage() {
  const t = useWords(kindWords)
  const navigate = useNavigate()
  const { code } = useParams({ from: '/frame/desk/kinds/{-$code}' })
  const [retired, setRetired] = useState(false)
  const { data, error, refetch } = useAnswer('matter.kinds', { retired }, { keep: true, staleMs: 60_000 })
  useTitle(t('title'))
  const open = (next: string | undefined) =>
    void navigate({ to: '/desk/kinds/{-$code}', params: { code: next }, resetScroll: false })
  const chosen = data?.kinds.find((kind) => kind.code === code)
  const may = data?.can.includes('setKind') ?? false
  return (
    <main className="wide">
      <article className="sheet">
        <KindTabs />
        <div className="table-head">
          <div>
            <h1>{t('tabKinds')}</h1>
            <p className="q">{t('lead')}</p>
          </div>
          <label className="tick">
            <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
            {t('retiredToo')}
          </label>
          {may ? <Button onPress={() => open(NEW)}>{t('newKind')}</Button> : null}
        </div>
        {data ? <KindTable kinds={data.kinds} chosen={code} onOpen={open} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={10} />}
      </article>
      {/* Without a right to change there is nothing to press in it, yet it scrolls. */}
      <aside className="side-panel sheet" {...(may ? {} : { tabIndex: 0 })}>
        {chosen || (code === NEW && may) ? (
          <KindForm
            key={`${code} ${chosen?.version ?? 0}`}
            kind={chosen}
            may={may}
            onDone={(saved) => open(saved)}
            onCancel={() => open(undefined)}
          />
        ) : (
          <p className="q">{t(may ? 'choose' : 'chooseToRead')}</p>
        )}
      </aside>
    </main>
  )
}
