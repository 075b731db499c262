// The one bar for time: its right end is the deadline, what is left shrinks toward it, the words above say both dates.
import type { CSSProperties, ReactNode } from 'react'
import { fill, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { type Limit, paceOf } from './pace.ts'
import { Mark, type ShapeName } from './State.tsx'
import { clockTime, spanWords, timeLeft, withUnits } from './when.ts'
import { partWords } from './words.ts'

export type LimitKind = 'take' | 'sign' | 'answer' | 'finish' | 'check' | 'rate'

const SHAPES = { due: 'half', late: 'triangle', none: 'ring' } as const satisfies Record<string, ShapeName>

/** “11月21日（周六）09:20” inside brackets: no brackets in brackets. */
const plainDay = (when: string): string => when.replace(/（(周.)）/, ' $1 ')

type BarProps = { readonly tone: string | undefined; readonly left: number }

const Bar = ({ tone, left }: BarProps) => (
  <span className={`left bar-only ${tone ?? ''}`} style={{ '--left': `${left}%` } as CSSProperties}>
    <span className="bar">
      <i />
    </span>
  </span>
)

/** For a row of a list: “◐ 还剩 1 小时 20 分” and the bar as two cells, or `children` where no limit runs. */
export function TimeLeftCells({
  limit,
  children,
}: {
  readonly limit: Limit | undefined
  readonly children?: ReactNode
}) {
  const lang = useLang()
  const now = useNow()
  if (!limit) return children
  const { tone, left } = paceOf(limit, now)
  return (
    <>
      <Mark shape={SHAPES[tone ?? 'none']} tone={tone}>
        {timeLeft(limit.dueAt, now, lang)}
      </Mark>
      <Bar tone={tone} left={left} />
    </>
  )
}

type TimeLeftProps = {
  readonly limit: Limit
  readonly kind: LimitKind
  /** At the right of the words: the button that opens the explanation. */
  readonly action?: ReactNode
}

/** For a record: the words with both dates and what is due then, a place for one action, the bar. */
export function TimeLeft({ limit, kind, action }: TimeLeftProps) {
  const lang = useLang()
  const t = useWords(partWords)
  const now = useNow()
  const { tone, left } = paceOf(limit, now)
  const late = tone === 'late'
  return (
    <div className={`left ${tone ?? ''}`} style={{ '--left': `${left}%` } as CSSProperties}>
      <div className="row">
        <Mark shape={SHAPES[tone ?? 'none']} tone={tone}>
          <span>
            {fill(t(late ? 'lateTo' : 'leftTo'), {
              left: withUnits(timeLeft(limit.dueAt, now, lang)),
              what: t(kind),
              when: (
                <span className="whole">
                  {t(late ? 'lateBy' : 'leftBy', { when: plainDay(clockTime(limit.dueAt, now, lang)) })}
                </span>
              ),
            })}
          </span>
        </Mark>
        {action}
      </div>
      <div className="bar">
        <i />
      </div>
    </div>
  )
}

type TimeKeptProps = { readonly dueAt: string; readonly stoppedAt: string; readonly action?: ReactNode }

/** For a limit that has ended: how much earlier or later than promised it was finished. */
export function TimeKept({ dueAt, stoppedAt, action }: TimeKeptProps) {
  const lang = useLang()
  const t = useWords(partWords)
  const minutes = (Date.parse(dueAt) - Date.parse(stoppedAt)) / 60_000
  const kept = minutes >= 0
  const span = spanWords(Math.abs(minutes), lang)
  return (
    <div className={`left none ${kept ? 'kept' : 'late'}`}>
      <div className="row">
        <Mark shape={kept ? 'tick' : 'triangle'} tone={kept ? 'done' : 'late'}>
          {withUnits(t(kept ? 'keptBy' : 'missedBy', { span }))}
        </Mark>
        {action}
      </div>
      <div className="bar">
        <i />
      </div>
    </div>
  )
}

/** For a limit that stands still: until when, and that nothing is used up. */
export function TimeHeld({ until, action }: { readonly until: string | undefined; readonly action?: ReactNode }) {
  const lang = useLang()
  const t = useWords(partWords)
  const now = useNow()
  return (
    <div className="left none held" style={{ '--left': '100%' } as CSSProperties}>
      <div className="row">
        <Mark shape="pause" tone="held">
          {until ? t('heldUntil', { when: plainDay(clockTime(until, now, lang)) }) : t('held')}
        </Mark>
        {action}
      </div>
      <div className="bar">
        <i />
      </div>
    </div>
  )
}
