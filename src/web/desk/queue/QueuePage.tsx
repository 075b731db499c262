// Home: my queue at the left, the chosen matter at the right.
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import { usePages } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { entriesFor, isLeader } from '../frame/entries.ts'
import { useKeys } from '../frame/use-keys.ts'
import { useTitle } from '../frame/use-title.ts'
import { Record } from '../matter/Record.tsx'
import { MyMeasures } from '../study/MyMeasures.tsx'
import { QueueKeys } from './QueueKeys.tsx'
import { QueueList } from './QueueList.tsx'
import { SearchBox } from './SearchBox.tsx'
import { Sentence } from './Sentence.tsx'
import { listInput, type QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

const LeaderPage = lazy(() => import('../figures/LeaderPage.tsx').then(({ LeaderPage }) => ({ default: LeaderPage })))

export function QueuePage() {
  const me = useMe()
  const search = useSearch({ from: '/frame/desk' })
  if (me.data && !me.data.may.includes('matter.list')) {
    const { own, headings } = entriesFor((operation) => me.data.may.includes(operation))
    const first = [...own, ...headings.flatMap(({ entries }) => entries)][0]
    return <Navigate to={first?.to ?? '/desk/me'} replace />
  }
  // A leader's home is what waits for his word; an address that names a view is a queue for him, too.
  if (!search.view && !search.m && !search.find && me.data && isLeader((operation) => me.data.may.includes(operation)))
    return (
      <Suspense>
        <LeaderPage />
      </Suspense>
    )
  return <Queue search={search} />
}

/**
 * The matter shown while nobody has chosen one: the first of the list as it was read. It stays when the list moves on,
 * so that a record does not change under the hands of whoever works on it.
 */
function useFirst(sentence: object, first: string | undefined): string | undefined {
  const key = JSON.stringify(sentence)
  const kept = useRef<{ key: string; id: string } | undefined>(undefined)
  if (kept.current?.key !== key) kept.current = undefined
  if (!kept.current && first) kept.current = { key, id: first }
  return kept.current?.id
}

function Queue({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const navigate = useNavigate({ from: '/desk' })
  const record = useRef<HTMLElement>(null)
  const pages = usePages('matter.list', listInput(search))
  useLive('matter')
  useTitle(search.find ? t('titleFind', { find: search.find }) : t('title'))
  const rows = pages.data?.pages.flatMap(({ matters }) => matters)
  const last = pages.data?.pages.at(-1)
  // While the next list comes, the last one stays on the page; its first matter is not the next one's.
  const first = useFirst(listInput(search), pages.isPlaceholderData ? undefined : rows?.[0]?.id)
  const chosen = search.m ?? first
  const step = (by: number) => {
    if (!rows?.length) return
    const at = rows.findIndex(({ id }) => id === chosen)
    const to = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (to) void navigate({ search: (before) => ({ ...before, m: to.id }), replace: true, resetScroll: false })
  }
  const enter = () => record.current?.querySelector<HTMLElement>('h1')?.focus()
  useKeys({ j: () => step(1), k: () => step(-1), Enter: enter })
  const next = { has: pages.hasNextPage, busy: pages.isFetchingNextPage, fetch: () => void pages.fetchNextPage() }
  return (
    <main className="two">
      <section aria-label={t('list')}>
        <h1 className="vh">{t('title')}</h1>
        <SearchBox search={search} />
        <Sentence search={search} />
        <MyMeasures />
        <QueueList
          search={search}
          rows={rows}
          chosen={chosen}
          total={last?.total ?? 0}
          more={last?.more ?? false}
          lookedFrom={last?.lookedFrom ?? null}
          problem={pages.error}
          onAgain={() => void pages.refetch()}
          next={next}
        />
        <QueueKeys />
      </section>
      <article className="rec sheet" ref={record}>
        {chosen ? <Record key={chosen} id={chosen} /> : null}
        {!chosen && rows ? <p className="q">{t('nothingChosen')}</p> : null}
        {chosen || rows || pages.error ? null : <SkeletonText lines={9} />}
      </article>
    </main>
  )
}
