// Who is on duty in every team today, tomorrow and for the week, with what nobody has.
import { Link } from '@tanstack/react-router'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { spansWords } from '../rooms/RoomWeek.tsx'
import { dayHead } from './day-words.ts'
import type { Team } from './TeamGap.tsx'
import { teamWords } from './words.ts'

type Day = Team['week'][number]

/** The two ends of a span stay on one line. */
const unbroken = (span: string): string => span.replaceAll('–', '\u2060–\u2060')

const rostered = ({ week }: Team) => week.some(({ on, gaps }) => on.length + gaps.length > 0)

export function WeekBoard({ teams }: { readonly teams: readonly Team[] }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const now = useNow()
  const kept = teams.filter(rostered)
  const days = kept[0]?.week ?? []
  const people = kept.reduce((sum, { week }) => sum + new Set(week[0]?.on.map(({ memberId }) => memberId)).size, 0)
  const bare = kept.filter(({ week }) => (week[0]?.gaps.length ?? 0) > 0).length
  return (
    <>
      <p className="board-today">
        <b>{t('todayOn', { people, teams: kept.filter(({ week }) => (week[0]?.on.length ?? 0) > 0).length })}</b>
        {bare > 0 ? (
          <Mark shape="missing" tone="need">
            {t('todayBare', { count: bare })}
          </Mark>
        ) : (
          <Mark shape="tick">{t('todayFull')}</Mark>
        )}
      </p>
      <div className="means-scroll">
        <table className="t board">
          <thead>
            <tr>
              <th>{t('team')}</th>
              {days.map(({ day, zh, en }, at) => {
                const { near, date } = dayHead(day, at, now, lang)
                return (
                  <th key={day} className={at === 0 ? 'is-today' : ''}>
                    {near ? <b>{near}</b> : null}
                    <span className="sub-line nw">{date}</span>
                    {zh ? <span className="sub-line">{pick(zh, en, lang)}</span> : null}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {kept.map((team) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link to="/desk/teams/{-$id}" params={{ id: team.id }}>
                    {pick(team.name, team.nameEn, lang)}
                  </Link>
                  <span className="sub-line s q">{pick(team.areaName, team.areaNameEn, lang)}</span>
                </th>
                {team.week.map((day, at) => (
                  <td key={day.day} className={at === 0 ? 's is-today' : 's'}>
                    <DayCell team={team} day={day} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {kept.length < teams.length ? (
        <p className="s q q-foot">
          {t('withoutRoster')}
          {teams
            .filter((team) => !rostered(team))
            .map((team, at) => (
              <span key={team.id}>
                {at > 0 ? (lang === 'zh' ? '、' : ', ') : null}
                <Link to="/desk/teams/{-$id}" params={{ id: team.id }}>
                  {pick(team.name, team.nameEn, lang)}
                </Link>
              </span>
            ))}
        </p>
      ) : null}
    </>
  )
}

function DayCell({ team, day: { on, gaps } }: { readonly team: Team; readonly day: Day }) {
  const t = useWords(teamWords)
  const lang = useLang()
  if (on.length + gaps.length === 0) return <span className="q">–</span>
  const byPerson = Map.groupBy(on, ({ memberId }) => memberId)
  return (
    <>
      {[...byPerson].map(([memberId, shifts]) => {
        const member = team.members.find(({ id }) => id === memberId)
        return (
          <span key={memberId} className="board-shift">
            <b className="nw">{member ? pick(member.name, member.nameEn, lang) : ''}</b>
            {shifts.some(({ standsInFor }) => standsInFor) ? <span className="q"> {t('standsIn')}</span> : null}
            {shifts.map(({ shiftId, from, to }) => (
              <span key={shiftId} className="nw">
                {' '}
                {spansWords([[from, to]])}
              </span>
            ))}
          </span>
        )
      })}
      {gaps.map((gap) => (
        <span key={gap[0]} className="board-shift">
          <Mark shape="missing" tone="need">
            {t('bareAt', { time: unbroken(spansWords([gap])) })}
          </Mark>
        </span>
      ))}
    </>
  )
}
