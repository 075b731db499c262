// The views one looks at often, with how many wait in each.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import type { QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

const OFTEN = ['mine', 'due', 'check', 'reopened', 'waiting', 'open'] as const

export function Views({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const where = search.area ? { areaId: search.area } : {}
  const { data } = useAnswer('matter.counts', where, { keep: true })
  const now = search.view ?? 'mine'
  return (
    <nav className="saved" aria-label={t('views')}>
      {OFTEN.map((view) => (
        <Link
          key={view}
          to="/desk"
          activeOptions={{ exact: true, includeSearch: true }}
          search={{ ...(search.area ? { area: search.area } : {}), ...(view === 'mine' ? {} : { view }) }}
          aria-current={view === now && !search.kind ? 'true' : undefined}
        >
          {t(`short.${view}`)}
          <b>{data ? data[view] : '\u2007'}</b>
        </Link>
      ))}
    </nav>
  )
}
