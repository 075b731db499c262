// Finding matters from the queue: what is typed goes into the address, so that what was found can be sent to a colleague.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { LEAST, type QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

/** A search looks through all there is; the sentence below narrows it again. Only the place stays as it was. */
export function SearchBox({ search }: { readonly search: QueueSearch }) {
  const t = useWords(queueWords)
  const navigate = useNavigate({ from: '/desk' })
  const box = useRef<HTMLInputElement>(null)
  useKeys({
    f: () => {
      box.current?.focus()
      box.current?.select()
    },
  })
  const area = search.area ? { area: search.area } : {}
  const send = (event: FormEvent) => {
    event.preventDefault()
    const find = box.current?.value.trim() ?? ''
    if (find === '') void navigate({ search: area })
    else if (find.length >= LEAST) void navigate({ search: { ...area, find } })
  }
  return (
    <search>
      <form className="q-search" onSubmit={send}>
        <label className="vh" htmlFor="queue-find">
          {t('find')}
        </label>
        <input
          id="queue-find"
          ref={box}
          key={search.find}
          className="in"
          type="search"
          defaultValue={search.find}
          placeholder={t('findWhat')}
          minLength={LEAST}
          maxLength={40}
          autoComplete="off"
          enterKeyHint="search"
          aria-keyshortcuts="f"
          aria-describedby="queue-find-help"
        />
        <button type="submit" className="tool">
          <Icon name="search" />
          {t('findGo')}
        </button>
        {search.find ? (
          <button type="button" className="tool" onClick={() => void navigate({ search: area })}>
            {t('findNot')}
          </button>
        ) : null}
      </form>
      <p id="queue-find-help" className={search.find ? 's q' : 'vh'}>
        {t('findHelp')}
      </p>
    </search>
  )
}
