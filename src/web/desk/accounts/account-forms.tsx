// Short confirmations about an account: each says what follows before it is done.
import { roleWords } from '#modules/account/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { accountWords } from './words.ts'

type Account = Output<'account.get'>
type AccountFormProps = FormProps & { readonly account: Account }

export function DisableForm({ account, onDone, onCancel }: AccountFormProps) {
  const t = useWords(accountWords)
  const disable = useCommand('account.disable', {
    onDone: () => {
      tell(t('disabledDone'))
      onDone()
    },
  })
  return (
    <Form
      label={t('disable')}
      send={t('disableSave')}
      look="danger"
      busy={disable.isPending}
      problem={disable.error}
      onCancel={onCancel}
      onSend={() => disable.mutate({ input: { id: account.id } })}
    >
      <p>{t('disableNote')}</p>
    </Form>
  )
}

export function EnableForm({ account, onDone, onCancel }: AccountFormProps) {
  const t = useWords(accountWords)
  const enable = useCommand('account.enable', {
    onDone: () => {
      tell(t('enabledDone'))
      onDone()
    },
  })
  return (
    <Form
      label={t('enable')}
      send={t('enableSave')}
      busy={enable.isPending}
      problem={enable.error}
      onCancel={onCancel}
      onSend={() => enable.mutate({ input: { id: account.id } })}
    >
      <p>{t('enableNote')}</p>
    </Form>
  )
}

export function EndPostForm({ post, onDone, onCancel }: FormProps & { readonly post: Account['posts'][number] }) {
  const t = useWords(accountWords)
  const lang = useLang()
  const end = useCommand('account.endPost', {
    touches: ['duty'],
    onDone: () => {
      tell(t('endPostDone'))
      onDone()
    },
  })
  const title = t('endPostTitle', { area: post.areaName, role: roleWords[post.role][lang] })
  return (
    <Form
      label={title}
      send={t('endPostSave')}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={() => end.mutate({ input: { postId: post.id } })}
    >
      <h3>{title}</h3>
      <p>{t('endPostNote')}</p>
    </Form>
  )
}
