// 消息 on the phone: what to know, newest first; a tap opens what it is about.
import { useCommand, usePages } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { markRead, type Notice, type NoticeItem } from '#web/notices.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { clockTime } from '#web/parts/when.ts'
import { BonesCards } from '../Bones.tsx'
import { Go } from '../Go.tsx'
import { useTitle } from '../use-title.ts'
import { inboxWords } from './words.ts'
import './inbox.css'

export function Inbox() {
  const t = useWords(inboxWords)
  useTitle(t('title'))
  useLive('notice')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('notice.inbox', {})
  const read = useCommand('notice.read')
  const first = data?.pages[0]
  // What is still to be read stands first, however old.
  const notices = (data?.pages.flatMap((page) => page.notices) ?? []).sort((a, b) => Number(a.read) - Number(b.read))
  const unread = first?.unread ?? 0
  return (
    <main className="inbox">
      <header>
        <h1>{t('title')}</h1>
        {first ? <p>{unread > 0 ? t('count', { count: unread }) : t('none')}</p> : null}
      </header>
      {!data && !error ? <BonesCards /> : null}
      {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
      {notices.length > 0 ? (
        <ul className="sheet told">
          {notices.map((notice) => (
            <Row key={notice.id} notice={notice} />
          ))}
        </ul>
      ) : null}
      {data && notices.length === 0 ? (
        <div className="sheet empty">
          <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
        </div>
      ) : null}
      <ProblemNote problem={read.error} />
      {first && unread > 0 ? (
        <Button
          block
          busy={read.isPending}
          busyLabel={t('reading')}
          onPress={() => read.mutate({ input: { until: first.now } })}
        >
          {t('readAll')}
        </Button>
      ) : null}
      {hasNextPage ? (
        <Button block busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </main>
  )
}

function Row({ notice }: { readonly notice: Notice }) {
  const t = useWords(inboxWords)
  return (
    <li className={notice.read ? '' : 'unread'}>
      <Line notice={notice} />
      {notice.items.length > 0 ? (
        <details open={!notice.read}>
          <summary>{t('inDigest', { count: notice.items.length })}</summary>
          <ul>
            {notice.items.map((item) => (
              <li key={item.id}>
                <Line notice={item} />
              </li>
            ))}
          </ul>
          {notice.read ? null : (
            <button type="button" className="btn plain" onClick={() => markRead(notice)}>
              {t('seen')}
            </button>
          )}
        </details>
      ) : null}
    </li>
  )
}

function Line({ notice }: { readonly notice: NoticeItem }) {
  const t = useWords(inboxWords)
  const lang = useLang()
  const now = useNow()
  const said = (
    <div>
      <span className="told-title">
        {notice.read ? null : <span className="vh">{t('isUnread')} </span>}
        {notice.title}
      </span>
      <p className="s">
        {notice.urgent ? (
          <Mark shape="triangle" tone="late">
            {t('urgent')}
          </Mark>
        ) : null}
        {notice.body ? <span>{notice.body}</span> : null}
        {notice.count > 1 && notice.kind !== 'digest' ? <span>{t('times', { count: notice.count })}</span> : null}
        <time dateTime={notice.saidAt}>{clockTime(notice.saidAt, now, lang)}</time>
      </p>
    </div>
  )
  if (notice.about.kind !== 'matter' && notice.about.kind !== 'mediation') return <div className="item">{said}</div>
  return (
    <Go to={`/${notice.about.kind}s/${notice.about.id}`} className="item" onClickCapture={() => markRead(notice)}>
      {said}
      <Icon name="next" />
    </Go>
  )
}
