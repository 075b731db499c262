// The tabs at the thumb. The row shares its width evenly, so a further tab needs no other change.
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { IconName } from '#web/parts/icons.ts'
import { Go } from './Go.tsx'
import type { Shown } from './pages.tsx'
import { fieldWords } from './words.ts'

type Tab = { readonly to: NonNullable<Shown['tab']>; readonly icon: IconName; readonly word: 'today' | 'report' | 'me' }

const TABS: readonly Tab[] = [
  { to: '/', icon: 'list', word: 'today' },
  { to: '/report', icon: 'camera', word: 'report' },
  { to: '/me', icon: 'person', word: 'me' },
]

export function Tabs({ on }: { readonly on: Tab['to'] }) {
  const t = useWords(fieldWords)
  return (
    <nav className="tabs" aria-label={t('tabs')}>
      {TABS.map(({ to, icon, word }) => (
        <Go key={to} to={to} {...(to === on ? { 'aria-current': 'page' } : {})}>
          <Icon name={icon} />
          {t(word)}
        </Go>
      ))}
    </nav>
  )
}
