// Notes the first contact with the resident: how, and what was said.
import { VIAS } from '#modules/matter/lifecycle.ts'
import { viaWords } from '#modules/matter/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { ChoiceField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { matterWords } from '../words.ts'

export function AnswerForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(matterWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const answer = useCommand('matter.answer', { onDone })
  return (
    <Form
      label={go('do.answer')}
      send={t('saveAnswer')}
      busy={answer.isPending}
      problem={answer.error}
      onCancel={onCancel}
      onSend={(value) =>
        answer.mutate({
          input: { id: matter.id, said: value('said'), via: VIAS.find((via) => via === value('via')) ?? 'phone' },
        })
      }
    >
      <ChoiceField
        name="via"
        label={t('via')}
        initial={matter.reporter.phone ? 'phone' : 'page'}
        options={VIAS.map((value) => ({ value, label: viaWords[value][lang] }))}
      />
      <ProseField name="said" label={t('said')} help={t('saidHelp')} required minLength={2} maxLength={1000} />
    </Form>
  )
}
