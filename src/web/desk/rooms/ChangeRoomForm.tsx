// Changes a room's phone, where to find it, and what is said of it.
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { roomWords } from './words.ts'

type Said = Pick<Room, 'phone' | 'spotZh' | 'spotEn' | 'aboutZh' | 'aboutEn'>

export const saidOf = (value: Values): Said => ({
  phone: value('phone'),
  spotZh: value('spotZh'),
  spotEn: value('spotEn'),
  aboutZh: value('aboutZh'),
  aboutEn: value('aboutEn'),
})

export function SaidFields({ room }: { readonly room?: Said }) {
  const t = useWords(roomWords)
  return (
    <>
      <LineField name="phone" label={t('phone')} help={t('phoneHelp')} defaultValue={room?.phone} maxLength={20} />
      <div className="row2">
        <LineField name="spotZh" label={t('spot')} defaultValue={room?.spotZh} maxLength={60} />
        <LineField name="spotEn" label={t('spotEn')} defaultValue={room?.spotEn} maxLength={120} />
      </div>
      <LineField name="aboutZh" label={t('about')} defaultValue={room?.aboutZh} maxLength={300} />
      <LineField name="aboutEn" label={t('aboutEn')} defaultValue={room?.aboutEn} maxLength={500} />
    </>
  )
}

export function ChangeRoomForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const save = useSaved('room.change', onDone)
  return (
    <Form
      label={t('change')}
      send={t('saveChange')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) => save.mutate({ input: { id: room.id, version: room.version, ...saidOf(value) } })}
    >
      <SaidFields room={room} />
    </Form>
  )
}
