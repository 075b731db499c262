// Taking a dispute, or signing for one that was handed up: which committee, and who of it mediates.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { mediationWords } from './words.ts'

type MediatorsFormProps = FormProps & {
  readonly id: string
  readonly verb: 'accept' | 'receive'
  /** Where it waits to be signed for, the committee is known. */
  readonly committeeId?: string | undefined
}

export function MediatorsForm({ id, verb, committeeId, onDone, onCancel }: MediatorsFormProps) {
  const t = useWords(mediationWords)
  const { data: list } = useAnswer('committee.list', {})
  const [picked, setPicked] = useState<string>()
  const chosen = committeeId ?? picked ?? list?.committees[0]?.id
  const { data: committee } = useAnswer('committee.get', { id: chosen ?? '' }, { enabled: chosen !== undefined })
  const sitting = (committee?.mediators ?? []).filter(({ active, accountId }) => active && accountId)
  const done = {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  }
  const accept = useCommand('mediation.accept', done)
  const receive = useCommand('mediation.receive', done)
  const { isPending, error } = verb === 'accept' ? accept : receive
  if (!list) return null
  return (
    <Form
      label={t(verb === 'accept' ? 'actAccept' : 'actReceive')}
      send={t(verb === 'accept' ? 'actAccept' : 'actReceive')}
      busy={isPending}
      problem={error}
      onCancel={onCancel}
      onSend={(value) => {
        const leadId = value('leadId')
        if (verb === 'accept') accept.mutate({ input: { id, committeeId: chosen!, leadId } })
        else receive.mutate({ input: { id, leadId } })
      }}
    >
      {committeeId ? null : (
        <PickField
          name="committeeId"
          label={t('committee')}
          options={list.committees.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={(event) => setPicked(event.currentTarget.value)}
          required
        />
      )}
      <PickField
        name="leadId"
        label={t('lead')}
        options={sitting.map(({ accountId, name }) => ({ value: accountId!, label: name }))}
        required
      />
    </Form>
  )
}
