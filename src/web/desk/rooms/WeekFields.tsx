// Seven fields for the spans of a week, each saying at once when it cannot be read.
import { useLang, useWords } from '#web/lang.ts'
import { readSpans, type Span, writeSpans } from '../calendar/week-spans.ts'
import { LineField } from '../parts/Field.tsx'
import type { Values } from '../parts/Form.tsx'
import { roomWords, WEEKDAYS } from './words.ts'

/** What the fields hold, Monday to Sunday. */
export const weekOf = (value: Values): [number, number][][] =>
  WEEKDAYS.map((_, at) => readSpans(value(`day${at}`)) ?? [])

export function WeekFields({ weekly }: { readonly weekly: readonly (readonly Span[])[] }) {
  const t = useWords(roomWords)
  const lang = useLang()
  return (
    <div>
      <p className="s q">{t('hoursHelp')}</p>
      <div className="open-week">
        {WEEKDAYS.map((day, at) => (
          <LineField
            key={day.en}
            name={`day${at}`}
            label={day[lang]}
            maxLength={80}
            defaultValue={writeSpans(weekly[at] ?? [])}
            onChange={({ target }) => target.setCustomValidity(readSpans(target.value) ? '' : t('badSpans'))}
          />
        ))}
      </div>
    </div>
  )
}
