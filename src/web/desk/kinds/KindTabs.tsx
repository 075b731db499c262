// The three pages about kinds and limits.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { kindWords } from './words.ts'

export function KindTabs() {
  const t = useWords(kindWords)
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/kinds/{-$code}" params={{ code: undefined }} activeOptions={{ exact: false }}>
        {t('tabKinds')}
      </Link>
      <Link to="/desk/limits">{t('tabLimits')}</Link>
      <Link to="/desk/access-list">{t('tabItems')}</Link>
    </nav>
  )
}
