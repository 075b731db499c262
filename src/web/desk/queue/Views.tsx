// The views one looks at often, with how many wait in each, and the sentences one has kept under a name.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { KeptViews } from './KeptViews.tsx'
import { CONDITIONS, type QueueSearch, sameSentence, viewOf } from './search.ts'
import { queueWords } from './words.ts'

const OFTEN = ['mine', 'due', 'check', 'reopened', 'waiting', 'open'] as const

type ViewsProps = {
  readonly search: QueueSearch
  /** The sentence as it stands, in few words: the name that is proposed for it. */
  readonly label: string
  /** Somebody who sees only what was handed to him. */
  readonly handedOnly: boolean
}

export function Views({ search, label, handedOnly }: ViewsProps) {
  const t = useWords(queueWords)
  const now = viewOf(search)
  const usual =
    OFTEN.some((view) => view === now) && !search.kind && CONDITIONS.every((name) => search[name] === undefined)
  return (
    <nav className="saved" aria-label={t('views')}>
      {handedOnly ? <Handed search={search} /> : <Often search={search} />}
      <KeptViews
        search={search}
        label={label}
        plain={Boolean(search.find) || (usual && !search.area && !search.sort)}
      />
    </nav>
  )
}

function Often({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const where = search.area ? { areaId: search.area } : {}
  const { data } = useAnswer('matter.counts', where, { keep: true })
  return OFTEN.map((view) => {
    const to: QueueSearch = { ...(search.area ? { area: search.area } : {}), ...(view === 'mine' ? {} : { view }) }
    return (
      <Link
        key={view}
        to="/desk"
        activeOptions={{ exact: true, includeSearch: true }}
        search={to}
        aria-current={
          sameSentence(to, { ...search, ...(search.sort ? { sort: undefined as never } : {}) }) ? 'true' : undefined
        }
      >
        {t(`short.${view}`)}
        <b>{data ? data[view] : '\u2007'}</b>
      </Link>
    )
  })
}

/** A clerk's day: his turn, to sign for, in hand, due, and all of it. */
const HANDED: readonly {
  readonly word: 'mine' | 'toSign' | 'inHand' | 'due' | 'open'
  readonly search: QueueSearch
}[] = [
  { word: 'mine', search: {} },
  { word: 'toSign', search: { view: 'open', state: 'dispatched' } },
  { word: 'inHand', search: { view: 'open', state: 'handling' } },
  { word: 'due', search: { view: 'due' } },
  { word: 'open', search: { view: 'open' } },
]

function Handed({ search }: { readonly search: QueueSearch }) {
  return HANDED.map((one) => <HandedView key={one.word} {...one} here={sameSentence(one.search, search)} />)
}

function HandedView({ word, search, here }: (typeof HANDED)[number] & { readonly here: boolean }) {
  const t = useWords(queueWords)
  const { data } = useAnswer('matter.list', {
    ...{ view: search.view ?? 'mine', sort: 'due', limit: 1 },
    ...(search.state ? { state: search.state } : {}),
  })
  return (
    <Link
      to="/desk"
      activeOptions={{ exact: true, includeSearch: true }}
      search={search}
      aria-current={here ? 'true' : undefined}
    >
      {t(`short.${word}`)}
      <b>{data ? data.total : '\u2007'}</b>
    </Link>
  )
}
