// How the system runs: what needs somebody first, with what to do; then every part, queues, the slowest operations, the process.
import { useEffect } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { Facts } from '../parts/Facts.tsx'
import { bytesWords } from './amounts.ts'
import { Needs, Parts } from './Parts.tsx'
import { Queues } from './Queues.tsx'
import { Slow } from './Slow.tsx'
import { operateWords } from './words.ts'
import '../kinds/kinds.css'
import './operate.css'

const AGAIN_MS = 10_000

type Health = Output<'upkeep.health'>

export function OperatePage() {
  const t = useWords(operateWords)
  const { data, error, refetch } = useAnswer('upkeep.health', {}, { keep: true })
  useTitle(t('title'))
  useEffect(() => {
    const timer = setInterval(() => void refetch(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [refetch])
  // The last answer would say that all is well.
  const away = error && !error.isMissing && !error.isLost
  return (
    <main className="wide operate">
      <article className="sheet">
        {away ? (
          <>
            <h1>{t('title')}</h1>
            <Empty title={t('away')} act={<Button onPress={() => void refetch()}>{t('again')}</Button>}>
              {t('awayText')}
            </Empty>
          </>
        ) : null}
        {!away && data ? <Standing health={data} /> : null}
        {!away && !data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </article>
    </main>
  )
}

function Standing({ health }: { readonly health: Health }) {
  const t = useWords(operateWords)
  const lang = useLang()
  const { now, parts } = health
  const of = (level: string) => parts.filter((part) => part.level === level).length
  const [bad, warn] = [of('bad'), of('warn')]
  const sentence = bad && warn ? 'toDo' : bad ? 'toDoNow' : warn ? 'toLookAt' : 'allGood'
  return (
    <>
      <div className="table-head">
        <div>
          <h1>{t('title')}</h1>
          <p role="status">
            <b>{t(sentence, { bad, warn })}</b>{' '}
            <span className="q">{t('asOf', { at: clockTime(now, now, lang) })}</span>
          </p>
        </div>
      </div>
      <Needs health={health} />
      <div className="columns">
        <Parts health={health} />
        <div>
          <Queues queues={health.queues} />
          <Process health={health} />
        </div>
        <Slow slow={health.slow} />
      </div>
      <p className="s q">{t('manual')}</p>
    </>
  )
}

function Process({ health: { process, now } }: { readonly health: Health }) {
  const t = useWords(operateWords)
  const lang = useLang()
  return (
    <section>
      <h2>{t('process')}</h2>
      <Facts
        facts={[
          [t('started'), clockTime(process.startedAt, now, lang)],
          [t('pid'), process.pid],
          [t('memory'), bytesWords(process.bytes)],
          [t('lag'), `${process.lagMs} ms`],
          [t('streams'), process.streams],
          [t('requests'), process.requests],
        ]}
      />
    </section>
  )
}
