// At the head of the list: planning a session, and recording who sits.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { minuteOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { ChoiceField, LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { counselFormWords } from './form-words.ts'
import { useKindWord } from './use-kind-word.ts'

type Week = Output<'counsel.week'>
type Props = { readonly week: Week; readonly home: { readonly id: string; readonly name: string } }
const KINDS = ['legal', 'volunteer', 'touring'] as const
const SITTERS = ['lawyer', 'mediator', 'volunteer', 'expert'] as const
const SLOTS = [0, 15, 20, 30, 60] as const

export function PlanForms({ week, home }: Props) {
  const t = useWords(counselFormWords)
  const [open, setOpen] = useState<'plan' | 'sitter'>()
  const close = () => setOpen(undefined)
  if (open === 'plan') return <PlanForm week={week} home={home} onDone={close} />
  if (open === 'sitter') return <SitterForm areaId={home.id} onDone={close} />
  return (
    <p className="counsel-acts counsel-begin">
      {week.can.includes('planClinic') ? <Button onPress={() => setOpen('plan')}>{t('plan')}</Button> : null}
      {week.can.includes('setSitter') ? (
        <Button look="plain" onPress={() => setOpen('sitter')}>
          {t('sitter')}
        </Button>
      ) : null}
    </p>
  )
}

function PlanForm({ week, home, onDone }: Props & { readonly onDone: () => void }) {
  const t = useWords(counselFormWords)
  const lang = useLang()
  const kind = useKindWord()
  const today = localDay(useNow())
  const rooms = useAnswer('room.list', {}).data?.rooms ?? []
  const sitters = useAnswer('counsel.sitters', { areaId: home.id }).data?.sitters ?? []
  const plan = useCommand('counsel.planClinic', { onDone: () => [tell(t('planned')), onDone()] })
  const places = [home, ...week.without.map((one) => ({ id: one.id, name: pick(one.name, one.nameEn, lang) }))]
  const named = (list: readonly { id: string; name: string; nameEn: string }[]) =>
    list.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn, lang) }))
  return (
    <Form
      label={t('plan')}
      send={t('plan')}
      busy={plan.isPending}
      problem={plan.error}
      onCancel={onDone}
      onSend={(value) =>
        plan.mutate({
          input: {
            ...{ areaId: value('area'), kind: value('kind') as 'legal', spotZh: value('spot'), day: value('day') },
            ...(value('room') ? { roomId: value('room') } : {}),
            ...{ from: minuteOf(value('from')) ?? 0, to: minuteOf(value('to')) ?? 0, offersZh: value('offers') },
            ...{ slotMinutes: Number(value('slot')), sitters: sitters.map(({ id }) => id).filter((id) => value(id)) },
          },
        })
      }
    >
      <ChoiceField
        name="kind"
        label={t('kind')}
        options={KINDS.map((one) => ({ value: one, label: kind(one) }))}
        initial="legal"
      />
      <PickField name="area" label={t('area')} options={places.map((one) => ({ value: one.id, label: one.name }))} />
      <PickField name="room" label={t('room')} options={[{ value: '', label: t('noRoom') }, ...named(rooms)]} />
      <LineField name="spot" label={t('spot')} maxLength={60} />
      <LineField name="day" label={t('day')} type="date" required min={today} />
      <LineField name="from" label={t('from')} type="time" required defaultValue="14:00" />
      <LineField name="to" label={t('to')} type="time" required defaultValue="17:00" />
      <PickField
        name="slot"
        label={t('slot')}
        options={SLOTS.map((count) => ({
          value: String(count),
          label: count ? t('slotOf', { count }) : t('noSlot'),
        }))}
      />
      <LineField name="offers" label={t('offers')} maxLength={200} />
      <fieldset className="f">
        <legend>{t('sitters')}</legend>
        {sitters.length ? null : <p className="q">{t('noSitters')}</p>}
        {sitters.map((one) => (
          <label className="tick" key={one.id}>
            <input type="checkbox" name={one.id} />
            {pick(one.name, one.nameEn, lang)} <span className="q">{`${t(one.kind)} ${one.firm}`}</span>
          </label>
        ))}
      </fieldset>
    </Form>
  )
}

function SitterForm({ areaId, onDone }: { readonly areaId: string; readonly onDone: () => void }) {
  const t = useWords(counselFormWords)
  const save = useCommand('counsel.setSitter', { onDone: () => [tell(t('sitterSaved')), onDone()] })
  return (
    <Form
      label={t('sitter')}
      send={t('sitter')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) =>
        save.mutate({
          input: {
            ...{ areaId, kind: value('kind') as 'lawyer', name: value('name') },
            ...{ firm: value('firm'), licenceNo: value('licenceNo') },
          },
        })
      }
    >
      <ChoiceField
        name="kind"
        label={t('kind')}
        options={SITTERS.map((one) => ({ value: one, label: t(one) }))}
        initial="lawyer"
      />
      <LineField name="name" label={t('name')} required maxLength={30} />
      <LineField name="firm" label={t('firm')} maxLength={60} />
      <LineField name="licenceNo" label={t('licenceNo')} maxLength={30} />
    </Form>
  )
}
