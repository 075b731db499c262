// Closes a room for good, saying what goes with it.
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { roomWords } from './words.ts'

export function CloseRoomForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const navigate = useNavigate()
  const close = useCommand('room.close', {
    touches: ['place'],
    onDone: () => {
      tell(t('closedDone'))
      onDone()
      void navigate({ to: '/desk/rooms/{-$id}', params: { id: undefined } })
    },
  })
  const title = t('closeTitle', { name: pick(room.name, room.nameEn, lang) })
  return (
    <Form
      label={title}
      send={t('saveClose')}
      look="danger"
      busy={close.isPending}
      problem={close.error}
      onCancel={onCancel}
      onSend={() => close.mutate({ input: { id: room.id, version: room.version } })}
    >
      <h3>{title}</h3>
      <p>{t('closeNote')}</p>
    </Form>
  )
}
