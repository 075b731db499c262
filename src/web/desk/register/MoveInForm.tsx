// Moving into another home, or back into one.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { HomeField } from './HomeField.tsx'
import type { Entry } from './PersonRecord.tsx'
import { registerWords } from './words.ts'

export function MoveInForm({ entry, onDone, onCancel }: FormProps & { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const done = () => {
    tell(t('saved'))
    onDone()
  }
  const move = useCommand('register.moveIn', { onDone: done })
  const today = localDay(new Date(nowMs()))
  return (
    <Form
      label={t('moveIn')}
      send={t('moveIn')}
      busy={move.isPending}
      problem={move.error}
      onCancel={onCancel}
      onSend={(value) =>
        move.mutate({
          input: { id: entry.id, version: entry.version, homeId: value('home'), day: value('day') },
        })
      }
    >
      <HomeField name="home" />
      <LineField name="day" label={t('day')} type="date" defaultValue={today} min={entry.asOf} max={today} required />
    </Form>
  )
}
