// Announces a year's holidays, typed as the notice puts them.
import { useRef } from 'react'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Year } from './CalendarPage.tsx'
import { readDays, writeDays } from './special-days.ts'
import { calendarWords } from './words.ts'

export function AnnounceForm({ year, onDone, onCancel }: FormProps & { readonly year: Year }) {
  const t = useWords(calendarWords)
  const days = useRef<HTMLTextAreaElement>(null)
  const announce = useCommand('calendar.announce', {
    touches: ['matter'],
    onDone: (done) => {
      tell(t('saved', done))
      onDone()
    },
  })
  const check = () => {
    const read = readDays(days.current?.value ?? '', year.year)
    days.current?.setCustomValidity(read.ok ? '' : t(read.why, { line: read.line, text: read.text, year: year.year }))
  }
  const before = year.days.map(({ day, kind, name }) => ({ day, kind, zh: name.zh, en: name.en }))
  return (
    <Form
      label={t('announce', { year: year.year })}
      send={t('saveYear')}
      busy={announce.isPending}
      problem={announce.error}
      onCancel={onCancel}
      onSend={(value) => {
        const read = readDays(value('days'), year.year)
        if (read.ok) announce.mutate({ input: { year: year.year, source: value('source'), days: [...read.days] } })
      }}
    >
      <LineField
        name="source"
        label={t('source')}
        help={t('sourceHelp')}
        defaultValue={year.source ?? ''}
        required
        maxLength={120}
      />
      <ProseField
        name="days"
        ref={days}
        label={t('days')}
        help={`${t('daysHelp')}${t('example')}`}
        rows={12}
        defaultValue={writeDays(before)}
        onChange={check}
        required
      />
    </Form>
  )
}
