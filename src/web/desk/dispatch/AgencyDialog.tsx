// Choosing an agency by typing: the keys stay under the hands.
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { useAgencies } from '../parts/use-agencies.ts'
import { dispatchWords } from './words.ts'

type AgencyDialogProps = {
  /** Of the matter, for the title. */
  readonly title: string
  readonly areaId: string | null
  readonly onChoose: (agency: { readonly id: string; readonly label: string }) => void
  readonly onClose: () => void
}

export function AgencyDialog({ title, areaId, onChoose, onClose }: AgencyDialogProps) {
  const t = useWords(dispatchWords)
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { agencies, known } = useAgencies(areaId)
  const found = agencies.filter(({ label, note }) => `${label} ${note}`.includes(words.trim()))
  const chosen = Math.min(at, found.length - 1)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt(Math.max(0, Math.min(found.length - 1, chosen + step)))
    const one = found[chosen]
    if (event.key === 'Enter' && one) onChoose(one)
    if (step || event.key === 'Enter') event.preventDefault()
  }
  return (
    <Dialog label={t('chooseTitle')} onClose={onClose}>
      <p className="s q">{title}</p>
      <div className="f">
        <label htmlFor={id}>{t('chooseTitle')}</label>
        <span className="help">{t('chooseHelp')}</span>
        <input
          id={id}
          value={words}
          maxLength={40}
          autoComplete="off"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          onKeyDown={press}
          onChange={({ target }) => {
            setWords(target.value)
            setAt(0)
          }}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('chooseTitle')}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the box, which keeps the focus
          <div
            key={one.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="found"
            onMouseMove={() => setAt(index)}
            onClick={() => onChoose(one)}
          >
            <span>{one.label}</span>
            <span className="s q">{one.note}</span>
          </div>
        ))}
      </div>
      {known && agencies.length === 0 ? (
        <p>
          {t('noAgencies')} <Link to="/desk/agencies">{t('toAgencies')}</Link>
        </p>
      ) : null}
      {known && agencies.length > 0 && found.length === 0 ? <p className="s q">{t('chooseNone')}</p> : null}
    </Dialog>
  )
}
