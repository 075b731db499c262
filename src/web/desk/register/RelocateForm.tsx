// Moving to another community: it is told, and until it confirms nothing changes here.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Entry } from './PersonRecord.tsx'
import { registerWords } from './words.ts'

export function RelocateForm({ entry, onDone, onCancel }: FormProps & { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const today = localDay(new Date(nowMs()))
  const move = useCommand('register.relocate', {
    onDone: () => {
      tell(t('relocateTold'))
      onDone()
    },
  })
  return (
    <Form
      label={t('relocate')}
      send={t('relocateSend')}
      busy={move.isPending}
      problem={move.error}
      onCancel={onCancel}
      consequence={t('relocateText')}
      onSend={(value) =>
        move.mutate({
          input: { id: entry.id, version: entry.version, toAreaId: value('to'), day: value('day') },
        })
      }
    >
      <AreaField name="to" label={t('relocateTo')} required />
      <LineField name="day" label={t('day')} type="date" defaultValue={today} min={entry.asOf} max={today} required />
    </Form>
  )
}
