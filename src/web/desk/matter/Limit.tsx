// The bar of the running limit; behind one press, how it was counted.
import { lazy, Suspense, useId, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { pausedUntil } from '#web/parts/paused-until.ts'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { TimeHeld, TimeKept, TimeLeft } from '#web/parts/TimeLeft.tsx'
import { limitOf } from './limit.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

const Explanation = lazy(() => import('./why/Explanation.tsx').then(({ Explanation }) => ({ default: Explanation })))

const WITHOUT: ReadonlySet<Matter['state']> = new Set(['withdrawn', 'declined', 'merged', 'archived'])

export function Limit({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const [open, setOpen] = useState(false)
  const id = useId()
  const limit = limitOf(matter)
  const ended = matter.clocks.findLast(({ kind, stoppedAt }) => kind === 'finish' && stoppedAt !== null)
  const paused = matter.state === 'paused'
  const until = pausedUntil(matter)
  const kind = matter.clock ?? ended?.kind ?? (paused ? 'finish' : undefined)
  if (!kind || WITHOUT.has(matter.state)) return null
  const toggle = (
    <button type="button" className="tool" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
      {t(open ? 'hideWhy' : limit ? 'showWhy' : 'noLimitWhy')}
    </button>
  )
  return (
    <>
      {limit && !paused ? <TimeLeft limit={limit} kind={kind} action={toggle} /> : null}
      {paused ? <TimeHeld until={until} action={toggle} /> : null}
      {!paused && !limit && ended?.stoppedAt ? (
        <TimeKept dueAt={ended.dueAt} stoppedAt={ended.stoppedAt} action={toggle} />
      ) : null}
      {open ? (
        <section className="why" id={id} aria-label={t('whyTitle')}>
          <Suspense fallback={<SkeletonText lines={8} />}>
            <Explanation matter={matter} kind={kind} />
          </Suspense>
        </section>
      ) : null}
    </>
  )
}
