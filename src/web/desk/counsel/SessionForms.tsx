// What the desk does with a session: moving it, noting how it went.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { type Output, useCommand } from '#web/call.ts'
import { minuteOf, timeOf } from '#web/day-minute.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { counselFormWords } from './form-words.ts'

type Full = Output<'counsel.clinic'>
type Props = { readonly session: Full; readonly onDone: () => void }

export function SessionForms({ session }: { readonly session: Full }) {
  const t = useWords(counselFormWords)
  const [open, setOpen] = useState<'move' | 'hold'>()
  const close = () => setOpen(undefined)
  if (open === 'move') return <MoveForm session={session} onDone={close} />
  if (open === 'hold') return <HoldForm session={session} onDone={close} />
  return (
    <p className="list-act">
      {session.can.includes('holdClinic') ? <Button onPress={() => setOpen('hold')}>{t('hold')}</Button> : null}
      {session.can.includes('moveClinic') ? (
        <Button look="plain" onPress={() => setOpen('move')}>
          {t('move')}
        </Button>
      ) : null}
    </p>
  )
}

function MoveForm({ session, onDone }: Props) {
  const t = useWords(counselFormWords)
  const today = localDay(useNow())
  const move = useCommand('counsel.moveClinic', { onDone: () => [tell(t('moved')), onDone()] })
  return (
    <Form
      label={t('move')}
      send={t('move')}
      busy={move.isPending}
      problem={move.error}
      onCancel={onDone}
      onSend={(value) =>
        move.mutate({
          input: {
            ...{ id: session.id, version: session.version, day: value('day'), zh: value('zh') },
            ...{ from: minuteOf(value('from')) ?? 0, to: minuteOf(value('to')) ?? 0 },
          },
        })
      }
    >
      <LineField name="day" label={t('day')} type="date" required min={today} defaultValue={session.day} />
      <LineField name="from" label={t('from')} type="time" required defaultValue={timeOf(session.from)} />
      <LineField name="to" label={t('to')} type="time" required defaultValue={timeOf(session.to)} />
      <LineField name="zh" label={t('why')} required minLength={2} maxLength={120} />
    </Form>
  )
}

function HoldForm({ session, onDone }: Props) {
  const t = useWords(counselFormWords)
  const hold = useCommand('counsel.holdClinic', { onDone: () => [tell(t('held')), onDone()] })
  return (
    <Form
      label={t('hold')}
      send={t('hold')}
      busy={hold.isPending}
      problem={hold.error}
      onCancel={onDone}
      onSend={(value) =>
        hold.mutate({
          input: {
            ...{ id: session.id, version: session.version },
            ...{ advised: Number(value('advised')), handedOn: Number(value('handedOn')) },
          },
        })
      }
    >
      <LineField name="advised" label={t('advised')} type="number" required min={0} max={9999} />
      <LineField name="handedOn" label={t('handedOn')} type="number" required min={0} max={9999} defaultValue="0" />
    </Form>
  )
}
