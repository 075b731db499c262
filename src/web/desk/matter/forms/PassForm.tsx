// Work that is shared: passed to another agency, or done together with others.
import { useState } from 'react'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { AgencyField, AgencyTicks } from '../../parts/AgencyField.tsx'
import { ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

export function TransferForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const transfer = useCommand('matter.transfer', { onDone })
  return (
    <Form
      label={go('do.transfer')}
      send={t('transferSend')}
      busy={transfer.isPending}
      problem={transfer.error}
      onCancel={onCancel}
      onSend={(value) =>
        transfer.mutate({ input: { id: matter.id, agencyId: value('lead'), reason: value('reason') } })
      }
    >
      <AgencyField name="lead" label={t('transferTo')} areaId={matter.gridId} required />
      <ProseField name="reason" label={t('passReason')} required minLength={5} maxLength={1000} />
    </Form>
  )
}

export function InviteForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const [asked, setAsked] = useState<readonly string[]>([])
  const invite = useCommand('matter.invite', { onDone })
  const already = matter.helpers.map(({ id }) => id)
  return (
    <Form
      label={go('do.invite')}
      send={t('inviteSend')}
      busy={invite.isPending}
      problem={invite.error}
      onCancel={onCancel}
      onSend={(value) =>
        asked.length > 0 && invite.mutate({ input: { id: matter.id, agencyIds: [...asked], reason: value('reason') } })
      }
    >
      <AgencyTicks
        label={t('inviteWhom')}
        areaId={matter.gridId}
        without={already}
        chosen={asked}
        onChange={setAsked}
      />
      <ProseField name="reason" label={t('passReason')} required minLength={5} maxLength={1000} />
    </Form>
  )
}
