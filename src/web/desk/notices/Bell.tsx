// The bell in the line at the top: how many notices are unread, and whether one is urgent.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useUnread } from '#web/notices.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { noticeWords } from './words.ts'
import './notices.css'

const MOST_SHOWN = 99

export function Bell() {
  const t = useWords(noticeWords)
  const { unread, urgent } = useUnread()
  const label = t(urgent > 0 ? 'bellUrgent' : 'bell', { unread, urgent })
  return (
    <Link to="/desk/inbox" className={urgent > 0 ? 'bell urgent' : 'bell'} aria-label={label} title={label}>
      <Icon name="bell" />
      {unread > 0 ? <b>{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</b> : null}
    </Link>
  )
}
