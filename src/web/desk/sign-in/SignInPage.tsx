// Signing in: name and password, and the one-time code when the server asks for it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { queries, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useTitle } from '../frame/use-title.ts'
import { LineField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { Door } from './Door.tsx'
import { signInWords } from './words.ts'

/** Only addresses of our own desk are gone back to. */
const ownPath = (to: string | undefined): string =>
  to?.startsWith('/desk') && !to.startsWith('/desk/sign-in') ? to : '/desk'

const ASKS_CODE: ReadonlySet<string | undefined> = new Set(['account.codeNeeded', 'account.wrongCode'])

/** Whether the code has been asked for; it stays so while the next try is on its way. */
function useCodeAsked(code: string | undefined, busy: boolean): boolean {
  const [asked, setAsked] = useState(false)
  const next = busy ? asked : ASKS_CODE.has(code)
  useEffect(() => setAsked(next), [next])
  return next
}

export function SignInPage() {
  const t = useWords(signInWords)
  const navigate = useNavigate()
  const { to } = useSearch({ from: '/desk/sign-in' })
  const place = useRef<HTMLDivElement>(null)
  useTitle(t('title'))
  const signIn = useCommand('account.signIn', {
    onDone: ({ room }) => {
      queries.clear()
      // The field has its own pages.
      if (room === 'field' && !to) location.assign('/field')
      else void navigate({ href: ownPath(to), replace: true })
    },
  })
  const problem = signIn.error
  const codeAsked = useCodeAsked(problem?.code, signIn.isPending)
  useEffect(() => {
    place.current?.querySelector<HTMLInputElement>(codeAsked ? '[name=code]' : '[name=login]')?.focus()
  }, [codeAsked])
  const send = (value: Values) => {
    const code = codeAsked && value('code') ? { code: value('code') } : {}
    signIn.mutate({ input: { login: value('login'), password: value('password'), ...code } })
  }
  return (
    <Door>
      <div className="sheet" ref={place}>
        <div>
          <h1>{t('title')}</h1>
          <p className="q">{t('lead')}</p>
        </div>
        <Form
          label={t('title')}
          send={t(codeAsked ? 'sendCode' : 'send')}
          sending={t('sending')}
          busy={signIn.isPending}
          problem={problem?.code === 'account.codeNeeded' ? null : problem}
          onSend={send}
        >
          <Fields codeAsked={codeAsked} />
        </Form>
      </div>
      <div className="foot s q">
        <p>{t('forgot')}</p>
        <p>
          <a href="/">{t('resident')}</a>
        </p>
      </div>
    </Door>
  )
}

function Fields({ codeAsked }: { readonly codeAsked: boolean }) {
  const t = useWords(signInWords)
  return (
    <>
      <LineField
        name="login"
        label={t('login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <LineField name="password" label={t('password')} type="password" autoComplete="current-password" required />
      {codeAsked ? (
        <LineField
          name="code"
          label={t('code')}
          help={t('codeHelp')}
          className="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          maxLength={6}
          required
        />
      ) : null}
    </>
  )
}
