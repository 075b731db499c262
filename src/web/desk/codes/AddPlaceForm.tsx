// Records a place and gives it a code.
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { codeWords } from './words.ts'

export function AddPlaceForm({ areaId, onDone, onCancel }: FormProps & { readonly areaId: string }) {
  const t = useWords(codeWords)
  const lang = useLang()
  const kinds = useAnswer('place.kinds', {}, { staleMs: 600_000 })
  const add = useCommand('place.add', {
    onDone: ({ name, checkWords }) => {
      tell(t('added', { name, words: checkWords }))
      onDone()
    },
  })
  return (
    <Form
      label={t('add')}
      send={t('saveAdd')}
      busy={add.isPending}
      problem={add.error ?? kinds.error}
      onCancel={onCancel}
      onSend={(value) =>
        add.mutate({
          input: { areaId, kind: value('kind'), name: value('name'), nameEn: value('nameEn'), label: value('label') },
        })
      }
    >
      <div className="row2">
        <LineField name="name" label={t('name')} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} maxLength={120} />
      </div>
      <div className="row2">
        <PickField
          name="kind"
          label={t('kind')}
          required
          options={(kinds.data?.kinds ?? [])
            .filter(({ retired }) => !retired)
            .map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) }))}
        />
        <LineField name="label" label={t('label')} help={t('labelHelp')} required maxLength={30} />
      </div>
    </Form>
  )
}
