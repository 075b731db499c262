// 法律咨询与法律援助: what waits for the legal-aid centre first, then what was asked this quarter, and where we refer to.
import { type ReactNode, useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { OUTCOMES, TOPIC_CODES, TOPICS } from '#modules/counsel/words.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { PlainBars } from '../figures/Bars.tsx'
import { type Advice, CentreForm, NoteForm } from './AdviceForms.tsx'
import { AdviceRow } from './AdviceRow.tsx'
import { adviceWords } from './advice-words.ts'
import { quarterOf } from './quarter.ts'
import '../figures/figures.css'

export function AdvicePage({ tabs }: { readonly tabs: ReactNode }) {
  const t = useWords(adviceWords)
  const areaId = useMe().data?.posts[0]?.areaId
  const today = localDay(useNow())
  const asked = { areaId: areaId ?? '', from: quarterOf(today), to: today }
  const { data, error, refetch } = useAnswer('counsel.advice', asked, { keep: true, enabled: areaId !== undefined })
  return (
    <main className="one">
      <section className="sheet page-note advisers advice">
        {tabs}
        <h1>{t('title')}</h1>
        {data ? <Told advice={data} today={today} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error || areaId === undefined ? null : <SkeletonText lines={9} />}
      </section>
    </main>
  )
}

function Told({ advice, today }: { readonly advice: Advice; readonly today: string }) {
  const t = useWords(adviceWords)
  const [noting, setNoting] = useState(false)
  const { waiting, latest, centres, communities, can } = advice
  const late = waiting.filter(({ dueOn }) => dueOn && dueOn < today).length
  return (
    <>
      <p className="counsel-gap">
        {waiting.length ? t('waiting', { count: waiting.length }) : t('none')}{' '}
        {late ? t('overdue', { count: late }) : ''}
      </p>
      {can.includes('noteAdvice') && !noting ? (
        <p>
          <Button onPress={() => setNoting(true)}>{t('note')}</Button>
        </p>
      ) : null}
      {noting ? <NoteForm communities={communities} onDone={() => setNoting(false)} /> : null}
      {waiting.length ? <Rows title={t('waitingTitle')} list={waiting} centres={centres} /> : null}
      <Drawn advice={advice} />
      {latest.length ? (
        <Rows title={t('latest')} list={latest.filter(({ state }) => state !== 'referred')} centres={centres} />
      ) : null}
      <Centres advice={advice} />
    </>
  )
}

type RowsProps = { readonly title: string; readonly list: Advice['latest'] } & Pick<Advice, 'centres'>

const FIRST = 8

function Rows({ title, list, centres }: RowsProps) {
  const t = useWords(adviceWords)
  const [all, setAll] = useState(false)
  return (
    <section>
      <h2>{title}</h2>
      <ul className="counsel-rows advice-rows">
        {(all ? list : list.slice(0, FIRST)).map((one) => (
          <AdviceRow key={one.id} one={one} centres={centres} />
        ))}
      </ul>
      {!all && list.length > FIRST ? (
        <Button look="plain" onPress={() => setAll(true)}>
          {t('all', { count: list.length })}
        </Button>
      ) : null}
    </section>
  )
}

function Drawn({ advice: { counts } }: { readonly advice: Advice }) {
  const t = useWords(adviceWords)
  const lang = useLang()
  if (counts.length === 0) return <p className="q">{t('few')}</p>
  const sum = (is: (one: Advice['counts'][number]) => boolean) =>
    counts.filter(is).reduce((all, { count }) => all + count, 0)
  const topics = TOPIC_CODES.map((key) => ({
    ...{ key, label: TOPICS[key][lang], count: sum(({ topic }) => topic === key) },
  }))
  const outcomes = OUTCOMES.map((key) => ({
    ...{ key, label: t(`outcome.${key}`), count: sum(({ outcome }) => outcome === key) },
  }))
  return (
    <div className="advice-drawn">
      <section>
        <h2>{t('byTopic')}</h2>
        <PlainBars rows={topics.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)} />
      </section>
      <section>
        <h2>{t('byOutcome')}</h2>
        <PlainBars rows={outcomes} />
      </section>
    </div>
  )
}

function Centres({ advice: { centres, can } }: { readonly advice: Advice }) {
  const t = useWords(adviceWords)
  const lang = useLang()
  const [adding, setAdding] = useState(false)
  const end = useCommand('counsel.endCentre')
  return (
    <section>
      <h2>{t('centres')}</h2>
      {centres.length === 0 ? <p className="q">{t('noCentre')}</p> : null}
      {end.error ? <ProblemNote problem={end.error} /> : null}
      <ul className="counsel-rows">
        {centres.map((one) => (
          <li key={one.id}>
            <b>{pick(one.zh, one.en, lang)}</b>
            <span className="q">{[one.address, one.phone].filter(Boolean).join(' · ')}</span>
            {can.includes('endCentre') ? (
              <span className="counsel-acts">
                <Button look="plain" busy={end.isPending} onPress={() => end.mutate({ input: { id: one.id } })}>
                  {t('endCentre')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {can.includes('setCentre') && !adding ? (
        <p>
          <Button look="plain" onPress={() => setAdding(true)}>
            {t('addCentre')}
          </Button>
        </p>
      ) : null}
      {adding ? <CentreForm onDone={() => setAdding(false)} /> : null}
    </section>
  )
}
