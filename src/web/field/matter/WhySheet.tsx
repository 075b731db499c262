// How a time limit is counted, stretch by stretch, with the rule behind it.
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { TimeLeft } from '#web/parts/TimeLeft.tsx'
import { clockTime, limitWords, spanWords, wallTime } from '#web/parts/when.ts'
import { Sheet } from '../Sheet.tsx'
import type { SheetProps } from './RecordSheet.tsx'
import { matterWords, reasonWords } from './words.ts'

/** Characters of “08:30”. */
const CLOCK = 5

type Explained = Output<'matter.explain'>

export function WhySheet({ matter, onClose }: Pick<SheetProps, 'matter' | 'onClose'>) {
  const t = useWords(matterWords)
  const { data, error, refetch } = useAnswer('matter.explain', {
    id: matter.id,
    ...(matter.clock ? { clock: matter.clock } : {}),
  })
  return (
    <Sheet title={t('whyTitle')} onClose={onClose}>
      {data ? (
        <Explanation explained={data} />
      ) : error ? (
        <PageProblem problem={error} onAgain={() => void refetch()} />
      ) : (
        <SkeletonText lines={5} />
      )}
    </Sheet>
  )
}

/** “11月20日（周五）08:30–12:00”, “08:30–12:00, Fri 20 Nov”: one line, or two that part between day and hours. */
function Stretch({ from, to }: { readonly from: string; readonly to: string }) {
  const lang = useLang()
  const now = useNow()
  const said = clockTime(from, now, lang)
  if (lang === 'zh')
    return (
      <span>
        <span className="nw">{said.slice(0, -CLOCK)}</span>
        <wbr />
        <span className="nw">{`${said.slice(-CLOCK)}–${wallTime(to)}`}</span>
      </span>
    )
  const [, comma, day] = /^.{5}(,?) (.*)$/.exec(said) ?? ['', '', '']
  return (
    <span>
      {`${said.slice(0, CLOCK)}–${wallTime(to)}${comma}`} <span className="nw">{day}</span>
    </span>
  )
}

function Explanation({ explained }: { readonly explained: Explained }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const now = useNow()
  const { clock, intervals, hours, basis } = explained
  const limit = limitWords(clock.limitMinutes, clock.counting, lang)
  return (
    <>
      <TimeLeft limit={clock} kind={clock.kind} />
      <p>{t('whyLimit', { limit, from: clockTime(clock.startedAt, now, lang) })}</p>
      <ol className="spans">
        {intervals.map((interval) => (
          <li key={interval.from} className={interval.counted ? '' : 'q'}>
            <Stretch from={interval.from} to={interval.to} />
            <span>{interval.counted ? t('whyCounted', { span: spanWords(interval.minutes, lang) }) : t('whyNot')}</span>
            <small>
              {interval.name ? pick(interval.name.zh, interval.name.en, lang) : reasonWords[interval.reason][lang]}
            </small>
          </li>
        ))}
      </ol>
      <p className="s q">
        {t('whyHours', { hours: pick(hours.zh, hours.en, lang) })}
        <br />
        {t('whyBasis', { basis: pick(basis.zh, basis.en, lang) })}
        {clock.provisional ? (
          <>
            <br />
            {t('whyProvisional')}
          </>
        ) : null}
      </p>
    </>
  )
}
