// A secret that is shown once, to be handed over.
import type { ReactNode } from 'react'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { callbackWords } from './words.ts'

type SecretShownProps = { readonly secret: string; readonly children?: ReactNode; readonly onDone: () => void }

export function SecretShown({ secret, children, onDone }: SecretShownProps) {
  const t = useWords(callbackWords)
  return (
    <div className="form" role="status">
      <h2 className="l">{t('secret')}</h2>
      <p>
        <b>{t('shownOnce')}</b>
      </p>
      <p className="q">{t('secretText')}</p>
      <input
        className="in"
        readOnly
        value={secret}
        aria-label={t('secret')}
        onFocus={(event) => event.target.select()}
      />
      {children}
      <div className="acts">
        <Button onPress={onDone}>{t('done')}</Button>
      </div>
    </div>
  )
}
