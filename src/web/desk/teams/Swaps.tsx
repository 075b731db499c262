// Swaps that come after the next seven days, and taking one back.
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { dayLine } from '#web/parts/when.ts'
import { spansWords } from '../rooms/RoomWeek.tsx'
import type { Rostered } from './TeamRecord.tsx'
import { teamWords } from './words.ts'

export function Swaps({ rostered: { team, shifts, swaps } }: { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const now = useNow()
  const undo = useCommand('duty.swap', { touches: ['room'] })
  // Those of the week stand at their day.
  const later = swaps.filter(({ day }) => day > (team.week.at(-1)?.day ?? ''))
  if (later.length === 0) return null
  const nameOf = (id: string | null) => {
    const member = team.members.find((one) => one.id === id)
    return member ? pick(member.name, member.nameEn, lang) : t('nobody')
  }
  return (
    <section className="room-part">
      <h2>{t('swaps')}</h2>
      <ul className="lines">
        {later.map(({ shiftId, day, memberId }) => {
          const shift = shifts.find(({ id }) => id === shiftId)
          if (!shift) return null
          const line = t('swapLine', {
            day: dayLine(`${day}T04:00:00Z`, now, lang),
            time: spansWords([[shift.from, shift.to]]),
            from: nameOf(shift.memberId),
            to: nameOf(memberId),
          })
          return (
            <li key={`${shiftId}${day}`}>
              {memberId === null ? (
                <Mark shape="missing" tone="need">
                  {line}
                </Mark>
              ) : (
                <span>{line}</span>
              )}
              {team.can.includes('swap') ? (
                <button
                  type="button"
                  className="tool"
                  disabled={undo.isPending}
                  onClick={() => undo.mutate({ input: { id: team.id, shiftId, day, memberId: shift.memberId } })}
                >
                  {t('undo')}
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
