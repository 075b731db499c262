// The pages about other systems: who sends to us, whom we call, what is asked.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { tabWords } from './words.ts'

export function SystemTabs() {
  const t = useWords(tabWords)
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/systems">{t('keys')}</Link>
      <Link to="/desk/callbacks/{-$id}/{-$delivery}" params={{}} activeOptions={{ exact: false }}>
        {t('callbacks')}
      </Link>
      <Link to="/desk/questions/{-$id}" params={{}} activeOptions={{ exact: false }}>
        {t('questions')}
      </Link>
    </nav>
  )
}
