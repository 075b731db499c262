// Says which services a room offers.
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { LineRows, linesOf, useDrafts } from './LineRows.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { roomWords } from './words.ts'

export function ServicesForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const rows = useDrafts(room.services.map(({ zh, en }) => ({ zh, en })))
  const save = useSaved('room.setServices', onDone)
  return (
    <Form
      label={t('editServices')}
      send={t('saveServices')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) => {
        const services = linesOf('services', rows.drafts, value).map(({ zh, en }) => ({ zh, en }))
        save.mutate({ input: { id: room.id, version: room.version, services } })
      }}
    >
      <LineRows {...rows} name="services" legend={t('services')} help={t('servicesHelp')} most={[60, 120]} />
    </Form>
  )
}
