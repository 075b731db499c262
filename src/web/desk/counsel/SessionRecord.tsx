// One session: who sits where, who has booked (masked), the numbers at the door and what can be done with them.
import { useState } from 'react'
import { localInstant } from '#kernel/clock.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dayLine } from '#web/parts/when.ts'
import { Facts } from '../parts/Facts.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { BookingRow } from './BookingRow.tsx'
import { SessionForms } from './SessionForms.tsx'
import { useKindWord } from './use-kind-word.ts'
import { counselWords } from './words.ts'

type Full = Output<'counsel.clinic'>
type Ticket = Full['tickets'][number]

const STATE: Readonly<Record<Ticket['state'], keyof typeof counselWords>> = {
  ...{ waiting: 'stateWaiting', called: 'stateCalled', seen: 'stateSeen', done: 'stateDone', left: 'stateLeft' },
}

export function SessionRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('counsel.clinic', { id }, { keep: true })
  if (data) return <Record session={data} onAgain={() => void refetch()} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={7} />
}

function Record({ session, onAgain }: { readonly session: Full; readonly onAgain: () => void }) {
  const t = useWords(counselWords)
  const lang = useLang()
  const now = useNow()
  const kind = useKindWord()
  const [cancelling, setCancelling] = useState(false)
  const why = pick(session.why.zh, session.why.en, lang)
  const sitters = session.sitters.map((who) => pick(who.name, who.nameEn, lang) + (who.firm ? ` · ${who.firm}` : ''))
  return (
    <>
      <p className="s q">
        {kind(session.kind)} · {pick(session.areaName, session.areaNameEn, lang)}
      </p>
      <h2 className="l">
        {dayLine(localInstant(session.day, '12:00'), now, lang)} {timeOf(session.from)}–{timeOf(session.to)}
      </h2>
      {session.state === 'planned' ? null : <p>{t(session.state)}</p>}
      {why ? <p>{why}</p> : null}
      <div className="counsel-facts">
        <Facts
          facts={[
            [t('where'), pick(session.where.zh, session.where.en, lang)],
            [t('people'), sitters.join(lang === 'zh' ? '；' : '; ')],
            session.offers.zh !== '' && [t('offers'), pick(session.offers.zh, session.offers.en, lang)],
            [
              t('door'),
              <span key="url" className="break">
                {session.url}
              </span>,
            ],
          ]}
        />
      </div>
      <SessionForms session={session} />
      {session.can.includes('cancelClinic') && !cancelling ? (
        <p className="list-act">
          <Button look="plain" onPress={() => setCancelling(true)}>
            {t('cancelTitle')}
          </Button>
        </p>
      ) : null}
      {cancelling ? <Cancel session={session} onDone={() => [setCancelling(false), onAgain()]} /> : null}
      {session.slotMinutes ? <Bookings session={session} /> : null}
      <Numbers session={session} />
    </>
  )
}

function Cancel({ session, onDone }: { readonly session: Full; readonly onDone: () => void }) {
  const t = useWords(counselWords)
  const cancel = useCommand('counsel.cancelClinic', { onDone: () => [tell(t('cancelDone')), onDone()] })
  return (
    <Form
      label={t('cancelTitle')}
      send={t('cancelSend')}
      look="danger"
      busy={cancel.isPending}
      problem={cancel.error}
      onCancel={onDone}
      onSend={(value) => cancel.mutate({ input: { id: session.id, version: session.version, zh: value('zh') } })}
    >
      <LineField name="zh" label={t('why')} required minLength={2} maxLength={120} />
    </Form>
  )
}

function Bookings({ session }: { readonly session: Full }) {
  const t = useWords(counselWords)
  return (
    <section className="room-part">
      <h3>
        {t('bookings')} <span className="q">{t('booked', { count: session.booked })}</span>
      </h3>
      {session.bookings.length ? (
        <ul className="counsel-rows">
          {session.bookings.map((one) => (
            <BookingRow key={one.id} booking={one} />
          ))}
        </ul>
      ) : (
        <p className="q">{t('noBookings')}</p>
      )}
    </section>
  )
}

function Numbers({ session }: { readonly session: Full }) {
  const t = useWords(counselWords)
  const give = useCommand('counsel.giveNumber', { onDone: ({ no }) => tell(t('given', { no })) })
  return (
    <section className="room-part">
      <h3>{t('numbers')}</h3>
      {session.tickets.length ? (
        <ul className="counsel-rows">
          {session.tickets.map((one) => (
            <TicketRow key={one.id} ticket={one} />
          ))}
        </ul>
      ) : (
        <p className="q">{t('noNumbers')}</p>
      )}
      {give.error ? <ProblemNote problem={give.error} /> : null}
      {session.can.includes('giveNumber') ? (
        <p className="list-act">
          <Button isDisabled={give.isPending} onPress={() => give.mutate({ input: { id: session.id } })}>
            {t('giveNumber')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function TicketRow({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(counselWords)
  const call = useCommand('counsel.callNumber')
  const see = useCommand('counsel.seeNumber')
  const finish = useCommand('counsel.finishNumber')
  const leave = useCommand('counsel.leaveNumber')
  const acts = { callNumber: call, seeNumber: see, finishNumber: finish, leaveNumber: leave } as const
  const names = Object.keys(acts) as (keyof typeof acts)[]
  return (
    <li>
      <b>{ticket.no}</b>
      <span>{t(STATE[ticket.state])}</span>
      <span className="counsel-acts">
        {names
          .filter((name) => ticket.can.includes(name))
          .map((name) => (
            <Button key={name} look="plain" onPress={() => acts[name].mutate({ input: { id: ticket.id } })}>
              {t(name)}
            </Button>
          ))}
      </span>
    </li>
  )
}
