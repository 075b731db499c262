// One booking: its time and topic, the phone when it may be called, and whether he is still to be told of a change.
import { useState } from 'react'
import { TOPICS } from '#modules/counsel/words.ts'
import { ask, type Output, useCommand } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { timeOf } from '#web/day-minute.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { counselFormWords } from './form-words.ts'

type Booking = Output<'counsel.clinic'>['bookings'][number]

export function BookingRow({ booking }: { readonly booking: Booking }) {
  const t = useWords(counselFormWords)
  const lang = useLang()
  const [phone, setPhone] = useState<string>()
  const told = useCommand('counsel.toldBooking')
  const [refused, setRefused] = useState<CallProblem>()
  const show = () =>
    ask('counsel.bookedPhone', { id: booking.id }).then(
      (seen) => setPhone(seen.phone),
      (problem: CallProblem) => setRefused(problem),
    )
  const problem = told.error ?? refused
  return (
    <li>
      <b>{timeOf(booking.from)}</b>
      <span>{TOPICS[booking.topic][lang]}</span>
      <span className="nw">{phone ?? booking.phone}</span>
      {booking.toTell ? <Mark shape="ring">{t(booking.lost ? 'lost' : 'toTell')}</Mark> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <span className="counsel-acts">
        {booking.can.includes('bookedPhone') && phone === undefined ? (
          <Button look="plain" onPress={() => void show()}>
            {t('phone')}
          </Button>
        ) : null}
        {booking.can.includes('toldBooking') ? (
          <Button look="plain" isDisabled={told.isPending} onPress={() => told.mutate({ input: { id: booking.id } })}>
            {t('told')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
