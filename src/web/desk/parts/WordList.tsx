// The list behind a word of a sentence, on React Aria's Select. Fetched when somebody reaches for the word.
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection, Popover, Select, SelectValue } from 'react-aria-components/Select'
import { Icon } from '#web/parts/Icon.tsx'
import type { Choice, WordProps } from './Word.tsx'

const Item = ({ id, label, note }: Choice) => (
  <ListBoxItem id={id} textValue={label} className="pop-item">
    {({ isSelected }) => (
      <>
        <span className="pop-tick">{isSelected ? <Icon name="check" /> : null}</span>
        <span>{label}</span>
        {note ? <span className="s q pop-note">{note}</span> : null}
      </>
    )}
  </ListBoxItem>
)

export function WordList({ label, chosen, groups, onChoose }: WordProps) {
  const word = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  // It takes the place of the plain word that was pressed: the focus moves here first, so that closing can give it back.
  useEffect(() => {
    word.current?.focus()
    setOpen(true)
  }, [])
  return (
    <Select
      aria-label={label}
      className="word"
      value={chosen}
      onChange={(id) => id !== null && onChoose(String(id))}
      isOpen={open}
      onOpenChange={setOpen}
    >
      <Button ref={word} className="w">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
      </Button>
      <Popover className="pop" offset={4}>
        <ListBox className="pop-list">
          {groups
            .filter(({ choices }) => choices.length > 0)
            .map(({ title, choices }) =>
              title ? (
                <ListBoxSection key={title}>
                  <Header className="s q pop-head">{title}</Header>
                  {choices.map((choice) => (
                    <Item key={choice.id} {...choice} />
                  ))}
                </ListBoxSection>
              ) : (
                choices.map((choice) => <Item key={choice.id} {...choice} />)
              ),
            )}
        </ListBox>
      </Popover>
    </Select>
  )
}
