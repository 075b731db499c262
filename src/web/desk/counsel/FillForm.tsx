// Filling a weekly pattern in until a day: past days on which the room is shut or somebody sits elsewhere.
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { rotationWords } from './rotation-words.ts'

const [USUAL_DAYS, MOST_DAYS] = [91, 189]

type FillProps = {
  readonly id: string
  readonly onSkipped: (skipped: Output<'counsel.fillRotation'>['skipped']) => void
  readonly onDone: () => void
}

export function FillForm({ id, onSkipped, onDone }: FillProps) {
  const t = useWords(rotationWords)
  const now = useNow()
  const fill = useCommand('counsel.fillRotation', {
    onDone: ({ made, skipped }) => {
      tell(t('made', { count: made }))
      onSkipped(skipped)
      onDone()
    },
  })
  return (
    <Form
      label={t('fill')}
      send={t('fill')}
      busy={fill.isPending}
      problem={fill.error}
      onCancel={onDone}
      onSend={(value) => fill.mutate({ input: { id, until: value('until') } })}
    >
      <LineField
        name="until"
        type="date"
        label={t('until')}
        required
        min={dayAhead(now, 0)}
        max={dayAhead(now, MOST_DAYS)}
        defaultValue={dayAhead(now, USUAL_DAYS)}
      />
    </Form>
  )
}
