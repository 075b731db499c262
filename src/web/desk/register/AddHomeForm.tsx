// Recording a home: the building, its unit and room.
import { homeUseWords } from '#modules/register/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { registerWords } from './words.ts'

export function AddHomeForm({ onDone, onCancel }: FormProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const add = useCommand('register.addHome', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <>
      <h1 tabIndex={-1}>{t('addHome')}</h1>
      <Form
        label={t('addHome')}
        send={t('save')}
        busy={add.isPending}
        problem={add.error}
        onCancel={onCancel}
        onSend={(value) =>
          add.mutate({
            input: {
              ...{ areaId: value('area'), unit: value('unit'), room: value('room'), use: value('use') },
              floorArea: value('floorArea') ? Number(value('floorArea')) : null,
            },
          })
        }
      >
        <AreaField name="area" label={t('building')} required />
        <LineField name="unit" label={t('unit')} maxLength={20} />
        <LineField name="room" label={t('room')} maxLength={20} required />
        <PickField
          name="use"
          label={t('use')}
          defaultValue="residence"
          options={Object.entries(homeUseWords).map(([value, word]) => ({ value, label: word[lang] }))}
        />
        <LineField name="floorArea" label={t('floorArea')} type="number" min={1} max={100000} step="any" />
      </Form>
    </>
  )
}
