// Complaints about mediators of a committee: recorded here, answered in time; how many somebody has is counted nowhere.
import { useState } from 'react'
import { aboutWords, outcomeWords } from '#modules/committee/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { complaintWords } from './complaint-words.ts'

const ABOUT = Object.keys(aboutWords) as (keyof typeof aboutWords)[]
const OUTCOMES = Object.keys(outcomeWords) as (keyof typeof outcomeWords)[]

type Complaint = Output<'committee.complaints'>['complaints'][number]

export function ComplainForm({ committee, onDone, onCancel }: FormProps & { readonly committee: Committee }) {
  const t = useWords(complaintWords)
  const lang = useLang()
  const complain = useCommand('committee.complain', {
    onDone: ({ dueOn }) => {
      tell(t('recorded', { day: dueOn }))
      onDone()
    },
  })
  return (
    <Form
      label={t('complain')}
      send={t('complain')}
      busy={complain.isPending}
      problem={complain.error}
      onCancel={onCancel}
      onSend={(value) =>
        complain.mutate({
          input: {
            ...{ mediatorId: value('mediatorId'), about: value('about') as keyof typeof aboutWords },
            ...{ words: value('words'), name: value('name'), phone: value('phone') },
          },
        })
      }
    >
      <PickField
        name="mediatorId"
        label={t('mediator')}
        options={committee.mediators.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <PickField
        name="about"
        label={t('about')}
        options={ABOUT.map((value) => ({ value, label: aboutWords[value][lang] }))}
        required
      />
      <ProseField name="words" label={t('words')} minLength={2} maxLength={2000} rows={4} required />
      <div className="row2">
        <LineField name="name" label={t('name')} maxLength={40} />
        <LineField name="phone" label={t('phone')} type="tel" maxLength={20} />
      </div>
    </Form>
  )
}

export function Complaints({ committee }: { readonly committee: Committee }) {
  const t = useWords(complaintWords)
  const { data } = useAnswer('committee.complaints', { id: committee.id })
  const [answering, setAnswering] = useState<string>()
  if (!data || data.complaints.length === 0) return null
  return (
    <section className="room-part">
      <h2>{t('title')}</h2>
      <ul className="lines">
        {data.complaints.map((one) => (
          <li key={one.id}>
            <One complaint={one} />
            {one.state === 'open' && answering !== one.id ? (
              <button type="button" className="tool" onClick={() => setAnswering(one.id)}>
                {t('answer')}
              </button>
            ) : null}
            {answering === one.id ? <AnswerForm complaint={one} onDone={() => setAnswering(undefined)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ complaint: one }: { readonly complaint: Complaint }) {
  const t = useWords(complaintWords)
  const lang = useLang()
  const now = useNow()
  const day = (on: string) => dateWords(dayOf(on), now, lang)
  const by = [one.name, one.phone].filter(Boolean).join(' ')
  return (
    <>
      <b>{one.mediatorName}</b> {aboutWords[one.about][lang]}{' '}
      {one.state === 'open' ? t(one.late ? 'wasDue' : 'due', { day: day(one.dueOn) }) : null}
      <p>{one.words}</p>
      {by ? <p className="s q">{t('by', { by })}</p> : null}
      {one.outcome ? (
        <p>
          {outcomeWords[one.outcome][lang]} {one.answer}
        </p>
      ) : null}
    </>
  )
}

function AnswerForm({ complaint, onDone }: { readonly complaint: Complaint; readonly onDone: () => void }) {
  const t = useWords(complaintWords)
  const lang = useLang()
  const answer = useCommand('committee.answerComplaint', {
    onDone: () => {
      tell(t('answered'))
      onDone()
    },
  })
  return (
    <Form
      label={t('answer')}
      send={t('answer')}
      busy={answer.isPending}
      problem={answer.error}
      onCancel={onDone}
      onSend={(value) =>
        answer.mutate({
          input: {
            ...{ id: complaint.id, version: complaint.version, words: value('words') },
            outcome: value('outcome') as keyof typeof outcomeWords,
          },
        })
      }
    >
      <PickField
        name="outcome"
        label={t('outcome')}
        options={OUTCOMES.map((value) => ({ value, label: outcomeWords[value][lang] }))}
        required
      />
      <ProseField name="words" label={t('reason')} minLength={2} maxLength={1000} rows={3} required />
    </Form>
  )
}
