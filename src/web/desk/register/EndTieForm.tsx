// Ending a tie: on which day it was over.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Tie } from './Ties.tsx'
import { registerWords } from './words.ts'

export function EndTieForm({ tie, onDone, onCancel }: FormProps & { readonly tie: Tie }) {
  const t = useWords(registerWords)
  const today = localDay(new Date(nowMs()))
  const end = useCommand('register.untie', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('endTie')}
      send={t('endTie')}
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={(value) => end.mutate({ input: { id: tie.id, version: tie.version, day: value('day') } })}
    >
      <LineField
        name="day"
        label={t('overOn')}
        type="date"
        defaultValue={today}
        min={tie.fromDay}
        max={today}
        required
      />
    </Form>
  )
}
