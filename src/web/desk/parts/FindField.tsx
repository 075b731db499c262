// A field in which one types a few characters and chooses from what the server finds.
import { type ReactNode, useContext, useId, useRef, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox'
import { useWords } from '#web/lang.ts'
import { Shape } from '#web/parts/State.tsx'
import { WrongFields } from './Form.tsx'
import { deskPartWords } from './words.ts'

export type Found = { readonly id: string; readonly label: string; readonly note: string }

type FindFieldProps = {
  readonly name: string
  readonly label: string
  readonly help: string
  /** What was found for the words last told by `onWords`. */
  readonly found: readonly Found[]
  readonly asking: boolean
  /** Words to find things by; '' while what stands there is what was chosen. */
  readonly onWords: (words: string) => void
  readonly initial?: Found | undefined
  readonly required?: boolean
  readonly onChange?: (chosen: Found | undefined) => void
}

const Item = ({ id, label, note }: Found) => (
  <ListBoxItem id={id} textValue={label} className="pop-item found-item">
    <span>{label}</span>
    <span className="s q">{note}</span>
  </ListBoxItem>
)

/** The id of what was chosen travels in a hidden twin, so that forms read it like any other field. */
export function FindField({ name, label, help, found, asking, onWords, initial, required, onChange }: FindFieldProps) {
  const t = useWords(deskPartWords)
  const wrong = useContext(WrongFields)[name]
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(initial?.label ?? '')
  const [chosen, setChosen] = useState(initial)
  const items = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found
  const type = (text: string) => {
    setTyped(text)
    onWords(text === chosen?.label ? '' : text.trim())
  }
  const choose = (key: unknown) => {
    const next = items.find((one) => one.id === key)
    setChosen(next)
    setTyped(next?.label ?? '')
    onChange?.(next)
  }
  let empty: ReactNode = null
  if (!asking && typed.trim() !== '' && typed !== chosen?.label)
    empty = <p className="pop-item s q">{t('noneFound')}</p>
  return (
    <ComboBox
      className={wrong ? 'f bad' : 'f'}
      items={items}
      inputValue={typed}
      onInputChange={type}
      value={chosen?.id ?? null}
      onChange={choose}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
      aria-describedby={`${id}-help`}
    >
      <Label>{label}</Label>
      <span className="help" id={`${id}-help`}>
        {help}
      </span>
      <Input ref={box} maxLength={40} autoComplete="off" />
      <input
        className="vh"
        name={name}
        value={chosen?.id ?? ''}
        required={required}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
        onFocus={() => box.current?.focus()}
      />
      {wrong ? (
        <span className="err">
          <Shape name="missing" />
          {t('askChoice')}
        </span>
      ) : null}
      <FoundList empty={empty} />
    </ComboBox>
  )
}

const FoundList = ({ empty }: { readonly empty: ReactNode }) => (
  <Popover className="pop">
    <ListBox<Found> className="pop-list" renderEmptyState={() => empty}>
      {(one) => <Item {...one} />}
    </ListBox>
  </Popover>
)
