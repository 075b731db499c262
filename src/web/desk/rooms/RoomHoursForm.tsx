// Sets the weekly hours of a room.
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { WeekFields, weekOf } from './WeekFields.tsx'
import { roomWords } from './words.ts'

export function RoomHoursForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const save = useSaved('room.setHours', onDone)
  return (
    <Form
      label={t('editHours')}
      send={t('saveHours')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) =>
        save.mutate({
          input: {
            ...{ id: room.id, version: room.version },
            ...{ weekly: weekOf(value), followsCalendar: value('follows') === 'on' },
          },
        })
      }
    >
      <WeekFields weekly={room.weekly} />
      <TickField name="follows" label={t('follows')} initial={room.followsCalendar} />
    </Form>
  )
}
