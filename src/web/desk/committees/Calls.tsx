// The calls of a committee: who applied to each, how far he is, and what may be done with him now.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { applicantLife } from '#modules/committee/lifecycle.ts'
import { modeWords } from '#modules/committee/words.ts'
import { ask, type Output, useAnswer, useCommand } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { Mark, type ShapeName } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { type Applicant, AppointForm, type Call, DeclineForm } from './CallForms.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { callWords } from './call-words.ts'

const SHAPES: Readonly<Record<Applicant['state'], ShapeName>> = {
  applied: 'ring',
  shortlisted: 'half',
  appointed: 'tick',
  declined: 'returned',
  withdrawn: 'returned',
}

export function Calls({ committee }: { readonly committee: Committee }) {
  const t = useWords(callWords)
  const { data, error } = useAnswer('committee.calls', { id: committee.id })
  if (error) return <ProblemNote problem={error} />
  if (!data || data.calls.length === 0) return null
  return (
    <section className="room-part">
      <h2>{t('title')}</h2>
      {data.calls.map((call) => (
        <OneCall key={call.id} call={call} />
      ))}
    </section>
  )
}

function OneCall({ call }: { readonly call: Call }) {
  const t = useWords(callWords)
  const lang = useLang()
  const today = localDay(useNow())
  const close = useCommand('committee.closeCall', { onDone: () => tell(t('closed')) })
  const { id, version, places, mode, from, to, open, applicants } = call
  return (
    <div className="call">
      <p>
        <b>{t('call', { mode: modeWords[mode][lang], count: places, from, to })}</b>{' '}
        <Mark shape={open ? 'ring' : 'tick'}>{t(open ? 'running' : 'over')}</Mark>
        {open && to > today ? (
          <Button look="plain" busy={close.isPending} onPress={() => close.mutate({ input: { id, version } })}>
            {t('close')}
          </Button>
        ) : null}
      </p>
      {close.error ? <ProblemNote problem={close.error} /> : null}
      {applicants.length === 0 ? <p className="q">{t('nobody')}</p> : null}
      <ul className="lines">
        {applicants.map((one) => (
          <OneApplicant key={one.id} one={one} />
        ))}
      </ul>
    </div>
  )
}

function OneApplicant({ one }: { readonly one: Applicant }) {
  const t = useWords(callWords)
  const lang = useLang()
  const [doing, setDoing] = useState<'appoint' | 'decline'>()
  const [seen, setSeen] = useState<Output<'committee.applicant'>>()
  const [refused, setRefused] = useState<CallProblem>()
  const shortlist = useCommand('committee.shortlist')
  const { id, version, can } = one
  const problem = refused ?? shortlist.error
  const close = () => setDoing(undefined)
  return (
    <li className="applicant">
      <p>
        <b>{seen?.name || one.name || '—'}</b> <span className="nw">{seen?.phone || one.phone}</span>{' '}
        <Mark shape={SHAPES[one.state]}>{applicantLife.states[one.state][lang]}</Mark>
      </p>
      {seen?.about ? <blockquote>{seen.about}</blockquote> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {doing ? null : (
        <p className="acts">
          {can.includes('applicant') && !seen ? (
            <Button look="plain" onPress={() => void ask('committee.applicant', { id }).then(setSeen, setRefused)}>
              {t('who')}
            </Button>
          ) : null}
          {can.includes('shortlist') ? (
            <Button busy={shortlist.isPending} onPress={() => shortlist.mutate({ input: { id, version } })}>
              {t('shortlist')}
            </Button>
          ) : null}
          {can.includes('appoint') ? <Button onPress={() => setDoing('appoint')}>{t('appoint')}</Button> : null}
          {can.includes('declineApplicant') ? (
            <Button look="plain" onPress={() => setDoing('decline')}>
              {t('decline')}
            </Button>
          ) : null}
        </p>
      )}
      {doing === 'appoint' ? <AppointForm one={one} onDone={close} /> : null}
      {doing === 'decline' ? <DeclineForm one={one} onDone={close} /> : null}
    </li>
  )
}
