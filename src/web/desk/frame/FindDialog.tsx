// Finding, behind `/`: type, look, Enter.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { Dialog } from './Dialog.tsx'
import { type Hit, useHits } from './find-hits.ts'
import { useSettled } from './use-settled.ts'
import { frameWords } from './words.ts'

type HitsProps = {
  readonly title: string
  readonly hits: readonly Hit[]
  /** Place of the first of them in the whole list. */
  readonly from: number
  readonly chosen: number
  readonly id: string
  readonly onPoint: (at: number) => void
  readonly onGo: (hit: Hit) => void
}

function Hits({ title, hits, from, chosen, id, onPoint, onGo }: HitsProps) {
  if (hits.length === 0) return null
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

export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(frameWords)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const words = useSettled(typed.trim())
  const { matters, places, problem, asking, enough } = useHits(words)
  const all = [...matters, ...places]
  const chosen = Math.min(at, all.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const go = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    hit.go()
  }
  const shown = { chosen, id, onPoint: setAt, onGo: go }
  return (
    <Dialog label={t('findTitle')} onClose={onClose}>
      <div className="f">
        <label htmlFor={id}>{t('findTitle')}</label>
        <span className="help">{t('findHelp')}</span>
        <input
          id={id}
          value={typed}
          maxLength={40}
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
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('findTitle')} className="found-list">
        <Hits title={t('findMatters')} hits={matters} from={0} {...shown} />
        <Hits title={t('findAreas')} hits={places} from={matters.length} {...shown} />
      </div>
      <ProblemNote problem={problem} />
      {all.length > 0 || asking ? null : <p className="s q">{enough ? t('findNone', { words }) : t('findStart')}</p>}
    </Dialog>
  )
}
