// An empty queue: why it is empty, what usually comes here, and where the work is instead.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Empty } from '#web/parts/Problem.tsx'
import type { QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

export function EmptyQueue({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const view = search.view ?? 'mine'
  const area = search.area ? { area: search.area } : {}
  const { data } = useAnswer('matter.counts', search.area ? { areaId: search.area } : {})
  const open = data?.open ?? 0
  const act = search.kind ? (
    <Link to="/desk" search={{ ...area, view }} className="btn">
      {t('showAllKinds')}
    </Link>
  ) : view !== 'open' && open > 0 ? (
    <Link to="/desk" search={{ ...area, view: 'open' }} className="btn">
      {t('showOpen', { count: open })}
    </Link>
  ) : undefined
  return (
    <div className="q-empty">
      <Empty title={t(`empty.${view}`)} act={act}>
        {t(`emptyText.${view}`)}
      </Empty>
    </div>
  )
}
