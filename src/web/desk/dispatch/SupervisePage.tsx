// Supervision 督办: what is late, reopened, returned, long paused or urged; a word to each by one key.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, usePages } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { useTitle } from '../frame/use-title.ts'
import { KeyStrip } from '../parts/KeyStrip.tsx'
import { type Said, SayDialog } from './SayDialog.tsx'
import { SuperviseTable } from './SuperviseTable.tsx'
import { superviseWords } from './supervise-words.ts'
import { WATCHED, type Watched } from './watched.ts'
import './dispatch.css'

const KEYS = [
  [['j', 'k'], 'keyMove'],
  [['u'], 'urge'],
  [['m'], 'mark'],
  [['c'], 'comment'],
  [['Enter'], 'keyOpen'],
] as const

function Views({ view }: { readonly view: Watched }) {
  const t = useWords(superviseWords)
  const { data } = useAnswer('matter.counts', {}, { keep: true })
  return (
    <nav className="saved" aria-label={t('views')}>
      {WATCHED.map((one) => (
        <Link
          key={one}
          to="/desk/supervise"
          search={one === 'overdue' ? {} : { view: one }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={one === view ? 'true' : undefined}
        >
          {t(`view.${one}`)}
          <b>{data ? data[one] : '\u2007'}</b>
        </Link>
      ))}
    </nav>
  )
}

export function SupervisePage() {
  const t = useWords(superviseWords)
  const navigate = useNavigate()
  const { view: asked } = useSearch({ from: '/frame/desk/supervise' })
  const view = WATCHED.find((one) => one === asked) ?? 'overdue'
  const pages = usePages('matter.list', { view, sort: 'due', limit: 20 })
  const [chosen, setChosen] = useState<string>()
  const [said, setSaid] = useState<Said>()
  useLive('matter')
  useTitle(t('title'))
  const rows = pages.data?.pages.flatMap(({ matters }) => matters)
  const at = Math.max(0, rows?.findIndex(({ id }) => id === chosen) ?? 0)
  const row = rows?.[at]
  const step = (by: number) => setChosen(rows?.[Math.max(0, Math.min(rows.length - 1, at + by))]?.id)
  const say = (what: Said['what']) => () => row?.can.includes(what) && setSaid({ what, row })
  const open = () => row && void navigate({ to: '/desk/matters/$id', params: { id: row.id } })
  useKeys({
    ...{ j: () => step(1), k: () => step(-1), u: say('urge'), m: say('mark'), c: say('comment') },
    Enter: open,
  })
  return (
    <main className="one wide-one">
      <article className="sheet page-note">
        <h1>{t('title')}</h1>
        <p className="q">{t('lead')}</p>
        <Views view={view} />
        {rows && rows.length > 0 ? (
          <SuperviseTable rows={rows} view={view} chosen={row?.id} onSay={setSaid} onChoose={setChosen} />
        ) : null}
        {rows?.length === 0 ? <Empty title={t(`empty.${view}`)}>{t('emptyText')}</Empty> : null}
        {!rows && pages.error ? <PageProblem problem={pages.error} onAgain={() => void pages.refetch()} /> : null}
        {rows || pages.error ? null : <SkeletonList rows={6} />}
        {pages.hasNextPage ? (
          <p className="q-foot">
            <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
              {t('more')}
            </Button>
          </p>
        ) : null}
        <KeyStrip title={t('title')} keys={KEYS.map(([keys, word]) => [keys, t(word)])} />
      </article>
      {said ? <SayDialog said={said} onClose={() => setSaid(undefined)} /> : null}
    </main>
  )
}
