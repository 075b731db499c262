// How pressing a matter is, by the word of somebody who answers for the area.
import { URGENCIES } from '#modules/matter/lifecycle.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { urgencyWords } from '#web/parts/matter-words.ts'
import { ChoiceField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

type MarkFormProps = Omit<MoveFormProps, 'matter'> & {
  readonly matter: { readonly id: string; readonly urgency: (typeof URGENCIES)[number] }
}

export function MarkForm({ matter, onDone, onCancel }: MarkFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const mark = useCommand('matter.mark', { onDone })
  return (
    <Form
      label={go('do.mark')}
      send={t('markSend')}
      busy={mark.isPending}
      problem={mark.error}
      onCancel={onCancel}
      onSend={(value) => {
        const grade = URGENCIES.find((each) => each === value('grade')) ?? matter.urgency
        mark.mutate({ input: { id: matter.id, grade, words: value('words') } })
      }}
    >
      <ChoiceField
        name="grade"
        label={t('grade')}
        initial={matter.urgency === 'plain' ? 'urgent' : matter.urgency}
        options={URGENCIES.map((value) => ({ value, label: urgencyWords[value][lang] }))}
      />
      <ProseField name="words" label={t('markWords')} required minLength={2} maxLength={500} />
    </Form>
  )
}
