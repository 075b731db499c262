// Approves the work and replies to the resident. The reply is drafted from what was done and may be changed.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { matterWords } from '../words.ts'

/** One sentence ends with one full stop, whatever the handler typed. */
const ended = (text: string): string => (/[。！？.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)

export function VerifyForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(matterWords)
  const go = useWords(moveWords)
  const verify = useCommand('matter.verify', { onDone })
  const last = matter.steps.findLast(({ move }) => move === 'finish' || move === 'record')
  const done = ended(last?.text ?? '')
  // What a worker found and settled himself nobody reported: there is nobody to thank.
  const draft = last?.move === 'record' ? done : t('draft', { title: matter.title, done })
  return (
    <Form
      label={go('do.verify')}
      send={t('saveReply')}
      busy={verify.isPending}
      problem={verify.error}
      onCancel={onCancel}
      onSend={(value) => verify.mutate({ input: { id: matter.id, reply: value('reply') } })}
    >
      <ProseField
        name="reply"
        label={t('reply')}
        help={t('replyHelp')}
        defaultValue={draft}
        rows={5}
        required
        minLength={5}
        maxLength={2000}
      />
    </Form>
  )
}
