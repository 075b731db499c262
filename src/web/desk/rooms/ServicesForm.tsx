// Says which services a room offers.
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { roomWords } from './words.ts'
import { readServices } from './written-lines.ts'

export function ServicesForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const save = useSaved('room.setServices', onDone)
  return (
    <Form
      label={t('editServices')}
      send={t('saveServices')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) =>
        save.mutate({
          input: { id: room.id, version: room.version, services: readServices(value('services')) ?? [] },
        })
      }
    >
      <ProseField
        name="services"
        label={t('services')}
        help={t('servicesHelp')}
        rows={6}
        defaultValue={room.services.map(({ zh, en }) => `${zh} / ${en}`).join('\n')}
        onChange={({ target }) => target.setCustomValidity(readServices(target.value) ? '' : t('badServices'))}
      />
    </Form>
  )
}
