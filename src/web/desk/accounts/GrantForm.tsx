// Gives an account a post.
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { PostFields, postOf } from './PostFields.tsx'
import { accountWords } from './words.ts'

export function GrantForm({ account, onDone, onCancel }: FormProps & { readonly account: Output<'account.get'> }) {
  const t = useWords(accountWords)
  const grant = useCommand('account.grant', {
    onDone: () => {
      tell(t('granted'))
      onDone()
    },
  })
  return (
    <Form
      label={t('grant')}
      send={t('grantSave')}
      busy={grant.isPending}
      problem={grant.error}
      onCancel={onCancel}
      onSend={(value) => grant.mutate({ input: { id: account.id, ...postOf(value) } })}
    >
      <PostFields />
    </Form>
  )
}
