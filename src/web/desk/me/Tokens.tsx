// Tokens for programs that act for this person.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { meWords } from './words.ts'

export function Tokens() {
  const t = useWords(meWords)
  const lang = useLang()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const { data } = useAnswer('account.tokens', {})
  const end = useCommand('account.endToken', { onDone: () => tell(t('voided')) })
  const tokens = data?.tokens.filter(({ kind }) => kind === 'token') ?? []
  return (
    <section className="part">
      <h2>{t('tokens')}</h2>
      <div>
        <p className="s q">{t('tokensHelp')}</p>
        <ProblemNote problem={end.error} />
        {data && tokens.length === 0 ? <p>{t('noTokens')}</p> : null}
        <ul className="tokens">
          {tokens.map(({ id, name, endsAt }) => (
            <li key={id}>
              <span>{name}</span>
              <span className="s q nw">{t('until', { when: clockTime(endsAt, now, lang) })}</span>
              <button type="button" className="tool" onClick={() => end.mutate({ input: { id } })}>
                {t('void')}
              </button>
            </li>
          ))}
        </ul>
        {open ? <NewToken onClose={() => setOpen(false)} /> : <Button onPress={() => setOpen(true)}>{t('add')}</Button>}
      </div>
    </section>
  )
}

function NewToken({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(meWords)
  const add = useCommand('account.addToken')
  if (add.data)
    return (
      <div className="form" role="status">
        <p>
          <b>{t('shownOnce')}</b>
        </p>
        <input
          className="in"
          readOnly
          value={add.data.token}
          aria-label={t('tokens')}
          onFocus={(event) => event.target.select()}
        />
        <div className="acts">
          <Button onPress={onClose}>{t('done')}</Button>
        </div>
      </div>
    )
  return (
    <Form
      label={t('add')}
      send={t('saveToken')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onClose}
      onSend={(value) => add.mutate({ input: { name: value('name'), days: Number(value('days')) } })}
    >
      <div className="row2">
        <LineField name="name" label={t('name')} required maxLength={60} />
        <LineField
          name="days"
          label={t('days')}
          help={t('daysHelp')}
          type="number"
          min={1}
          max={365}
          defaultValue={30}
          required
        />
      </div>
    </Form>
  )
}
