// A new token: what for, what it may ask of each module, until when; then the token itself, once.
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { byModule, moduleName, type Scope } from './scopes.ts'
import { meWords } from './words.ts'

type Props = { readonly offered: readonly Scope[]; readonly onClose: () => void }

export function TokenForm({ offered, onClose }: Props) {
  const t = useWords(meWords)
  const add = useCommand('account.addToken')
  if (add.data) return <Shown token={add.data.token} onClose={onClose} />
  const chosen = (value: (name: string) => string) => offered.filter((scope) => value(scope) === 'on')
  return (
    <Form
      label={t('add')}
      send={t('saveToken')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onClose}
      consequence={t('tokenDies')}
      onSend={(value) =>
        add.mutate({ input: { name: value('name'), days: Number(value('days')), scopes: chosen(value) } })
      }
    >
      <LineField name="name" label={t('name')} help={t('nameHelp')} required maxLength={60} />
      <Choice offered={offered} />
      <LineField
        name="days"
        label={t('days')}
        help={t('daysHelp')}
        type="number"
        min={1}
        max={365}
        defaultValue={90}
        required
      />
    </Form>
  )
}

function Choice({ offered }: { readonly offered: readonly Scope[] }) {
  const t = useWords(meWords)
  const lang = useLang()
  const box = (scope: Scope, label: string, word: string) => (
    <label className="scope-box">
      <input type="checkbox" name={scope} aria-label={`${label}: ${word}`} /> {word}
    </label>
  )
  return (
    <fieldset className="f">
      <legend>{t('scopes')}</legend>
      <span className="help">{t('scopesHelp')}</span>
      <ul className="scopes">
        {byModule(offered).map(([module, verbs]) => (
          <li key={module}>
            <span>{moduleName(module, lang)}</span>
            {verbs.includes('read') ? box(`${module}.read`, moduleName(module, lang), t('scopeRead')) : <span />}
            {verbs.includes('change') ? box(`${module}.change`, moduleName(module, lang), t('scopeChange')) : <span />}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Shown({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const t = useWords(meWords)
  return (
    <div className="form" role="status">
      <p>
        <b>{t('shownOnce')}</b>
      </p>
      <input
        className="in"
        readOnly
        value={token}
        aria-label={t('tokens')}
        onFocus={(event) => event.target.select()}
      />
      <div className="acts">
        <Button onPress={onClose}>{t('done')}</Button>
      </div>
    </div>
  )
}
