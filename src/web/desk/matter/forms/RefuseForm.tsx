// Refuses a pause or more time, with the reason.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

type RefuseFormProps = { readonly id: string; readonly requestId: string; readonly onCancel: () => void }

export function RefuseForm({ id, requestId, onCancel }: RefuseFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const refuse = useCommand('matter.refuse', { onDone: () => tell(go('did.refuse')) })
  return (
    <Form
      label={t('refuseSend')}
      send={t('refuseSend')}
      busy={refuse.isPending}
      problem={refuse.error}
      onCancel={onCancel}
      onSend={(value) => refuse.mutate({ input: { id, requestId, why: value('why') } })}
    >
      <ProseField name="why" label={t('refuseWhy')} required minLength={2} maxLength={1000} />
    </Form>
  )
}
