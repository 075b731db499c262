// The handler asks the desk for a pause or for more time. Reasons are a closed list.
import { PAUSES } from '#modules/matter/lifecycle.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { pauseWords } from '#web/parts/matter-words.ts'
import { ChoiceField, LineField, PickField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

const KINDS = ['extend', 'pause'] as const
/** What is written into a field of local time is Shanghai's, wherever the machine stands. */
const inShanghai = (local: string): string => `${local}:00+08:00`

export function AskForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const ask = useCommand('matter.ask', { onDone })
  return (
    <Form
      label={go('do.ask')}
      send={t('askSend')}
      busy={ask.isPending}
      problem={ask.error}
      onCancel={onCancel}
      consequence={t('askAfter')}
      onSend={(value) =>
        ask.mutate({
          input: {
            id: matter.id,
            what: KINDS.find((kind) => kind === value('what')) ?? 'extend',
            reason: PAUSES.find((reason) => reason === value('reason')) ?? 'parts',
            words: value('words'),
            until: inShanghai(value('until')),
          },
        })
      }
    >
      <ChoiceField
        name="what"
        label={t('askWhat')}
        initial="extend"
        options={KINDS.map((value) => ({ value, label: t(`ask.${value}`) }))}
      />
      <div className="row2">
        <PickField
          name="reason"
          label={t('askReason')}
          defaultValue="parts"
          options={PAUSES.map((value) => ({ value, label: pauseWords[value][lang] }))}
        />
        <LineField name="until" label={t('askUntil')} type="datetime-local" required />
      </div>
      <ProseField name="words" label={t('askWords')} required minLength={5} maxLength={1000} />
    </Form>
  )
}
