// An agency says, once, that a matter is not its business.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { LineField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

export function ReturnForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const giveBack = useCommand('matter.return', { onDone })
  return (
    <Form
      label={go('do.return')}
      send={t('returnSend')}
      busy={giveBack.isPending}
      problem={giveBack.error}
      onCancel={onCancel}
      onSend={(value) => giveBack.mutate({ input: { id: matter.id, reason: value('reason'), basis: value('basis') } })}
    >
      <ProseField name="reason" label={t('returnReason')} required minLength={5} maxLength={1000} />
      <LineField name="basis" label={t('basis')} help={t('returnBasis')} required minLength={2} maxLength={200} />
    </Form>
  )
}
