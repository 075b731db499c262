// An empty queue: why it is empty, what usually comes here, and where the work is instead.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Empty } from '#web/parts/Problem.tsx'
import { LookedFrom } from './LookedFrom.tsx'
import { CONDITIONS, type QueueSearch, viewOf } from './search.ts'
import { queueWords } from './words.ts'

type EmptyQueueProps = { readonly search: QueueSearch; readonly lookedFrom: string | null }

export function EmptyQueue({ search, lookedFrom }: EmptyQueueProps) {
  return search.find ? <NothingFound search={search} lookedFrom={lookedFrom} /> : <NothingThere search={search} />
}

/** Nothing of these words: what is looked through, and where else to look. */
function NothingFound({ search, lookedFrom }: EmptyQueueProps) {
  const t = useWords(queueWords)
  const { find = '', area, view, until } = search
  const narrow = area || (view && view !== 'all') || search.kind || CONDITIONS.some((name) => search[name])
  const act = narrow ? (
    <Link to="/desk" search={{ find, ...(until ? { until } : {}) }} className="btn">
      {t('findEverywhere')}
    </Link>
  ) : undefined
  return (
    <div className="q-empty">
      <Empty title={t('foundNone', { find })} act={act}>
        {t('foundNoneText')}
      </Empty>
      <LookedFrom search={search} from={lookedFrom} />
    </div>
  )
}

function NothingThere({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const view = viewOf(search)
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
