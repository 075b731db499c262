// The three pages about what ends: terms, holds, lists to sign; each for those who may ask it.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { retentionWords } from './words.ts'

export function RetentionTabs() {
  const t = useWords(retentionWords)
  const may = useMay()
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/retention">{t('terms')}</Link>
      {may('retention.holds') ? <Link to="/desk/holds">{t('holds')}</Link> : null}
      {may('retention.destructions') ? <Link to="/desk/destruction">{t('lists')}</Link> : null}
    </nav>
  )
}
