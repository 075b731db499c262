// Sentences that somebody has kept under a name, on whatever machine he sits down at.
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { filterOf, type QueueSearch, sameSentence, searchOf } from './search.ts'
import { queueWords } from './words.ts'

type KeptViewsProps = {
  readonly search: QueueSearch
  readonly label: string
  /** One of the usual views, which need not be kept. */
  readonly plain: boolean
}

export function KeptViews({ search, label, plain }: KeptViewsProps) {
  const t = useWords(queueWords)
  const { data } = useAnswer('matter.filters', {}, { staleMs: 300_000 })
  const [naming, setNaming] = useState(false)
  const drop = useCommand('matter.dropFilter')
  const all = (data?.filters ?? []).map(({ id, name, filter }) => ({ id, name, kept: searchOf(filter) }))
  const here = all.find(({ kept }) => sameSentence(kept, search))
  return (
    <>
      {all.map(({ id, name, kept }) => (
        <Link
          key={id}
          to="/desk"
          activeOptions={{ exact: true, includeSearch: true }}
          search={kept}
          aria-current={id === here?.id ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
      {here ? (
        <button type="button" disabled={drop.isPending} onClick={() => drop.mutate({ input: { id: here.id } })}>
          {t('forget')}
        </button>
      ) : plain || naming ? null : (
        <button type="button" onClick={() => setNaming(true)}>
          {t('keep')}
        </button>
      )}
      {naming && !here ? <Name search={search} label={label} onDone={() => setNaming(false)} /> : null}
    </>
  )
}

type NameProps = { readonly search: QueueSearch; readonly label: string; readonly onDone: () => void }

function Name({ search, label, onDone }: NameProps) {
  const t = useWords(queueWords)
  const [name, setName] = useState(label)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = useCommand('matter.saveFilter', {
    onDone: () => {
      tell(t('kept', { name: name.trim() }))
      onDone()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) save.mutate({ input: { name: name.trim(), filter: filterOf(search) } })
  }
  return (
    <form className="name-it" onSubmit={send} onKeyDown={({ key }) => key === 'Escape' && onDone()}>
      <label className="vh" htmlFor="sentence-name">
        {t('keepName')}
      </label>
      <input
        id="sentence-name"
        ref={field}
        className="in"
        value={name}
        maxLength={40}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" disabled={save.isPending}>
        {t('keepSave')}
      </button>
      <button type="button" onClick={onDone}>
        {t('keepNot')}
      </button>
      <ProblemNote problem={save.error} />
    </form>
  )
}
