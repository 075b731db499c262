// Changes how somebody sits in a committee, or renews the term.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { Form } from '../parts/Form.tsx'
import { SeatFields, seatSaid } from './SeatFields.tsx'
import type { Mediator } from './Seats.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

export function ChangeSeatForm({ seat, onDone }: { readonly seat: Mediator; readonly onDone: () => void }) {
  const t = useWords(committeeWords)
  const { skills } = useSkillNames()
  const change = useCommand('committee.changeSeat', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('renewOf', { name: seat.name })}
      send={t('save')}
      busy={change.isPending}
      problem={change.error}
      onCancel={onDone}
      onSend={(value) =>
        change.mutate({ input: { mediatorId: seat.id, version: seat.version, ...seatSaid(value, skills) } })
      }
    >
      <SeatFields skills={skills} until={seat.to} seat={seat} />
    </Form>
  )
}
