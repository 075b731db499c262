// Declines a matter, and names the lawful other way: never just "no".
import { ROUTES } from '#modules/matter/lifecycle.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { routeWords } from '#web/parts/matter-words.ts'
import { PickField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

type DeclineFormProps = Omit<MoveFormProps, 'matter'> & { readonly matter: { readonly id: string } }

export function DeclineForm({ matter, onDone, onCancel }: DeclineFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const decline = useCommand('matter.decline', { onDone })
  return (
    <Form
      label={go('do.decline')}
      send={t('declineSend')}
      busy={decline.isPending}
      problem={decline.error}
      onCancel={onCancel}
      onSend={(value) => {
        const route = ROUTES.find((each) => each === value('route')) ?? 'other'
        decline.mutate({ input: { id: matter.id, route, reason: value('reason') } })
      }}
    >
      <PickField
        name="route"
        label={t('otherRoute')}
        defaultValue="administrative"
        options={ROUTES.map((value) => ({ value, label: routeWords[value][lang] }))}
      />
      <ProseField
        name="reason"
        label={t('declineReason')}
        help={t('declineHelp')}
        required
        minLength={5}
        maxLength={2000}
      />
    </Form>
  )
}
