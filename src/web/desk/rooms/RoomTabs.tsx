// The four pages about rooms, teams, partners and means.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { roomWords } from './words.ts'

export function RoomTabs() {
  const t = useWords(roomWords)
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/rooms/{-$id}" params={{}} activeOptions={{ exact: false }}>
        {t('tabRooms')}
      </Link>
      <Link to="/desk/teams/{-$id}" params={{}} activeOptions={{ exact: false }}>
        {t('tabTeams')}
      </Link>
      <Link to="/desk/bodies">{t('tabBodies')}</Link>
      <Link to="/desk/means">{t('tabMeans')}</Link>
    </nav>
  )
}
