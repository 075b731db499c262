// The list of a queue: twenty, then twenty more in place.
import { useEffect, useRef } from 'react'
import { useAnswer } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { EmptyQueue } from './EmptyQueue.tsx'
import { LookedFrom } from './LookedFrom.tsx'
import { QueueRow, type Row } from './QueueRow.tsx'
import type { QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

type QueueListProps = {
  readonly search: QueueSearch
  readonly rows: readonly Row[] | undefined
  readonly chosen: string | undefined
  readonly total: number
  readonly more: boolean
  /** Words were looked for among what came since then. */
  readonly lookedFrom: string | null
  readonly problem: CallProblem | null
  readonly onAgain: () => void
  readonly next: { readonly has: boolean; readonly busy: boolean; readonly fetch: () => void }
}

export function QueueList(props: QueueListProps) {
  const { search, rows, chosen, total, more, lookedFrom, problem, onAgain, next } = props
  const t = useWords(queueWords)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (chosen) list.current?.querySelector(`[data-id="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (!rows) return problem ? <PageProblem problem={problem} onAgain={onAgain} /> : <SkeletonList rows={8} />
  if (rows.length === 0) return <EmptyQueue search={search} lookedFrom={lookedFrom} />
  const rest = Math.min(20, total - rows.length)
  return (
    <>
      <ul className="q-list" ref={list}>
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} chosen={row.id === chosen} />
        ))}
      </ul>
      <div className="q-foot">
        {next.has ? (
          <Button busy={next.busy} busyLabel={t('moreBusy')} onPress={next.fetch}>
            {t('more', { count: more || rest < 1 ? 20 : rest })}
          </Button>
        ) : null}
        <span className="s q">{t(more ? 'totalMore' : 'total', { total })}</span>
        {search.find ? null : <DoneToday search={search} />}
      </div>
      <LookedFrom search={search} from={lookedFrom} />
    </>
  )
}

/** What this person has settled today, quietly: not a score, a sign that the day moves on. */
function DoneToday({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const { data } = useAnswer('matter.counts', search.area ? { areaId: search.area } : {})
  if (!data?.doneToday) return null
  return <span className="s q">{t('doneToday', { count: data.doneToday })}</span>
}
