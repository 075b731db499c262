// A move that asks for a day, and one that asks for nothing but to be meant.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Entry } from './PersonRecord.tsx'
import { registerWords } from './words.ts'

type DayFormProps = FormProps & { readonly of: 'moveOut' | 'die'; readonly entry: Entry }

export function DayForm({ of, entry, onDone, onCancel }: DayFormProps) {
  const t = useWords(registerWords)
  const done = () => {
    tell(t('saved'))
    onDone()
  }
  const move = useCommand(`register.${of}`, { onDone: done })
  const today = localDay(new Date(nowMs()))
  return (
    <Form
      label={t(of)}
      send={t(of)}
      busy={move.isPending}
      problem={move.error}
      onCancel={onCancel}
      consequence={of === 'die' ? t('dieText') : undefined}
      onSend={(value) => move.mutate({ input: { id: entry.id, version: entry.version, day: value('day') } })}
    >
      <LineField name="day" label={t('day')} type="date" defaultValue={today} min={entry.asOf} max={today} required />
    </Form>
  )
}

type SureProps = FormProps & {
  readonly of: 'revive' | 'unmerge' | 'setHead' | 'makeHousehold' | 'leaveHousehold'
  readonly entry: Entry
}

export function SureForm({ of, entry, onDone, onCancel }: SureProps) {
  const t = useWords(registerWords)
  const done = () => {
    tell(t('saved'))
    onDone()
  }
  const move = useCommand(`register.${of}`, { onDone: done })
  return (
    <Form
      label={t(of)}
      send={t(of)}
      busy={move.isPending}
      problem={move.error}
      onCancel={onCancel}
      onSend={() => move.mutate({ input: { id: entry.id, version: entry.version } })}
    >
      <p>{t(`${of}Text`)}</p>
    </Form>
  )
}
