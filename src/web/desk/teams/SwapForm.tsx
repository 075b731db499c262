// Gives one shift of one day into other hands, or shows that it has none.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { dayLine } from '#web/parts/when.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { spansWords } from '../rooms/RoomWeek.tsx'
import { comingShifts } from './coming.ts'
import type { Rostered } from './TeamRecord.tsx'
import { teamWords } from './words.ts'

const NOBODY = 'nobody'

export function SwapForm({
  rostered: { team, shifts },
  onDone,
  onCancel,
}: FormProps & { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const now = useNow()
  const coming = comingShifts(shifts, localDay(now))
  const nameOf = (id: string) => {
    const member = team.members.find((one) => one.id === id)
    return member ? pick(member.name, member.nameEn, lang) : ''
  }
  const swap = useCommand('duty.swap', {
    touches: ['room'],
    onDone: () => {
      tell(t('swapped'))
      onDone()
    },
  })
  return (
    <Form
      label={t('swapTitle')}
      send={t('saveSwap')}
      busy={swap.isPending}
      problem={swap.error}
      onCancel={onCancel}
      consequence={t('swapNote')}
      onSend={(value) => {
        const { shift, day } = coming[Number(value('which'))]!
        const memberId = value('by') === NOBODY ? null : value('by')
        swap.mutate({ input: { id: team.id, shiftId: shift.id, day, memberId } })
      }}
    >
      <div className="row2">
        <PickField
          name="which"
          label={t('which')}
          options={coming.map(({ shift, day }, at) => ({
            value: String(at),
            label: `${dayLine(`${day}T04:00:00Z`, now, lang)} ${spansWords([[shift.from, shift.to]])} ${nameOf(shift.memberId)}`,
          }))}
        />
        <PickField
          name="by"
          label={t('by')}
          options={[
            ...team.members.map(({ id }) => ({ value: id, label: nameOf(id) })),
            { value: NOBODY, label: t('byNobody') },
          ]}
        />
      </div>
    </Form>
  )
}
