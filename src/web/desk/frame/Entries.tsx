// Where one can go: the daily pages by themselves, the rest under headings; on a phone all of it behind one button.
import { Link, useLocation } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useMay } from '#web/session.ts'
import { type Entry, entriesFor, type Heading, isAt } from './entries.ts'
import { useDisclosure } from './use-disclosure.ts'
import { frameWords } from './words.ts'

type Here = { readonly path: string; readonly view: unknown; readonly home: boolean }

function EntryLink({ entry, here, onGo }: { readonly entry: Entry; readonly here: Here; readonly onGo?: () => void }) {
  const t = useWords(frameWords)
  // A leader's two entries lead to one address; for everybody else a view is a view of his own queue.
  const current = isAt(entry, here.path, here.home || entry.search ? here.view : undefined)
  return (
    <Link
      to={entry.to}
      search={(entry.search ?? {}) as never}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={current ? 'page' : undefined}
      onClick={() => onGo?.()}
    >
      {t(entry.word)}
    </Link>
  )
}

function Under({ heading, here }: { readonly heading: Heading; readonly here: Here }) {
  const t = useWords(frameWords)
  const id = useId()
  const { open, toggle, close, place } = useDisclosure<HTMLDivElement>()
  const inside = heading.entries.some((entry) => isAt(entry, here.path, undefined))
  return (
    <div className="under" ref={place}>
      <button type="button" aria-expanded={open} aria-controls={id} data-current={inside || undefined} onClick={toggle}>
        {t(heading.word)}
        <Icon name="down" />
      </button>
      <div className="under-list" id={id} hidden={!open}>
        {heading.entries.map((entry) => (
          <EntryLink key={entry.to} entry={entry} here={here} onGo={close} />
        ))}
      </div>
    </div>
  )
}

export function Entries() {
  const t = useWords(frameWords)
  const may = useMay()
  const { own, headings } = entriesFor(may)
  const here: Here = {
    ...useLocation({
      select: ({ pathname, search }) => ({ path: pathname, view: (search as { view?: unknown }).view }),
    }),
    home: own.some(({ search }) => search),
  }
  const [all, setAll] = useState(false)
  const id = useId()
  const entry = (one: Entry) => (
    <EntryLink key={`${one.to}${one.word}`} entry={one} here={here} onGo={() => setAll(false)} />
  )
  return (
    <>
      <button type="button" className="menu" aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
        {t('menu')}
        <Icon name="down" />
      </button>
      <nav aria-label={t('main')} id={id} className={all ? 'all' : undefined}>
        {own.map(entry)}
        {headings.map((heading) => (
          <Under key={heading.word} heading={heading} here={here} />
        ))}
        {all ? headings.flatMap(({ entries }) => entries).map(entry) : null}
      </nav>
    </>
  )
}
