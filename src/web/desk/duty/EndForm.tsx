// Ends a duty, saying what goes with it.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import type { Holder } from './DutyRow.tsx'
import { dutyWords } from './words.ts'

export function EndForm({
  holder,
  duty,
  onDone,
  onCancel,
}: FormProps & { readonly holder: Holder; readonly duty: string }) {
  const t = useWords(dutyWords)
  const end = useCommand('duty.end', {
    touches: ['account'],
    onDone: () => {
      tell(t('ended'))
      onDone()
    },
  })
  const title = t('endTitle', { name: holder.name, duty })
  return (
    <Form
      label={title}
      send={t('saveEnd')}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={() => end.mutate({ input: { id: holder.id } })}
    >
      <h3>{title}</h3>
      <p>{t('endNote')}</p>
    </Form>
  )
}
