// The tabs at the thumb. The row shares its width evenly, so a further tab needs no other change.
import { useWords } from '#web/lang.ts'
import { useUnread } from '#web/notices.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { IconName } from '#web/parts/icons.ts'
import { Go } from './Go.tsx'
import type { Shown } from './pages.tsx'
import { fieldWords } from './words.ts'

type Tab = {
  readonly to: NonNullable<Shown['tab']>
  readonly icon: IconName
  readonly word: 'today' | 'report' | 'inbox' | 'me'
}

const TABS: readonly Tab[] = [
  { to: '/', icon: 'list', word: 'today' },
  { to: '/report', icon: 'camera', word: 'report' },
  { to: '/inbox', icon: 'bell', word: 'inbox' },
  { to: '/me', icon: 'person', word: 'me' },
]

/** The word with what is unread beside it; a number alone would be read as part of nothing. */
function InboxWord() {
  const t = useWords(fieldWords)
  const { unread, urgent } = useUnread()
  if (unread === 0) return t('inbox')
  return (
    <span className="tab-count">
      <span aria-hidden="true">{t('inbox')}</span>
      <b className={urgent > 0 ? 'urgent' : ''} aria-hidden="true">
        {unread}
      </b>
      <span className="vh">{t('inboxCount', { unread })}</span>
    </span>
  )
}

export function Tabs({ on }: { readonly on: Tab['to'] }) {
  const t = useWords(fieldWords)
  return (
    <nav className="tabs" aria-label={t('tabs')}>
      {TABS.map(({ to, icon, word }) => (
        <Go key={to} to={to} {...(to === on ? { 'aria-current': 'page' } : {})}>
          <Icon name={icon} />
          {to === '/inbox' ? <InboxWord /> : t(word)}
        </Go>
      ))}
    </nav>
  )
}
