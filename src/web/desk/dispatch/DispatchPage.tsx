// The dispatch board: what is to be handed on at the left, what agencies have and when it is due at the right.
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { Lanes } from './Lanes.tsx'
import { Returned, Unsigned } from './Strips.tsx'
import { Triage } from './Triage.tsx'
import { dispatchWords } from './words.ts'
import './dispatch.css'

/** More than anybody hands on in one sitting. */
const MOST = 100

export function DispatchPage() {
  const t = useWords(dispatchWords)
  const toHand = useAnswer('matter.list', { view: 'dispatch', sort: 'due', limit: MOST }, { keep: true })
  const open = useAnswer('matter.list', { view: 'open', sort: 'due', limit: MOST }, { keep: true })
  useLive('matter')
  useTitle(t('title'))
  const rows = toHand.data?.matters
  const back = (rows ?? []).filter(({ returns }) => returns > 0)
  return (
    <main className="dispatch">
      {rows ? <Triage rows={rows} /> : null}
      {!rows && toHand.error ? <PageProblem problem={toHand.error} onAgain={() => void toHand.refetch()} /> : null}
      {rows || toHand.error ? null : <SkeletonList rows={8} />}
      <div>
        {open.data ? (
          <>
            <Lanes rows={open.data.matters} more={open.data.next !== null} />
            <Unsigned rows={open.data.matters.filter(({ state }) => state === 'dispatched')} />
            <Returned rows={back} />
          </>
        ) : null}
        {!open.data && open.error ? <PageProblem problem={open.error} onAgain={() => void open.refetch()} /> : null}
      </div>
    </main>
  )
}
