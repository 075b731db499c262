// The two pages of the working calendar.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { calendarWords } from './words.ts'

export function CalendarTabs() {
  const t = useWords(calendarWords)
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/calendar/{-$year}" params={{ year: undefined }}>
        {t('tabYear')}
      </Link>
      <Link to="/desk/hours/{-$id}" params={{ id: undefined }}>
        {t('tabHours')}
      </Link>
    </nav>
  )
}
