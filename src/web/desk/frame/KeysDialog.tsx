// The list of keys, behind `?`.
import { useWords } from '#web/lang.ts'
import { Dialog } from './Dialog.tsx'
import { frameWords } from './words.ts'

const KEYS: readonly (readonly [readonly string[], keyof typeof frameWords])[] = [
  [['j', 'k'], 'keyNext'],
  [['Enter'], 'keyOpen'],
  [['a'], 'keyAct'],
  [['/'], 'keyFind'],
  [['?'], 'keyHelp'],
  [['Esc'], 'keyClose'],
]

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(frameWords)
  return (
    <Dialog label={t('keysTitle')} onClose={onClose}>
      <h2>{t('keysTitle')}</h2>
      <dl className="key-list">
        {KEYS.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="btn">
          {t('close')}
        </button>
      </form>
    </Dialog>
  )
}
