// A leader's home: what waits for his word, what is late now, and how the place stands; no person and no place is ranked.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { type Said, SayDialog } from '../dispatch/SayDialog.tsx'
import { useTitle } from '../frame/use-title.ts'
import { frameWords } from '../frame/words.ts'
import { Split } from './Bars.tsx'
import { Areas, Months, Rates } from './Drawn.tsx'
import { type Figures, SumLine } from './FiguresPage.tsx'
import { ForMe } from './ForMe.tsx'
import { LateNow } from './LateNow.tsx'
import { figureWords } from './words.ts'
import './figures.css'
import '../dispatch/dispatch.css'

/** The month now and the five before it. */
function halfYear(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 6, 1)).toISOString().slice(0, 10)
}

export function LeaderPage() {
  const t = useWords(figureWords)
  const frame = useWords(frameWords)
  const today = localDay(useNow())
  const [said, setSaid] = useState<Said>()
  const { data, error, refetch } = useAnswer(
    'matter.figures',
    { from: halfYear(today), to: today },
    { keep: true, staleMs: 60_000 },
  )
  useLive('matter')
  useTitle(frame('forMe'))
  return (
    <main className="leader">
      <div>
        <ForMe onSay={setSaid} />
        <LateNow onSay={setSaid} />
      </div>
      <div className="figures">
        {data ? <Standing figures={data} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : (
          <section className="sheet">
            <SkeletonText lines={8} />
          </section>
        )}
      </div>
      {said ? <SayDialog said={said} onClose={() => setSaid(undefined)} /> : null}
      <span className="vh">{t('title')}</span>
    </main>
  )
}

function Standing({ figures }: { readonly figures: Figures }) {
  const t = useWords(figureWords)
  const lang = useLang()
  const { total } = figures
  return (
    <>
      <section className="sum sheet">
        <p className="q">{t('halfYear', { area: pick(figures.areaName, figures.areaNameEn, lang) })}</p>
        <h2 className="l">
          <SumLine figures={figures} />
        </h2>
        <p className="q">{t('sumDefinition')}</p>
        <p className="how">
          <Link to="/desk/figures">{t('how')}</Link>
        </p>
      </section>
      <div className="pair">
        <Months figures={figures} />
        <section className="sheet">
          <h2>{t('residents', { count: total.asked })}</h2>
          <p className="s q">{t('ratesText')}</p>
          <Split
            parts={[
              { key: 'solved', label: t('saidSolved', { count: total.solved }), count: total.solved, look: 'main' },
              {
                ...{ key: 'not', label: t('saidNot', { count: total.answered - total.solved }) },
                ...{ count: total.answered - total.solved, look: 'dark' as const },
              },
              {
                ...{ key: 'nothing', label: t('saidNothing', { count: total.asked - total.answered }) },
                ...{ count: total.asked - total.answered, look: 'grey' as const },
              },
            ]}
          />
        </section>
        <Areas figures={figures} />
        <Rates figures={figures} />
      </div>
    </>
  )
}
