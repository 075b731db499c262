// Closes a room on one day or gives that day hours of its own.
import { localDay } from '#kernel/clock.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { readSpans } from '../calendar/week-spans.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { roomWords } from './words.ts'

export function DayForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const today = localDay(useNow())
  const save = useSaved('room.setDay', onDone)
  return (
    <Form
      label={t('dayTitle')}
      send={t('saveDay')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) =>
        save.mutate({
          input: {
            ...{ id: room.id, version: room.version, day: value('day'), spans: readSpans(value('spans')) ?? [] },
            ...{ zh: value('zh'), en: value('en') },
          },
        })
      }
    >
      <div className="row2">
        <LineField name="day" label={t('date')} type="date" min={today} required />
        <LineField
          name="spans"
          label={t('spans')}
          help={t('spansHelp')}
          maxLength={80}
          onChange={({ target }) => target.setCustomValidity(readSpans(target.value) ? '' : t('badSpans'))}
        />
      </div>
      <div className="row2">
        <LineField name="zh" label={t('note')} maxLength={60} />
        <LineField name="en" label={t('noteEn')} maxLength={120} />
      </div>
    </Form>
  )
}
