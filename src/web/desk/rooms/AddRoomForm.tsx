// Records a room or station with its hours; its code is issued with it.
import { useNavigate } from '@tanstack/react-router'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { SaidFields, saidOf } from './ChangeRoomForm.tsx'
import { WeekFields, weekOf } from './WeekFields.tsx'
import { roomWords } from './words.ts'

const OFFICE = [...Array(5).fill([[510, 720] as const, [840, 1050] as const]), [], []]

export function AddRoomForm({ onDone, onCancel }: FormProps) {
  const t = useWords(roomWords)
  const lang = useLang()
  const navigate = useNavigate()
  const kinds = useAnswer('place.kinds', {}, { staleMs: 600_000 })
  const add = useCommand('room.add', {
    touches: ['place'],
    onDone: ({ id, name }) => {
      tell(t('added', { name }))
      onDone()
      void navigate({ to: '/desk/rooms/{-$id}', params: { id } })
    },
  })
  const options = (kinds.data?.kinds ?? [])
    .filter(({ room, retired }) => room && !retired)
    .map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) }))
  return (
    <Form
      label={t('addTitle')}
      send={t('saveAdd')}
      busy={add.isPending}
      problem={add.error ?? kinds.error}
      onCancel={onCancel}
      onSend={(value) =>
        add.mutate({
          input: {
            ...{ areaId: value('areaId'), kind: value('kind'), label: value('label'), ...saidOf(value) },
            ...{ name: value('name'), nameEn: value('nameEn') },
            ...{ weekly: weekOf(value), followsCalendar: value('follows') === 'on' },
          },
        })
      }
    >
      <h1>{t('addTitle')}</h1>
      <div className="row2">
        <AreaField name="areaId" label={t('area')} required />
        <PickField name="kind" label={t('kind')} help={t('kindHelp')} required options={options} />
      </div>
      <div className="row2">
        <LineField name="name" label={t('name')} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} maxLength={120} />
      </div>
      <LineField name="label" label={t('label')} help={t('labelHelp')} required maxLength={30} />
      <SaidFields />
      <WeekFields weekly={OFFICE} />
      <TickField name="follows" label={t('follows')} initial />
    </Form>
  )
}
