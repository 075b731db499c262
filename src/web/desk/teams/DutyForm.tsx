// Sets the weekly duty of one member; the shifts of the others stay as they are.
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { WeekFields, weekOf } from '../rooms/WeekFields.tsx'
import type { Rostered } from './TeamRecord.tsx'
import { teamWords } from './words.ts'

type DutyFormProps = FormProps & { readonly rostered: Rostered; readonly member: Rostered['team']['members'][number] }

export function DutyForm({ rostered: { team, shifts }, member, onDone, onCancel }: DutyFormProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const set = useCommand('duty.setRoster', {
    touches: ['room'],
    onDone: () => {
      tell(t('rostered'))
      onDone()
    },
  })
  const own = shifts.filter(({ memberId }) => memberId === member.id)
  const week = Array.from({ length: 7 }, (_, at) =>
    own.filter(({ weekday }) => weekday === at).map(({ from, to }) => [from, to] as const),
  )
  const title = t('setDutyTitle', { name: pick(member.name, member.nameEn, lang) })
  return (
    <Form
      label={title}
      send={t('saveDuty')}
      busy={set.isPending}
      problem={set.error}
      onCancel={onCancel}
      onSend={(value) => {
        const wanted = weekOf(value).flatMap((spans, weekday) =>
          spans.map(([from, to]) => {
            // A shift that stays keeps its id, and with it its swaps.
            const id = own.find((one) => one.weekday === weekday && one.from === from && one.to === to)?.id
            return { ...(id ? { id } : {}), memberId: member.id, weekday, from, to }
          }),
        )
        const others = shifts.filter(({ memberId }) => memberId !== member.id)
        set.mutate({ input: { id: team.id, version: team.version, shifts: [...others, ...wanted] } })
      }}
    >
      <h3>{title}</h3>
      <WeekFields weekly={week} />
    </Form>
  )
}
