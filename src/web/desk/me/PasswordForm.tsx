// Changes one's own password.
import { useRef, useState } from 'react'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { meWords } from './words.ts'

export function PasswordForm() {
  const t = useWords(meWords)
  const [round, setRound] = useState(0)
  const first = useRef<HTMLInputElement>(null)
  const change = useCommand('account.changePassword', {
    onDone: () => {
      tell(t('changed'))
      // A new form: nothing of the passwords stays in the page.
      setRound((before) => before + 1)
    },
  })
  return (
    <Form
      key={round}
      label={t('password')}
      send={t('savePassword')}
      busy={change.isPending}
      problem={change.error}
      consequence={t('passwordNote')}
      onSend={(value) => change.mutate({ input: { old: value('old'), new: value('new') } })}
    >
      <LineField name="old" label={t('old')} type="password" autoComplete="current-password" required />
      <div className="row2">
        <LineField
          name="new"
          ref={first}
          label={t('new')}
          help={t('newHelp')}
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
        <LineField
          name="again"
          label={t('again')}
          type="password"
          autoComplete="new-password"
          required
          onChange={({ target }) => target.setCustomValidity(target.value === first.current?.value ? '' : t('differ'))}
        />
      </div>
    </Form>
  )
}
