// Seats a mediator.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AccountField } from '../parts/AccountField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { SeatFields, seatSaid } from './SeatFields.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

export function SeatForm({ committee, onDone, onCancel }: FormProps & { readonly committee: Committee }) {
  const t = useWords(committeeWords)
  const { skills } = useSkillNames()
  const seat = useCommand('committee.seat', {
    onDone: ({ name }) => {
      tell(t('seated', { name }))
      onDone()
    },
  })
  return (
    <Form
      label={t('seat')}
      send={t('saveSeat')}
      busy={seat.isPending}
      problem={seat.error}
      onCancel={onCancel}
      onSend={(value) => {
        const who = { id: committee.id, accountId: value('accountId') }
        seat.mutate({ input: { ...who, ...seatSaid(value, skills) } })
      }}
    >
      <AccountField name="accountId" label={t('account')} required />
      <SeatFields skills={skills} until={committee.termEnd} />
    </Form>
  )
}
