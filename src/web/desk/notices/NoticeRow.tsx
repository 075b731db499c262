// One line of the inbox: what happened, when, and the way to it; a digest opens in place.
import { Link } from '@tanstack/react-router'
import { useLang, useWords } from '#web/lang.ts'
import { markRead, type Notice, type NoticeItem } from '#web/notices.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { clockTime } from '#web/parts/when.ts'
import { noticeWords } from './words.ts'

/** The title as a link to what it is about; what leads nowhere is plain text. */
function Title({ notice }: { readonly notice: NoticeItem }) {
  const t = useWords(noticeWords)
  const unread = notice.read ? null : <span className="vh">{t('isUnread')} </span>
  if (notice.about.kind === 'callback')
    return (
      <Link
        className="n-title"
        to="/desk/callbacks/{-$id}/{-$delivery}"
        params={{ id: notice.about.id }}
        onClick={() => markRead(notice)}
      >
        {unread}
        {notice.title}
      </Link>
    )
  if (notice.about.kind === 'mediation')
    return (
      <Link
        className="n-title"
        to="/desk/mediations/{-$id}"
        params={{ id: notice.about.id }}
        onClick={() => markRead(notice)}
      >
        {unread}
        {notice.title}
      </Link>
    )
  if (notice.about.kind !== 'matter')
    return (
      <span className="n-title">
        {unread}
        {notice.title}
      </span>
    )
  return (
    <Link className="n-title" to="/desk/matters/$id" params={{ id: notice.about.id }} onClick={() => markRead(notice)}>
      {unread}
      {notice.title}
    </Link>
  )
}

function Line({ notice }: { readonly notice: NoticeItem }) {
  const t = useWords(noticeWords)
  const lang = useLang()
  const now = useNow()
  return (
    <>
      <div className="n-head">
        <Title notice={notice} />
        {notice.urgent ? (
          <Mark shape="triangle" tone="late">
            {t('urgent')}
          </Mark>
        ) : null}
        <time dateTime={notice.saidAt}>{clockTime(notice.saidAt, now, lang)}</time>
      </div>
      {notice.body || notice.count > 1 ? (
        <p className="s q">
          {notice.body} {notice.count > 1 && notice.kind !== 'digest' ? t('times', { count: notice.count }) : ''}
        </p>
      ) : null}
    </>
  )
}

export function NoticeRow({ notice }: { readonly notice: Notice }) {
  const t = useWords(noticeWords)
  return (
    <li className={notice.read ? 'n-row' : 'n-row unread'}>
      <Line notice={notice} />
      {notice.about.kind !== 'matter' && !notice.read ? (
        <button type="button" className="tool n-seen" onClick={() => markRead(notice)}>
          {t('seen')}
        </button>
      ) : null}
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
        </details>
      ) : null}
    </li>
  )
}
