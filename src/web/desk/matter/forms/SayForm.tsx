// Something that is said about a matter and moves nothing: a note, a word of supervision, a leader's answer for lateness.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

export type Saying = 'note' | 'urge' | 'comment' | 'acknowledge'

export function SayForm({
  matter,
  what,
  onDone,
  onCancel,
}: Omit<MoveFormProps, 'matter'> & {
  readonly matter: { readonly id: string; readonly lateTimes?: number }
  readonly what: Saying
}) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const say = useCommand(`matter.${what}`, { onDone })
  return (
    <Form
      label={go(`do.${what}`)}
      send={t(`say.${what}.send`)}
      busy={say.isPending}
      problem={say.error}
      onCancel={onCancel}
      onSend={(value) => say.mutate({ input: { id: matter.id, words: value('words') } })}
    >
      <ProseField
        name="words"
        label={t(`say.${what}`)}
        help={t(`say.${what}.help`, { count: matter.lateTimes ?? 1 })}
        required
        minLength={2}
        maxLength={what === 'urge' ? 500 : 1000}
      />
    </Form>
  )
}

export const NoteForm = (props: MoveFormProps) => <SayForm {...props} what="note" />
export const UrgeForm = (props: MoveFormProps) => <SayForm {...props} what="urge" />
export const CommentForm = (props: MoveFormProps) => <SayForm {...props} what="comment" />
export const AcknowledgeForm = (props: MoveFormProps) => <SayForm {...props} what="acknowledge" />
