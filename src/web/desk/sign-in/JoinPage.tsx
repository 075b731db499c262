// Accepting an invitation: a password first, then the one-time code for the phone.
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useTitle } from '../frame/use-title.ts'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Qr } from '../parts/Qr.tsx'
import { Door } from './Door.tsx'
import { signInWords } from './words.ts'

type Joined = Output<'account.join'>

export function JoinPage() {
  const t = useWords(signInWords)
  const { code } = useSearch({ from: '/desk/join' })
  const [joined, setJoined] = useState<Joined>()
  useTitle(t('joinTitle'))
  return (
    <Door>
      {joined ? <Scan joined={joined} /> : code ? <Choose invitation={code} onJoined={setJoined} /> : <NoCode />}
    </Door>
  )
}

function NoCode() {
  const t = useWords(signInWords)
  return (
    <div className="sheet">
      <h1>{t('noCode')}</h1>
      <p>{t('noCodeText')}</p>
    </div>
  )
}

function Choose({
  invitation,
  onJoined,
}: {
  readonly invitation: string
  readonly onJoined: (joined: Joined) => void
}) {
  const t = useWords(signInWords)
  const join = useCommand('account.join', { onDone: onJoined })
  const [first, setFirst] = useState('')
  return (
    <div className="sheet">
      <div>
        <p className="s q">{t('step', { at: 1 })}</p>
        <h1>{t('joinTitle')}</h1>
        <p>{t('joinLead')}</p>
      </div>
      <Form
        label={t('joinTitle')}
        send={t('join')}
        busy={join.isPending}
        problem={join.error}
        onSend={(value) => join.mutate({ input: { invitation, password: value('password') } })}
      >
        <LineField
          name="password"
          label={t('newPassword')}
          help={t('newPasswordHelp')}
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
          onChange={(event) => setFirst(event.target.value)}
        />
        <LineField
          name="again"
          label={t('again')}
          type="password"
          autoComplete="new-password"
          required
          ref={(input) => input?.setCustomValidity(input.value && input.value !== first ? t('differ') : '')}
          onChange={({ target }) => target.setCustomValidity(target.value === first ? '' : t('differ'))}
        />
      </Form>
    </div>
  )
}

function Scan({ joined: { login, secret, uri } }: { readonly joined: Joined }) {
  const t = useWords(signInWords)
  return (
    <div className="sheet wide">
      <div>
        <p className="s q">{t('step', { at: 2 })}</p>
        <h1>{t('scanTitle')}</h1>
        <p>{t('scanText')}</p>
      </div>
      <Qr text={uri} label={t('qr')} />
      <dl>
        <dt>{t('yourLogin')}</dt>
        <dd>{login}</dd>
        <dt>{t('secret')}</dt>
        <dd>{secret.match(/.{1,4}/g)?.join(' ')}</dd>
        <dt>{t('address')}</dt>
        <dd className="long">{uri}</dd>
      </dl>
      <p className="s">{t('scanOnce')}</p>
      <Link to="/desk/sign-in" search={{}} className="btn primary">
        {t('toSignIn')}
      </Link>
    </div>
  )
}
