// That a home is let, and that it is let no more.
import { localDay } from '#kernel/clock.ts'
import { letForWords } from '#modules/register/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { HomeFull } from './HomeRecord.tsx'
import { registerWords } from './words.ts'

export function LetForm({ home, onDone, onCancel }: FormProps & { readonly home: HomeFull }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const today = localDay(new Date(nowMs()))
  const give = useCommand('register.let', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('let')}
      send={t('save')}
      busy={give.isPending}
      problem={give.error}
      onCancel={onCancel}
      onSend={(value) => give.mutate({ input: { homeId: home.id, use: value('use'), fromDay: value('day') } })}
    >
      <PickField
        name="use"
        label={t('letFor')}
        options={Object.entries(letForWords).map(([value, word]) => ({ value, label: word[lang] }))}
      />
      <LineField name="day" label={t('day')} type="date" defaultValue={today} max={today} required />
    </Form>
  )
}

type EndLetProps = FormProps & { readonly rental: HomeFull['rentals'][number] }

export function EndLetForm({ rental, onDone, onCancel }: EndLetProps) {
  const t = useWords(registerWords)
  const today = localDay(new Date(nowMs()))
  const end = useCommand('register.endLet', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('endLet')}
      send={t('save')}
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={(value) => end.mutate({ input: { id: rental.id, version: rental.version, day: value('day') } })}
    >
      <LineField
        name="day"
        label={t('day')}
        type="date"
        defaultValue={today}
        min={rental.fromDay}
        max={today}
        required
      />
    </Form>
  )
}
