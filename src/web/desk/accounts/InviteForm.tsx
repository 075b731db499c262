// Invites somebody again: for a lost password or phone.
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { Invitation } from './Invitation.tsx'
import { accountWords } from './words.ts'

export function InviteForm({ account, onDone, onCancel }: FormProps & { readonly account: Output<'account.get'> }) {
  const t = useWords(accountWords)
  const invite = useCommand('account.invite')
  if (invite.data) return <Invitation invitation={invite.data} onDone={onDone} />
  return (
    <Form
      label={t('invite')}
      send={t('inviteSave')}
      look={account.joined ? 'danger' : 'primary'}
      busy={invite.isPending}
      problem={invite.error}
      onCancel={onCancel}
      onSend={() => invite.mutate({ input: { id: account.id } })}
    >
      <p>{t('inviteNote')}</p>
    </Form>
  )
}
