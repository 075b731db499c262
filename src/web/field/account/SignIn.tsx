// Signing in on the phone: login and password, then the six digits when the account has them.
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Output, perform, queries } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { showLang, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Drawing, Icon } from '#web/parts/Icon.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { useTitle } from '../use-title.ts'
import { go } from '../way.ts'
import { fieldWords } from '../words.ts'
import { signInWords } from './words.ts'

const SECOND_STEP: readonly string[] = ['account.codeNeeded', 'account.wrongCode']

/** Back to the page that asked for it; never to another site. */
const safe = (next: string | null): string => (next && /^\/(?!\/)/.test(next) ? next : '/')

export function SignIn({ next }: { readonly next: string | null }) {
  const t = useWords(signInWords)
  const product = useWords(fieldWords)('product')
  const [given, setGiven] = useState({ login: '', password: '', code: '' })
  useTitle(t('title'))
  const signIn = useMutation<Output<'account.signIn'>, CallProblem>({
    mutationFn: () =>
      perform('account.signIn', {
        login: given.login,
        password: given.password,
        ...(given.code ? { code: given.code } : {}),
      }),
    onSuccess: async ({ room }) => {
      queries.clear()
      if (room === 'desk' && !next) location.assign('/desk')
      else go(safe(next), { replace: true })
    },
  })
  const asksCode = SECOND_STEP.includes(signIn.error?.code ?? '') || given.code !== ''
  const send = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <main className="sign-in">
      <p className="mark">
        <Drawing name="mark" />
        {product}
      </p>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <form onSubmit={send}>
        <div className="f">
          <label htmlFor="login">{t('login')}</label>
          <input
            id="login"
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={given.login}
            onChange={(event) => setGiven({ ...given, login: event.target.value })}
          />
        </div>
        <Password value={given.password} onChange={(password) => setGiven({ ...given, password })} />
        {asksCode ? <Code value={given.code} onChange={(code) => setGiven({ ...given, code })} /> : null}
        {signIn.error?.code === 'account.codeNeeded' ? null : <ProblemNote problem={signIn.error} />}
        <Button type="submit" look="primary" block busy={signIn.isPending} busyLabel={t('sending')}>
          {t('send')}
        </Button>
      </form>
      <p className="s q">{t('help')}</p>
      <OtherLang />
    </main>
  )
}

type ValueProps = { readonly value: string; readonly onChange: (value: string) => void }

function Password({ value, onChange }: ValueProps) {
  const t = useWords(signInWords)
  const [shown, setShown] = useState(false)
  return (
    <div className="f">
      <label htmlFor="password">{t('password')}</label>
      <div className="with-eye">
        <input
          id="password"
          required
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className="btn" aria-pressed={shown} onClick={() => setShown(!shown)}>
          <Icon name="eye" />
          {t(shown ? 'hide' : 'show')}
        </button>
      </div>
    </div>
  )
}

/** Takes the place of the keyboard's focus as soon as it is asked for. */
function Code({ value, onChange }: ValueProps) {
  const t = useWords(signInWords)
  return (
    <div className="f">
      <label htmlFor="code">{t('code')}</label>
      <p className="help" id="code-help">
        {t('codeHelp')}
      </p>
      <input
        id="code"
        required
        // biome-ignore lint/a11y/noAutofocus: the person has just been told to enter it, and nothing else is left to do
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        aria-describedby="code-help"
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
    </div>
  )
}

function OtherLang() {
  const t = useWords(signInWords)
  const lang = useLang()
  return (
    <button
      type="button"
      className="btn plain"
      lang={lang === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => showLang(lang === 'zh' ? 'en' : 'zh', true)}
    >
      {t('otherLang')}
    </button>
  )
}
