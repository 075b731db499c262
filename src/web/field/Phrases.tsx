// Ready phrases for quick typing: a tap adds one to what is written, another tap takes it out again.
import type { Text } from '#kernel/words.ts'
import { useLang } from '#web/lang.ts'

type PhrasesProps = {
  readonly phrases: readonly Text[]
  readonly value: string
  readonly onChange: (value: string) => void
}

export function Phrases({ phrases, value, onChange }: PhrasesProps) {
  const lang = useLang()
  const gap = lang === 'en' ? ' ' : ''
  const toggle = (phrase: string) => {
    if (value.includes(phrase)) return onChange(value.replace(phrase, '').replace(/ {2,}/g, ' ').trim())
    onChange(value.trim() ? `${value.trim()}${gap}${phrase}` : phrase)
  }
  return (
    <ul className="phrases">
      {phrases.map((phrase) => (
        <li key={phrase.zh}>
          <button
            type="button"
            className="btn"
            aria-pressed={value.includes(phrase[lang])}
            onClick={() => toggle(phrase[lang])}
          >
            {phrase[lang]}
          </button>
        </li>
      ))}
    </ul>
  )
}
