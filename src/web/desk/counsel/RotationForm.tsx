// Setting a weekly pattern: which day, which room, and who comes in which week; after the last week the first comes again.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { minuteOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { ChoiceField, LineField, PickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { WEEKDAYS } from '../rooms/words.ts'
import { counselFormWords } from './form-words.ts'
import { rotationWords } from './rotation-words.ts'
import { useKindWord } from './use-kind-word.ts'

const KINDS = ['legal', 'volunteer'] as const
const SLOTS = [0, 15, 20, 30, 60] as const
/** Turns that the form has room for, in weeks. */
const WEEKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const BEGIN_WEEKS = 2

type Props = { readonly areaId: string; readonly onDone: () => void }

/** Week by week; a week for which nobody was chosen is none. */
const turnsOf = (value: Values, weeks: readonly number[]): string[][] =>
  weeks
    .map((no) => [...new Set([value(`turn${no}`), value(`along${no}`)].filter((one) => one !== ''))])
    .filter((turn) => turn.length > 0)

export function RotationForm({ areaId, onDone }: Props) {
  const t = useWords(rotationWords)
  const form = useWords(counselFormWords)
  const lang = useLang()
  const kind = useKindWord()
  const now = useNow()
  const [count, setCount] = useState<number>(BEGIN_WEEKS)
  const weeks = WEEKS.slice(0, count)
  const rooms = useAnswer('room.list', {}).data?.rooms ?? []
  const save = useCommand('counsel.setRotation', { onDone: () => [tell(t('saved')), onDone()] })
  return (
    <Form
      label={t('set')}
      send={t('set')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) =>
        save.mutate({
          input: {
            ...{ areaId, roomId: value('room'), kind: KINDS.find((one) => one === value('kind')) ?? 'legal' },
            ...{ weekday: Number(value('weekday')), fromOn: value('fromOn'), slotMinutes: Number(value('slot')) },
            ...{ from: minuteOf(value('from')) ?? 0, to: minuteOf(value('to')) ?? 0, offersZh: value('offers') },
            turns: turnsOf(value, weeks),
          },
        })
      }
    >
      <ChoiceField
        name="kind"
        label={form('kind')}
        options={KINDS.map((value) => ({ value, label: kind(value) }))}
        initial="legal"
      />
      <PickField
        name="room"
        label={form('room')}
        required
        options={rooms.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn, lang) }))}
      />
      <PickField
        name="weekday"
        label={t('weekday')}
        options={WEEKDAYS.map((one, at) => ({ value: String(at), label: one[lang] }))}
      />
      <div className="rotation-week">
        <LineField name="from" label={form('from')} type="time" required defaultValue="14:00" />
        <LineField name="to" label={form('to')} type="time" required defaultValue="17:00" />
      </div>
      <LineField name="fromOn" label={t('fromOn')} type="date" required defaultValue={localDay(now)} />
      <PickField
        name="slot"
        label={form('slot')}
        defaultValue="30"
        options={SLOTS.map((each) => ({
          value: String(each),
          label: each ? form('slotOf', { count: each }) : form('noSlot'),
        }))}
      />
      <LineField name="offers" label={form('offers')} maxLength={200} />
      <Turns areaId={areaId} weeks={weeks} />
      {count < WEEKS.length ? (
        <p>
          <Button look="plain" onPress={() => setCount(count + 1)}>
            {t('moreWeeks')}
          </Button>
        </p>
      ) : null}
    </Form>
  )
}

function Turns({ areaId, weeks }: { readonly areaId: string; readonly weeks: readonly number[] }) {
  const t = useWords(rotationWords)
  const lang = useLang()
  const sitters = useAnswer('counsel.sitters', { areaId }).data?.sitters ?? []
  const people = sitters.map((one) => ({
    value: one.id,
    label: [pick(one.name, one.nameEn, lang), one.firm].filter(Boolean).join(' · '),
  }))
  const orNobody = [{ value: '', label: t('nobody') }, ...people]
  return weeks.map((no) => (
    <div key={no} className="rotation-week">
      <PickField
        name={`turn${no}`}
        label={t('turn', { no })}
        required={no === 1}
        options={no === 1 ? people : orNobody}
      />
      <PickField name={`along${no}`} label={t('along', { no })} options={orNobody} />
    </div>
  ))
}
