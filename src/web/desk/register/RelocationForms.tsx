// What is done with a move between communities: confirmed with a home, not taken over with a reason, taken back.
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { ChoiceField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { HomeField } from './HomeField.tsx'
import type { Relocation } from './RelocationsPage.tsx'
import { registerWords } from './words.ts'

type RelocationFormProps = FormProps & { readonly relocation: Relocation }

const WHY_NOT = ['notHere', 'elsewhere', 'entered'] as const

export function ConfirmForm({ relocation: { id, version }, onCancel }: RelocationFormProps) {
  const t = useWords(registerWords)
  const navigate = useNavigate()
  const confirm = useCommand('register.confirmRelocation', {
    onDone: (person) => {
      tell(t('relocationConfirmed'))
      void navigate({ to: '/desk/register/{-$id}', params: { id: person.id } })
    },
  })
  return (
    <Form
      label={t('confirmRelocation')}
      send={t('confirmRelocation')}
      busy={confirm.isPending}
      problem={confirm.error}
      onCancel={onCancel}
      consequence={t('confirmText')}
      onSend={(value) => confirm.mutate({ input: { id, version, homeId: value('home') } })}
    >
      <HomeField name="home" />
    </Form>
  )
}

function useSettled() {
  const t = useWords(registerWords)
  const navigate = useNavigate()
  return () => {
    tell(t('saved'))
    void navigate({ to: '/desk/relocations/{-$id}', params: { id: undefined } })
  }
}

export function DeclineForm({ relocation: { id, version }, onCancel }: RelocationFormProps) {
  const t = useWords(registerWords)
  const decline = useCommand('register.declineRelocation', { onDone: useSettled() })
  return (
    <Form
      label={t('declineRelocation')}
      send={t('declineRelocation')}
      busy={decline.isPending}
      problem={decline.error}
      onCancel={onCancel}
      onSend={(value) =>
        decline.mutate({
          input: { id, version, reason: WHY_NOT.find((one) => one === value('reason')) ?? 'notHere' },
        })
      }
    >
      <ChoiceField
        name="reason"
        label={t('whyNot')}
        initial="notHere"
        options={WHY_NOT.map((value) => ({ value, label: t(value) }))}
      />
    </Form>
  )
}

export function RecallForm({ relocation: { id, version, state }, onCancel }: RelocationFormProps) {
  const t = useWords(registerWords)
  const recall = useCommand('register.recallRelocation', { onDone: useSettled() })
  const label = t(state === 'declined' ? 'staysHere' : 'recallRelocation')
  return (
    <Form
      label={label}
      send={label}
      busy={recall.isPending}
      problem={recall.error}
      onCancel={onCancel}
      onSend={() => recall.mutate({ input: { id, version } })}
    >
      <p>{t('recallText')}</p>
    </Form>
  )
}
