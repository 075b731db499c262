// The next seven days of a team: who comes when, what nobody has, and giving one shift into other hands in place.
import { useState } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { Strip, spansWords } from '../rooms/RoomWeek.tsx'
import { dayHead } from './day-words.ts'
import { OneSwapForm, type ShiftOnDay } from './OneSwapForm.tsx'
import type { Rostered } from './TeamRecord.tsx'
import { teamWords } from './words.ts'

type Day = Rostered['team']['week'][number]

/** Shifts of the day as they stand, also those that nobody has. */
const shiftsOn = ({ shifts, swaps }: Rostered, { day, on }: Day): ShiftOnDay[] => [
  ...on.map(({ shiftId, memberId, from, to, standsInFor }) => ({
    ...{ shiftId, day, from, to, memberId },
    ownerId: standsInFor ?? memberId,
  })),
  ...swaps
    .filter((swap) => swap.day === day && swap.memberId === null)
    .flatMap(({ shiftId }) =>
      shifts
        .filter(({ id }) => id === shiftId)
        .map(({ from, to, memberId }) => ({ shiftId, day, from, to, memberId: null, ownerId: memberId })),
    ),
]

export function TeamDays({ rostered }: { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const { team } = rostered
  const [open, setOpen] = useState<string>()
  if (team.week.every(({ on, gaps }) => on.length + gaps.length === 0)) return null
  return (
    <section className="room-part">
      <h2>{t('comingDays')}</h2>
      <ol className="team-days">
        {team.week.map((day, at) => (
          <DayRow key={day.day} {...{ rostered, day, at, open }} onOpen={setOpen} />
        ))}
      </ol>
    </section>
  )
}

type DayRowProps = {
  readonly rostered: Rostered
  readonly day: Day
  readonly at: number
  readonly open: string | undefined
  readonly onOpen: (shift: string | undefined) => void
}

function DayRow({ rostered, day, at, open, onOpen }: DayRowProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const { near, date } = dayHead(day.day, at, useNow(), lang)
  const here = day.on.map(({ from, to }): [number, number] => [from, to])
  return (
    <li className={at === 0 ? 'is-today' : ''}>
      <div className="team-day">
        {near ? <b>{near}</b> : null} <span className={near ? 's q nw' : 'nw'}>{date}</span>
        {day.zh ? <span className="s q"> {pick(day.zh, day.en, lang)}</span> : null}
      </div>
      <div className="day-strip">
        <Strip spans={[...here, ...day.gaps]} uncovered={day.gaps} />
      </div>
      <div className="team-shifts">
        {shiftsOn(rostered, day).map((shift) => (
          <ShiftLine
            key={shift.shiftId}
            {...{ rostered, shift }}
            open={open === `${day.day}${shift.shiftId}`}
            onOpen={(yes) => onOpen(yes ? `${day.day}${shift.shiftId}` : undefined)}
          />
        ))}
        {day.gaps.map((gap) => (
          <Mark key={gap[0]} shape="missing" tone="need">
            {t('bareAt', { time: spansWords([gap]) })}
          </Mark>
        ))}
        {day.on.length + day.gaps.length === 0 ? <span className="q">{t('noShift')}</span> : null}
      </div>
    </li>
  )
}

type ShiftLineProps = {
  readonly rostered: Rostered
  readonly shift: ShiftOnDay
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

function ShiftLine({ rostered: { team }, shift, open, onOpen }: ShiftLineProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const nameOf = (id: string | null) => {
    const member = team.members.find((one) => one.id === id)
    return member ? pick(member.name, member.nameEn, lang) : t('nobody')
  }
  const close = () => onOpen(false)
  return (
    <>
      <p className="team-shift">
        <b className="nw">{nameOf(shift.memberId)}</b>
        <span className="nw">{spansWords([[shift.from, shift.to]])}</span>
        {shift.memberId === shift.ownerId ? null : (
          <span className="q">{t('insteadOf', { name: nameOf(shift.ownerId) })}</span>
        )}
        {team.can.includes('swap') ? (
          <button type="button" className="tool" aria-expanded={open} onClick={() => onOpen(!open)}>
            {t('change')}
            <span className="vh"> {nameOf(shift.memberId)}</span>
          </button>
        ) : null}
      </p>
      {open ? <OneSwapForm team={team} shift={shift} onDone={close} onCancel={close} /> : null}
    </>
  )
}
