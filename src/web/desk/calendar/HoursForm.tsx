// Sets the hours of a week, a line a day.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { HoursOf } from './Hours.tsx'
import { readSpans, writeSpans } from './week-spans.ts'
import { calendarWords, DAYS } from './words.ts'

export function HoursForm({
  areaId,
  hours,
  onDone,
  onCancel,
}: FormProps & { readonly areaId: string; readonly hours: HoursOf }) {
  const t = useWords(calendarWords)
  const set = useCommand('calendar.setHours', {
    touches: ['matter'],
    onDone: () => {
      tell(t('hoursSaved'))
      onDone()
    },
  })
  return (
    <Form
      label={t(hours.purpose)}
      send={t('saveHours')}
      busy={set.isPending}
      problem={set.error}
      onCancel={onCancel}
      onSend={(value) =>
        set.mutate({
          input: {
            areaId,
            purpose: hours.purpose,
            version: hours.version,
            weekly: DAYS.map((day) => readSpans(value(day)) ?? []),
          },
        })
      }
    >
      <p className="s q">{t('spansHelp')}</p>
      <div className="week-fields">
        {DAYS.map((day, at) => (
          <LineField
            key={day}
            name={day}
            label={t(day)}
            maxLength={80}
            defaultValue={writeSpans(hours.weekly[at] ?? [])}
            onChange={({ target }) => target.setCustomValidity(readSpans(target.value) ? '' : t('badSpans'))}
          />
        ))}
      </div>
    </Form>
  )
}
