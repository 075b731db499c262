// Gives every building and unit of an area its door code.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { codeWords } from './words.ts'

export function AddDoorsForm({ areaId, onDone, onCancel }: FormProps & { readonly areaId: string }) {
  const t = useWords(codeWords)
  const give = useCommand('place.addDoors', {
    onDone: ({ added }) => {
      tell(t(added > 0 ? 'doorsDone' : 'doorsNone', { added }))
      onDone()
    },
  })
  return (
    <Form
      label={t('addDoors')}
      send={t('doorsSave')}
      busy={give.isPending}
      problem={give.error}
      onCancel={onCancel}
      onSend={() => give.mutate({ input: { areaId } })}
    >
      <h3>{t('addDoors')}</h3>
      <p>{t('doorsNote')}</p>
    </Form>
  )
}
