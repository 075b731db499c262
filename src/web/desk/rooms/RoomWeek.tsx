// The week of a room from midnight to midnight: open, open and uncovered, and days with hours of their own.
import { useCommand } from '#web/call.ts'
import { currentLang, pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayLine } from '#web/parts/when.ts'
import { writeSpans } from '../calendar/week-spans.ts'
import type { Room } from './RoomRecord.tsx'
import { roomWords, WEEKDAYS } from './words.ts'

type Spans = Room['weekly'][number]
const DAY_MINUTES = 1440

export const spansWords = (spans: readonly (readonly [number, number])[]): string =>
  writeSpans(spans)
    .replaceAll('-', '–')
    .replaceAll(' ', currentLang() === 'zh' ? '，' : ', ')

/** `uncovered`: nobody is rostered in it. */
export function Strip({ spans, uncovered }: { readonly spans: Spans; readonly uncovered: Spans }) {
  return (
    <svg viewBox={`0 0 ${DAY_MINUTES} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect width={DAY_MINUTES} height="10" className="rest" />
      {spans.map(([from, to]) => (
        <rect key={from} x={from} width={to - from} height="10" className="open" />
      ))}
      {uncovered.map(([from, to]) => (
        <rect key={from} x={from} y="1.5" width={to - from} height="7" className="bare" />
      ))}
    </svg>
  )
}

export function RoomWeek({ room }: { readonly room: Room }) {
  const t = useWords(roomWords)
  const lang = useLang()
  return (
    <section className="room-part">
      <h2>{t('hours')}</h2>
      <p className="s q">{t(room.followsCalendar ? 'follows' : 'followsNot')}</p>
      <table className="room-week">
        <tbody>
          {room.weekly.map((spans, at) => (
            <tr key={WEEKDAYS[at]!.en}>
              <th scope="row">{WEEKDAYS[at]![lang]}</th>
              <td className="day-strip">
                <Strip spans={spans} uncovered={room.gaps[at] ?? []} />
              </td>
              <td className="nw">{spans.length > 0 ? spansWords(spans) : <span className="q">{t('closed')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="s q week-legend">
        <i className="open" />
        {lang === 'zh' ? '开放，有人' : 'open and covered'}
        <i className="bare" />
        {lang === 'zh' ? '开放，没排人' : 'open, nobody rostered'}
      </p>
      <Days room={room} />
    </section>
  )
}

function Days({ room }: { readonly room: Room }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const now = useNow()
  const set = useCommand('room.setDay')
  if (room.days.length === 0) return null
  return (
    <>
      <h3>{t('daysOwn')}</h3>
      <ul className="lines">
        {room.days.map(({ day, spans, zh, en }) => (
          <li key={day}>
            <span className="nw">{dayLine(`${day}T04:00:00Z`, now, lang)}</span>
            <span className="nw">{spans.length > 0 ? spansWords(spans) : t('closed')}</span>
            <span className="q">{pick(zh, en, lang)}</span>
            {room.can.includes('setDay') ? (
              <button
                type="button"
                className="tool"
                disabled={set.isPending}
                onClick={() => set.mutate({ input: { id: room.id, version: room.version, day, spans: null } })}
              >
                {t('asUsual')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
