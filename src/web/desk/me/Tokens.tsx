// Tokens for programs that act for this person: what each may do, until when, when and from where it was last used.
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime, dateWords } from '#web/parts/when.ts'
import { scopeSentence } from './scopes.ts'
import { TokenForm } from './TokenForm.tsx'
import { meWords } from './words.ts'

type Token = Output<'account.tokens'>['tokens'][number]

export function Tokens() {
  const t = useWords(meWords)
  const [open, setOpen] = useState(false)
  const { data } = useAnswer('account.tokens', {})
  const end = useCommand('account.endToken', { onDone: () => tell(t('voided')) })
  const tokens = data?.tokens.filter(({ kind }) => kind === 'token') ?? []
  return (
    <section className="part" id="tokens">
      <h2>{t('tokens')}</h2>
      <div>
        <p className="s q">
          {t('tokensHelp')} <a href="/api-docs">{t('apiPage')}</a>
        </p>
        <ProblemNote problem={end.error} />
        {data && tokens.length === 0 ? <p>{t('noTokens')}</p> : null}
        <ul className="tokens">
          {tokens.map((token) => (
            <OneToken key={token.id} token={token} onEnd={() => end.mutate({ input: { id: token.id } })} />
          ))}
        </ul>
        {open && data ? (
          <TokenForm offered={data.scopes} onClose={() => setOpen(false)} />
        ) : (
          <Button onPress={() => setOpen(true)}>{t('add')}</Button>
        )}
      </div>
    </section>
  )
}

function OneToken({ token, onEnd }: { readonly token: Token; readonly onEnd: () => void }) {
  const t = useWords(meWords)
  const lang = useLang()
  const now = useNow()
  const { name, prefix, scopes, endsAt, used } = token
  const last = used
    ? t(used.from ? 'usedFrom' : 'used', { when: dateWords(`${used.on}T00:00:00+08:00`, now, lang), from: used.from })
    : t('unused')
  return (
    <li>
      <div>
        <p>
          <b>{name}</b> <code className="s q nw">{prefix}…</code>
        </p>
        <p className="s">{scopes.length > 0 ? scopeSentence(scopes, lang) : t('noScopes')}</p>
        <p className="s q">
          {t('until', { when: clockTime(endsAt, now, lang) })} · {last}
        </p>
      </div>
      <button type="button" className="tool" aria-label={t('voidOf', { name })} onClick={onEnd}>
        {t('void')}
      </button>
    </li>
  )
}
