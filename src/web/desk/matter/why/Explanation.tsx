// How a time limit was counted: the strip, the table line by line, and what it rests on.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Shape } from '#web/parts/State.tsx'
import type { LimitKind } from '#web/parts/TimeLeft.tsx'
import { limitWords, WORKDAY_MINUTES } from '#web/parts/when.ts'
import type { Matter } from '../Record.tsx'
import { matterWords } from '../words.ts'
import { ExplanationTable } from './ExplanationTable.tsx'
import { Strip } from './Strip.tsx'

export function Explanation({ matter, kind }: { readonly matter: Matter; readonly kind: LimitKind }) {
  const t = useWords(matterWords)
  const { data, error, refetch } = useAnswer('matter.explain', { id: matter.id, clock: kind })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={8} />
  const paused = data.intervals.some(({ reason }) => reason === 'paused')
  return (
    <>
      <div className="hd">
        <h2>{t('whyTitle')}</h2>
        <span className="st">
          {paused ? <Shape name="pause" /> : null}
          {t(paused ? 'legendHeld' : 'legend')}
        </span>
      </div>
      <Strip explained={data} again={matter.round > 1 && data.clock.round > 1} />
      <div className="cols">
        <ExplanationTable explained={data} />
        <Grounds explained={data} />
      </div>
    </>
  )
}

type Explained = NonNullable<ReturnType<typeof useAnswer<'matter.explain'>>['data']>

function Grounds({ explained: { clock, basis } }: { readonly explained: Explained }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const limit = limitWords(clock.limitMinutes, clock.counting, lang)
  const inDays = clock.counting === 'work' && clock.limitMinutes % WORKDAY_MINUTES === 0
  return (
    <dl>
      <div>
        <dt>{t('limit')}</dt>
        <dd>{inDays ? t('workHours', { limit, hours: clock.limitMinutes / 60 }) : limit}</dd>
      </div>
      <div>
        <dt>{t('hours')}</dt>
        <dd>{t(`hours.${clock.counting}`)}</dd>
      </div>
      <div>
        <dt>{t('basis')}</dt>
        <dd>{pick(basis.zh, basis.en, lang)}</dd>
      </div>
      {clock.provisional ? <p>{t('provisional')}</p> : null}
    </dl>
  )
}
