// The views one looks at often, with how many wait in each, and the sentences one has kept.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { forget, keep, sameSentence, useKept } from './kept-sentences.ts'
import type { QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

const OFTEN = ['mine', 'due', 'check', 'reopened', 'waiting', 'open'] as const

type ViewsProps = {
  readonly search: QueueSearch
  /** The sentence as it stands, in few words: the name it is kept under. */
  readonly label: string
}

export function Views({ search, label }: ViewsProps) {
  const t = useWords(queueWords)
  const where = search.area ? { areaId: search.area } : {}
  const { data } = useAnswer('matter.counts', where, { keep: true })
  const now = search.view ?? 'mine'
  const usual = OFTEN.some((view) => view === now) && !search.kind
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
      <KeptViews search={search} label={label} plain={usual && !search.area && !search.sort} />
    </nav>
  )
}

function KeptViews({ search, label, plain }: ViewsProps & { readonly plain: boolean }) {
  const t = useWords(queueWords)
  const all = useKept()
  const here = all.some((kept) => sameSentence(kept.search, search))
  return (
    <>
      {all.map((kept) => (
        <Link
          key={kept.label}
          to="/desk"
          activeOptions={{ exact: true, includeSearch: true }}
          search={kept.search}
          aria-current={sameSentence(kept.search, search) ? 'true' : undefined}
        >
          {kept.label}
        </Link>
      ))}
      {here ? (
        <button type="button" onClick={() => forget(search)}>
          {t('forget')}
        </button>
      ) : plain ? null : (
        <button type="button" onClick={() => keep(label, search)}>
          {t('keep')}
        </button>
      )}
    </>
  )
}
