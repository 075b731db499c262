// The pages about rooms, teams, partners and means, and about their kinds for those who keep these.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { roomWords } from './words.ts'

export function RoomTabs() {
  const t = useWords(roomWords)
  const may = useMay()
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/rooms/{-$id}" params={{ id: undefined }} activeOptions={{ exact: false }}>
        {t('tabRooms')}
      </Link>
      <Link to="/desk/teams/{-$id}" params={{ id: undefined }} activeOptions={{ exact: false }}>
        {t('tabTeams')}
      </Link>
      <Link to="/desk/bodies">{t('tabBodies')}</Link>
      <Link to="/desk/means">{t('tabMeans')}</Link>
      {may('place.setKind') ? (
        <Link
          to="/desk/room-kinds/{-$family}/{-$code}"
          params={{ family: undefined, code: undefined }}
          activeOptions={{ exact: false }}
        >
          {t('tabKinds')}
        </Link>
      ) : null}
    </nav>
  )
}
