// The two pages about whom matters go to.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { agencyWords } from './words.ts'

export function AgencyTabs() {
  const t = useWords(agencyWords)
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/agencies">{t('agencies')}</Link>
      <Link to="/desk/routes">{t('routes')}</Link>
    </nav>
  )
}
