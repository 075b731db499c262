// Sends a matter back to its handler, with what is not done.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { matterWords } from '../words.ts'

export function SendBackForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(matterWords)
  const go = useWords(moveWords)
  const sendBack = useCommand('matter.sendBack', { onDone })
  return (
    <Form
      label={go('do.sendBack')}
      send={t('saveBack')}
      busy={sendBack.isPending}
      problem={sendBack.error}
      onCancel={onCancel}
      onSend={(value) => sendBack.mutate({ input: { id: matter.id, reason: value('reason') } })}
    >
      <ProseField
        name="reason"
        label={t('reason')}
        help={t('reasonHelp', { who: matter.handlerName })}
        required
        minLength={2}
        maxLength={1000}
      />
    </Form>
  )
}
