// Records somebody whom another body seconds to an area.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Body } from './BodiesPage.tsx'
import { teamWords } from './words.ts'

export function SecondForm({ bodies, onDone, onCancel }: FormProps & { readonly bodies: readonly Body[] }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const today = localDay(useNow())
  const second = useCommand('duty.second', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <>
      <h2>{t('newSecond')}</h2>
      <Form
        label={t('newSecond')}
        send={t('saveSecond')}
        busy={second.isPending}
        problem={second.error}
        onCancel={onCancel}
        onSend={(value) =>
          second.mutate({
            input: {
              ...{ areaId: value('areaId'), bodyId: value('bodyId'), name: value('name'), nameEn: value('nameEn') },
              ...{ phone: value('phone'), taskZh: value('taskZh'), taskEn: value('taskEn') },
              ...(value('from') ? { from: value('from') } : {}),
              ...(value('to') ? { to: value('to') } : {}),
            },
          })
        }
      >
        <PickField
          name="bodyId"
          label={t('body')}
          required
          options={bodies.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn, lang) }))}
        />
        <LineField name="name" label={t('person')} required maxLength={40} />
        <LineField name="nameEn" label={t('personEn')} maxLength={80} />
        <LineField name="phone" label={t('phone')} type="tel" maxLength={20} />
        <AreaField name="areaId" label={t('area')} required />
        <LineField name="taskZh" label={t('task')} required maxLength={60} />
        <LineField name="taskEn" label={t('taskEn')} maxLength={120} />
        <LineField name="from" label={t('from')} type="date" defaultValue={today} />
        <LineField name="to" label={t('to')} type="date" min={today} />
      </Form>
    </>
  )
}
