// Finding, behind `/`: type, look, Enter.
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { type Group, type Hit, useFound, useNumber } from '../find/find-hits.ts'
import { findWords } from '../find/words.ts'
import { Dialog } from './Dialog.tsx'
import { useSettled } from './use-settled.ts'

type HitsProps = {
  readonly group: Group
  /** Place of the first of them in the whole list. */
  readonly from: number
  readonly chosen: number
  readonly id: string
  readonly onPoint: (at: number) => void
  readonly onGo: (hit: Hit) => void
}

function Hits({ group: { title, hits }, from, chosen, id, onPoint, onGo }: HitsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the options of a listbox are grouped by role, not by fieldset
    <div role="group" aria-label={title}>
      <p className="s q">{title}</p>
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the box, which keeps the focus
        <div
          key={hit.key}
          id={`${id}-${from + index}`}
          role="option"
          tabIndex={-1}
          aria-selected={chosen === from + index}
          className="found"
          onMouseMove={() => onPoint(from + index)}
          onClick={() => onGo(hit)}
        >
          <span>{hit.title}</span>
          <span className="s q">{hit.sub}</span>
        </div>
      ))}
    </div>
  )
}

/** Up and down in a list of `count`, Enter to go; while a Chinese input method composes, keys are its own. */
const pressed = (event: KeyboardEvent, chosen: number, count: number, point: (at: number) => void, go: () => void) => {
  if (event.nativeEvent.isComposing) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) point(Math.max(0, Math.min(count - 1, chosen + step)))
  if (event.key === 'Enter') go()
  if (step || event.key === 'Enter') event.preventDefault()
}

/** Where each group's first hit stands in the whole list. */
const starts = (groups: readonly Group[]): number[] =>
  groups.map((_, at) => groups.slice(0, at).reduce((sum, { hits }) => sum + hits.length, 0))

type Search = ReturnType<typeof useSearch>

/** Words find while they are typed; a whole number only when it is asked for. */
function useSearch(words: string) {
  const found = useFound(words)
  const number = useNumber(words)
  const groups = found.whole ? (number.looked?.group ? [number.looked.group] : []) : found.groups
  return { ...found, groups, number, problem: found.whole ? (number.looked?.problem ?? null) : found.problem }
}

function Note({
  search,
  words,
  onAll,
}: {
  readonly search: Search
  readonly words: string
  readonly onAll: () => void
}) {
  const t = useWords(findWords)
  const { number, whole, enough, asking, groups, names } = search
  if (whole && !number.may) return <p className="s q">{t('mayNot')}</p>
  if (whole && !number.looked)
    return (
      <div className="find-number">
        <p className="s q">{t('byNumberHelp')}</p>
        <Button onPress={number.look}>{t('byNumber')}</Button>
      </div>
    )
  if (whole)
    return (
      <p className="s q" role="status">
        {number.looked?.group?.hits.length === 0 ? `${t('noBody')} ` : ''}
        {number.looked?.left === undefined ? '' : t('left', { left: number.looked.left })}
      </p>
    )
  if (groups.length > 0)
    return (
      <button type="button" className="tool" onClick={onAll}>
        {t('all')}
      </button>
    )
  if (asking) return null
  return <p className="s q">{enough ? `${t('none', { words })} ${names ? '' : t('noNames')}` : t('start')}</p>
}

export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(findWords)
  const id = useId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const words = useSettled(typed.trim())
  const search = useSearch(words)
  const all = search.groups.flatMap(({ hits }) => hits)
  const chosen = Math.min(at, all.length - 1)
  const from = starts(search.groups)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const go = (hit: Hit | undefined) => {
    if (!hit) {
      if (search.whole && search.number.may && !search.number.looked) search.number.look()
      return
    }
    onClose()
    void navigate({ href: hit.href })
  }
  return (
    <Dialog label={t('title')} onClose={onClose}>
      <div className="f">
        <label htmlFor={id}>{t('title')}</label>
        <span className="help">{t('help')}</span>
        <input
          id={id}
          value={typed}
          maxLength={60}
          autoComplete="off"
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={all.length > 0 ? `${id}-${chosen}` : undefined}
          onKeyDown={(event) => pressed(event, chosen, all.length, setAt, () => go(all[chosen]))}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('title')} className="found-list">
        {search.groups.map((group, index) => (
          <Hits key={group.key} group={group} from={from[index]!} chosen={chosen} id={id} onPoint={setAt} onGo={go} />
        ))}
      </div>
      <ProblemNote problem={search.problem} />
      <Note
        search={search}
        words={words}
        onAll={() => {
          onClose()
          void navigate({ to: '/desk/find', search: { q: typed.trim() } })
        }}
      />
    </Dialog>
  )
}
