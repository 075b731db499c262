// Who sits in a committee, heads first; whoever keeps it can note that somebody leaves.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { modeWords, wayWords } from '#modules/committee/words.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

type Mediator = Committee['mediators'][number]

export function Seats({ committee }: { readonly committee: Committee }) {
  const t = useWords(committeeWords)
  const [leaving, setLeaving] = useState<string>()
  const now = committee.mediators.filter(({ active }) => active)
  const past = committee.mediators.length - now.length
  const close = () => setLeaving(undefined)
  return (
    <section className="room-part">
      <h2>{t('people')}</h2>
      {now.length === 0 ? <p className="q">{t('nobody')}</p> : null}
      <ul className="seats">
        {now.map((seat) => (
          <li key={seat.id}>
            <Who seat={seat} />
            {committee.can.includes('seat') ? (
              <button
                type="button"
                className="tool"
                aria-expanded={leaving === seat.id}
                aria-label={t('leaveTitle', { name: seat.name })}
                onClick={() => setLeaving(leaving === seat.id ? undefined : seat.id)}
              >
                {t('leave')}
              </button>
            ) : null}
            <What seat={seat} />
            {leaving === seat.id ? <LeaveForm seat={seat} onDone={close} /> : null}
          </li>
        ))}
      </ul>
      {past > 0 ? <p className="s q q-foot">{t('past', { count: past })}</p> : null}
    </section>
  )
}

function Who({ seat }: { readonly seat: Mediator }) {
  const t = useWords(committeeWords)
  const lang = useLang()
  return (
    <span>
      <b>{pick(seat.name, seat.nameEn, lang)}</b>{' '}
      <span className="q nw">
        {[...(seat.head ? [t('head')] : []), modeWords[seat.mode][lang], wayWords[seat.way][lang]].join(' · ')}
      </span>
    </span>
  )
}

function What({ seat }: { readonly seat: Mediator }) {
  const t = useWords(committeeWords)
  const { names } = useSkillNames()
  const said = [
    names(seat.skills) || t('noSkills'),
    names(seat.languages),
    seat.certificate,
    `${t('until')} ${seat.to}`,
  ]
  return <span className="sub-line">{said.filter(Boolean).join(' · ')}</span>
}

function LeaveForm({ seat, onDone }: { readonly seat: Mediator; readonly onDone: () => void }) {
  const t = useWords(committeeWords)
  const today = localDay(useNow())
  const leave = useCommand('committee.leave', {
    onDone: () => {
      tell(t('left', { name: seat.name }))
      onDone()
    },
  })
  return (
    <Form
      label={t('leaveTitle', { name: seat.name })}
      send={t('leave')}
      busy={leave.isPending}
      problem={leave.error}
      onCancel={onDone}
      consequence={t('leaveNote')}
      onSend={(value) => leave.mutate({ input: { mediatorId: seat.id, version: seat.version, day: value('day') } })}
    >
      <LineField name="day" label={t('day')} type="date" defaultValue={today} required />
    </Form>
  )
}
