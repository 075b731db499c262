// Changes the names and the address of an area.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Area } from './AreaRecord.tsx'
import { lines } from './lines.ts'
import { areaWords } from './words.ts'

export function ChangeAreaForm({ area, onDone, onCancel }: FormProps & { readonly area: Area }) {
  const t = useWords(areaWords)
  const change = useCommand('area.change', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('change')}
      send={t('save')}
      busy={change.isPending}
      problem={change.error}
      onCancel={onCancel}
      onSend={(value) =>
        change.mutate({
          input: {
            id: area.id,
            version: area.version,
            name: value('name'),
            nameEn: value('nameEn'),
            address: value('address'),
            aliases: lines(value('aliases')),
          },
        })
      }
    >
      <div className="row2">
        <LineField name="name" label={t('name')} defaultValue={area.name} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} defaultValue={area.nameEn} maxLength={120} />
      </div>
      <LineField name="address" label={t('address')} defaultValue={area.address} maxLength={120} />
      <ProseField name="aliases" label={t('aliases')} help={t('aliasesHelp')} defaultValue={area.aliases.join('\n')} />
    </Form>
  )
}
