// One room: open now, hours and who covers them, services, tools, and changing each in place.
import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { ChangeRoomForm } from './ChangeRoomForm.tsx'
import { CloseRoomForm } from './CloseRoomForm.tsx'
import { DayForm } from './DayForm.tsx'
import { Gap, OpenNow } from './OpenNow.tsx'
import { RoomHoursForm } from './RoomHoursForm.tsx'
import { RoomWeek } from './RoomWeek.tsx'
import { ServicesForm } from './ServicesForm.tsx'
import { Tools } from './Tools.tsx'
import { ToolsForm } from './ToolsForm.tsx'
import { roomWords } from './words.ts'

export type Room = Output<'room.get'>

export function RoomRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('room.get', { id })
  if (data) return <Read room={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

function useActs(room: Room): Act[] {
  const t = useWords(roomWords)
  const all: (Act & { readonly needs: string })[] = [
    {
      id: 'hours',
      needs: 'setHours',
      label: t('editHours'),
      form: (props) => <RoomHoursForm room={room} {...props} />,
    },
    { id: 'day', needs: 'setDay', label: t('day'), form: (props) => <DayForm room={room} {...props} /> },
    {
      ...{ id: 'services', needs: 'setServices', label: t('editServices') },
      form: (props) => <ServicesForm room={room} {...props} />,
    },
    { id: 'tools', needs: 'setTools', label: t('editTools'), form: (props) => <ToolsForm room={room} {...props} /> },
    { id: 'change', needs: 'change', label: t('change'), form: (props) => <ChangeRoomForm room={room} {...props} /> },
    {
      ...{ id: 'close', needs: 'close', label: t('close'), look: 'plain' },
      form: (props) => <CloseRoomForm room={room} {...props} />,
    },
  ]
  return all.filter(({ needs }) => room.can.includes(needs))
}

function Read({ room }: { readonly room: Room }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const spot = pick(room.spotZh, room.spotEn, lang)
  const about = pick(room.aboutZh, room.aboutEn, lang)
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{pick(room.kindZh, room.kindEn, lang)}</span>
            <span>{pick(room.areaName, room.areaNameEn, lang)}</span>
            <span className="nw">{room.label}</span>
          </>
        }
        title={pick(room.name, room.nameEn, lang)}
        address={`/desk/rooms/${room.id}`}
        printed
      >
        <p className="room-now">
          <OpenNow now={room.now} />
          <Gap minutes={room.gapMinutes} teams={room.teams.length} />
          {room.phone ? <span className="nw">{room.phone}</span> : null}
          {spot ? <span className="q">{spot}</span> : null}
        </p>
        {about ? <p>{about}</p> : null}
        <p className="goto s">
          <a href={room.url} target="_blank" rel="noreferrer">
            {t('publicPage')}
          </a>
        </p>
      </RecordHead>
      <Buttons acts={useActs(room)} />
      <RoomWeek room={room} />
      <Keepers room={room} />
      <section className="room-part">
        <h2>{t('services')}</h2>
        {room.services.length === 0 ? <p className="q">{t('noServices')}</p> : null}
        <ul className="offers">
          {room.services.map(({ id, zh, en }) => (
            <li key={id}>{pick(zh, en, lang)}</li>
          ))}
        </ul>
      </section>
      <Tools room={room} />
    </>
  )
}

function Keepers({ room }: { readonly room: Room }) {
  const t = useWords(roomWords)
  const lang = useLang()
  return (
    <section className="room-part">
      <h2>{t('people')}</h2>
      {room.teams.length === 0 ? (
        <p className="q">
          {t('noTeams')}{' '}
          <Link to="/desk/teams/{-$id}" params={{ id: undefined }}>
            {t('toTeams')}
          </Link>
        </p>
      ) : null}
      <ul className="lines">
        {room.teams.map((team) => (
          <li key={team.id}>
            <Link to="/desk/teams/{-$id}" params={{ id: team.id }}>
              {pick(team.name, team.nameEn, lang)}
            </Link>
            <span className="q nw">{t('members', { count: team.members })}</span>
            {team.onDuty.length > 0 ? (
              <span>
                {t('here', {
                  names: team.onDuty.map((one) => pick(one.name, one.nameEn, lang)).join(lang === 'zh' ? '、' : ', '),
                })}
              </span>
            ) : (
              <Mark>{t('hereNobody')}</Mark>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
