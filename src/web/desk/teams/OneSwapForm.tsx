// Gives one shift of one day to another member, to nobody, or back to whose it is.
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Team } from './TeamGap.tsx'
import { teamWords } from './words.ts'

export type ShiftOnDay = {
  readonly shiftId: string
  readonly day: string
  readonly from: number
  readonly to: number
  /** Who has it on the day; `null`: nobody. */
  readonly memberId: string | null
  /** Whose it usually is. */
  readonly ownerId: string
}
export const NOBODY = 'nobody'

export function OneSwapForm({
  team,
  shift: { shiftId, day, memberId, ownerId },
  onDone,
  onCancel,
}: FormProps & { readonly team: Team; readonly shift: ShiftOnDay }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const swap = useCommand('duty.swap', {
    touches: ['room'],
    onDone: () => {
      tell(t('swapped'))
      onDone()
    },
  })
  const others = team.members
    .filter(({ id }) => id !== memberId)
    .map(({ id, name, nameEn }) => ({
      value: id,
      label: `${pick(name, nameEn, lang)}${id === ownerId ? t('ownShift') : ''}`,
    }))
    .sort((a, b) => Number(b.value === ownerId) - Number(a.value === ownerId))
  return (
    <Form
      label={t('swapTitle')}
      send={t('saveSwap')}
      busy={swap.isPending}
      problem={swap.error}
      onCancel={onCancel}
      consequence={t('swapNote')}
      onSend={(value) =>
        swap.mutate({
          input: { id: team.id, shiftId, day, memberId: value('by') === NOBODY ? null : value('by') },
        })
      }
    >
      <PickField
        name="by"
        label={t('by')}
        autoFocus
        options={[...others, ...(memberId === null ? [] : [{ value: NOBODY, label: t('byNobody') }])]}
      />
    </Form>
  )
}
