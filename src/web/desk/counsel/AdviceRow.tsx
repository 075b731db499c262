// One piece of advice: what was asked, what came of it, how far a referral is, and what may be done now.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { AID_GROUNDS, TOPICS } from '#modules/counsel/words.ts'
import { ask, type Output } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { type Advice, type AdviceLine, AnswerForm, ReferForm } from './AdviceForms.tsx'
import { adviceWords } from './advice-words.ts'

type Act = 'referAid' | 'acceptAid' | 'refuseAid'
const ACTS = [
  ['referAid', 'refer'],
  ['acceptAid', 'accept'],
  ['refuseAid', 'refuse'],
] as const

type Props = { readonly one: AdviceLine } & Pick<Advice, 'centres'>

export function AdviceRow({ one, centres }: Props) {
  const t = useWords(adviceWords)
  const lang = useLang()
  const [doing, setDoing] = useState<Act>()
  const close = () => setDoing(undefined)
  // Offered where it was what came of the talk, or may still come of it.
  const refers = centres.length > 0 && (one.outcome === 'aid' || one.outcome === 'lawyer')
  const open = ACTS.filter(([act]) => one.can.includes(act) && (act !== 'referAid' || refers))
  return (
    <li>
      <div className="advice-said">
        <p>
          <b>{TOPICS[one.topic][lang]}</b> {t(`outcome.${one.outcome}`)}
        </p>
        <p className="s q">
          {[one.on, pick(one.areaName, one.areaNameEn, lang), t(`way.${one.way}`)].filter(Boolean).join(' · ')}
        </p>
        <HowFar one={one} />
      </div>
      {one.can.includes('advised') ? <Who id={one.id} /> : null}
      {doing ? null : (
        <span className="counsel-acts">
          {open.map(([act, word]) => (
            <Button
              key={act}
              {...(act === 'refuseAid' ? { look: 'plain' as const } : {})}
              onPress={() => setDoing(act)}
            >
              {t(word)}
            </Button>
          ))}
        </span>
      )}
      {doing === 'referAid' ? <ReferForm one={one} centres={centres} onDone={close} /> : null}
      {doing === 'acceptAid' || doing === 'refuseAid' ? (
        <AnswerForm one={one} gives={doing === 'acceptAid'} onDone={close} />
      ) : null}
    </li>
  )
}

/** Of a referral: to whom, by which letter, and until when the centre answers. */
function HowFar({ one }: Pick<Props, 'one'>) {
  const t = useWords(adviceWords)
  const lang = useLang()
  const today = localDay(useNow())
  const { state, centre, letterNo, referredOn, dueOn, answeredOn } = one
  if (state === 'noted' || !centre || !referredOn || !dueOn) return null
  const late = state === 'referred' && dueOn < today
  return (
    <p className="s">
      {state === 'referred' ? (
        <Mark shape={late ? 'triangle' : 'ring'} tone={late ? 'late' : undefined}>
          {t(late ? 'late' : 'due', { day: dueOn })}
        </Mark>
      ) : (
        <Mark shape={state === 'accepted' ? 'tick' : 'returned'} tone={state === 'accepted' ? 'done' : undefined}>
          {t(`state.${state}`)} {answeredOn}
        </Mark>
      )}{' '}
      <span className="q">
        {[pick(centre.zh, centre.en, lang), letterNo, t('sent', { day: referredOn })].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}

/** Who it is, once somebody asks for it; that he asked is kept. */
function Who({ id }: { readonly id: string }) {
  const t = useWords(adviceWords)
  const lang = useLang()
  const [seen, setSeen] = useState<Output<'counsel.advised'>>()
  const [problem, setProblem] = useState<CallProblem>()
  if (problem) return <ProblemNote problem={problem} />
  if (!seen)
    return (
      <Button look="plain" onPress={() => void ask('counsel.advised', { id }).then(setSeen, setProblem)}>
        {t('who')}
      </Button>
    )
  const ground = seen.ground ? `${AID_GROUNDS[seen.ground][lang]}（${AID_GROUNDS[seen.ground].basis}）` : ''
  return (
    <p className="s advice-who">
      <b>{seen.name}</b> <span className="nw">{seen.phone}</span> {[ground, seen.words].filter(Boolean).join(' · ')}
    </p>
  )
}
