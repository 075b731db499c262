// Who sits in a committee, heads first; whoever keeps it can note that somebody leaves.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { modeWords, wayWords } from '#modules/committee/words.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useMe } from '#web/session.ts'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { ChangeSeatForm } from './ChangeSeatForm.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { TrainForm } from './TrainForm.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

export type Mediator = Committee['mediators'][number]
type Opened = { readonly id: string; readonly what: 'leave' | 'train' | 'renew' }

/** The order in which they are shown. */
const MODES = ['full_time', 'part_time', 'invited']

export function Seats({ committee }: { readonly committee: Committee }) {
  const t = useWords(committeeWords)
  const [opened, setOpened] = useState<Opened>()
  const now = committee.mediators
    .filter(({ active }) => active)
    .sort((a, b) => Number(b.head) - Number(a.head) || MODES.indexOf(a.mode) - MODES.indexOf(b.mode))
  // One’s own seat is for somebody else to keep.
  const me = useMe().data?.id
  const past = committee.mediators.length - now.length
  const close = () => setOpened(undefined)
  return (
    <section className="room-part">
      <h2>{t('people')}</h2>
      {now.length === 0 ? <p className="q">{t('nobody')}</p> : null}
      <ul className="seats">
        {now.map((seat) => (
          <li key={seat.id}>
            <Who seat={seat} />
            {committee.can.includes('seat') && seat.accountId !== me ? (
              <Tools seat={seat} open={opened?.id === seat.id ? opened.what : undefined} onOpen={setOpened} />
            ) : null}
            <What seat={seat} />
            {opened?.id === seat.id ? (
              <div className="opened">
                <Sheet what={opened.what} seat={seat} onDone={close} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {past > 0 ? <p className="s q q-foot">{t('past', { count: past })}</p> : null}
    </section>
  )
}

/** What one of the tools opens. */
const SHEETS = { leave: LeaveForm, train: TrainForm, renew: ChangeSeatForm }

function Sheet({ what, ...rest }: { what: Opened['what']; seat: Mediator; onDone: () => void }) {
  const Opens = SHEETS[what]
  return <Opens {...rest} />
}

type ToolsProps = {
  readonly seat: Mediator
  readonly open: Opened['what'] | undefined
  readonly onOpen: (opened: Opened | undefined) => void
}

function Tools({ seat, open, onOpen }: ToolsProps) {
  const t = useWords(committeeWords)
  const tool = (what: Opened['what'], label: string) => (
    <button
      type="button"
      className="tool"
      aria-expanded={open === what}
      aria-label={label}
      onClick={() => onOpen(open === what ? undefined : { id: seat.id, what })}
    >
      {t(what)}
    </button>
  )
  return (
    <span className="tools">
      {tool('renew', t('renewOf', { name: seat.name }))}
      {tool('train', t('trainOf', { name: seat.name }))}
      {tool('leave', t('leaveTitle', { name: seat.name }))}
    </span>
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
      </span>{' '}
      {seat.trained ? null : (
        <Mark shape="ring" tone="need">
          {t('untrained')}
        </Mark>
      )}
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
