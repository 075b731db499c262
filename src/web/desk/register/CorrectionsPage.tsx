// Requests for correction: those of an area at the left, the most urgent first; one with its words at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { correctionLife } from '#modules/register/lifecycle.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { nowMs } from '#web/now.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { Buttons, type FormProps } from '../parts/Buttons.tsx'
import { ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { registerWords } from './words.ts'

type State = keyof typeof correctionLife.states
const STATES = Object.keys(correctionLife.states) as State[]
type Correction = Output<'register.correction'>

export function CorrectionsPage() {
  const t = useWords(registerWords)
  const lang = useLang()
  const { id } = useParams({ from: '/frame/desk/corrections/{-$id}' })
  const at = useMe().data?.posts[0]?.areaId
  const [state, setState] = useState<State>('open')
  const { data, error, refetch } = useAnswer(
    'register.corrections',
    { areaId: at ?? '', state },
    { enabled: at !== undefined, keep: true },
  )
  useLive('register')
  useTitle(t('corrections'))
  return (
    <main className="two narrow-too">
      <section aria-label={t('corrections')}>
        <RegisterTabs />
        <p className="saved">
          {STATES.map((one) => (
            <button key={one} type="button" className="tool" aria-pressed={one === state} onClick={() => setState(one)}>
              {correctionLife.states[one][lang]}
            </button>
          ))}
        </p>
        <ul className="q-list">
          {data?.corrections.map((one) => (
            <li key={one.id} className={one.id === id ? 'on' : ''}>
              <Link
                to="/desk/corrections/{-$id}"
                params={{ id: one.id }}
                resetScroll={false}
                aria-current={one.id === id ? 'true' : undefined}
              >
                <b>{t('askedOn', { at: dateWords(one.madeAt, new Date(nowMs()), lang) })}</b>
                <span className="sub">{t('dueBy', { at: dateWords(one.dueAt, new Date(nowMs()), lang) })}</span>
                {one.late ? <Mark>{t('late')}</Mark> : null}
              </Link>
            </li>
          ))}
        </ul>
        {data?.corrections.length === 0 ? <Empty title={t('noCorrections')}>{t('noCorrectionsText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={5} />}
      </section>
      <article className="rec sheet">
        {id ? <Record key={id} id={id} /> : <p className="q">{t('noCorrectionsText')}</p>}
      </article>
    </main>
  )
}

function Record({ id }: { readonly id: string }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const { data, error, refetch } = useAnswer('register.correction', { id })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={6} />
  const acts = [
    { id: 'correct', label: t('answerDone') },
    { id: 'decline', label: t('answerDecline'), look: 'plain' as const },
  ] as const
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{correctionLife.states[data.state][lang]}</span>
            <span>{t('dueBy', { at: dateWords(data.dueAt, new Date(nowMs()), lang) })}</span>
          </>
        }
        title={t('hisWords')}
        address={`/desk/corrections/${id}`}
      >
        <p>{data.words}</p>
        <p className="goto">
          <Link to="/desk/register/{-$id}" params={{ id: data.personId }}>
            {t('toEntry')}
          </Link>
        </p>
      </RecordHead>
      <Buttons
        acts={acts
          .filter((act) => data.can.includes(act.id))
          .map((act) => ({
            ...act,
            form: (props: FormProps) => <AnswerForm of={act.id} correction={data} {...props} />,
          }))}
      />
      {data.answer ? (
        <section className="register-part">
          <h2>{t('answer')}</h2>
          <p>{data.answer}</p>
        </section>
      ) : null}
    </>
  )
}

type AnswerProps = FormProps & { readonly of: 'correct' | 'decline'; readonly correction: Correction }

function AnswerForm({ of, correction, onDone, onCancel }: AnswerProps) {
  const t = useWords(registerWords)
  const give = useCommand(`register.${of}`, {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('answer')}
      send={t('send')}
      busy={give.isPending}
      problem={give.error}
      onCancel={onCancel}
      onSend={(value) =>
        give.mutate({ input: { id: correction.id, version: correction.version, answer: value('answer') } })
      }
    >
      <ProseField name="answer" label={t('answer')} required minLength={of === 'decline' ? 5 : 1} maxLength={500} />
    </Form>
  )
}
