// The pages about kinds, limits and what is said of them.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { kindWords } from './words.ts'

export function KindTabs() {
  const t = useWords(kindWords)
  const may = useMay()
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/kinds/{-$code}" params={{ code: undefined }} activeOptions={{ exact: false }}>
        {t('tabKinds')}
      </Link>
      <Link to="/desk/limits">{t('tabLimits')}</Link>
      <Link to="/desk/access-list">{t('tabItems')}</Link>
      <Link to="/desk/notices/{-$code}" params={{}} activeOptions={{ exact: false }}>
        {t('tabNotices')}
      </Link>
      {may('notice.outbox') ? <Link to="/desk/outbox">{t('tabOutbox')}</Link> : null}
    </nav>
  )
}
