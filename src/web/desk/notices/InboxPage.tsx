// The inbox: unread first in mind, everything on wish, one button to be done with it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useCommand, usePages } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useTitle } from '../frame/use-title.ts'
import { NoticeRow } from './NoticeRow.tsx'
import { noticeWords } from './words.ts'

function Lead() {
  const t = useWords(noticeWords)
  const { data } = useAnswer('notice.wishes', {})
  if (!data) return <p className="q"> </p>
  const { wishes, rule } = data
  const own = wishes.quiet === 'own'
  const from = own ? (wishes.quietFrom ?? rule.quietFrom) : rule.quietFrom
  const to = own ? (wishes.quietTo ?? rule.quietTo) : rule.quietTo
  return (
    <p className="q">
      {t('lead', { from: timeOf(from), to: timeOf(to), digest: timeOf(wishes.digestAt ?? rule.digestAt) })}{' '}
      <Link to="/desk/me">{t('wishes')}</Link>
    </p>
  )
}

export function InboxPage() {
  const t = useWords(noticeWords)
  const [all, setAll] = useState(false)
  useTitle(t('inbox'))
  useLive('notice')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('notice.inbox', {
    unread: !all,
  })
  const read = useCommand('notice.read', { onDone: (done) => tell(t('readDone', { count: done.read })) })
  const first = data?.pages[0]
  const notices = data?.pages.flatMap((page) => page.notices) ?? []
  return (
    <main className="one inbox">
      <article className="rec sheet">
        <h1>{t('inbox')}</h1>
        <Lead />
        <div className="n-bar">
          <Views all={all} unread={first?.unread ?? 0} onAll={setAll} />
          {first && first.unread > 0 ? (
            <Button busy={read.isPending} onPress={() => read.mutate({ input: { until: first.now } })}>
              {t('readAll')}
            </Button>
          ) : null}
        </div>
        <ProblemNote problem={read.error} />
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={6} />}
        <ul className="n-list">
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </ul>
        {data && notices.length === 0 ? (
          <Empty title={t(all ? 'emptyAll' : 'emptyUnread')}>{t('emptyUnreadText')}</Empty>
        ) : null}
        {hasNextPage ? (
          <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </article>
    </main>
  )
}

type ViewsProps = { readonly all: boolean; readonly unread: number; readonly onAll: (all: boolean) => void }

function Views({ all, unread, onAll }: ViewsProps) {
  const t = useWords(noticeWords)
  return (
    <fieldset className="n-views">
      <legend className="vh">{t('views')}</legend>
      <button type="button" aria-pressed={!all} onClick={() => onAll(false)}>
        {t('unread')} <b>{unread}</b>
      </button>
      <button type="button" aria-pressed={all} onClick={() => onAll(true)}>
        {t('all')}
      </button>
    </fieldset>
  )
}
