// The list of keys, behind `?`.
import { useWords } from '#web/lang.ts'
import { Dialog } from './Dialog.tsx'
import { type PageKey, pageKeys } from './page-keys.ts'
import { frameWords } from './words.ts'

const KEYS: readonly (readonly [readonly string[], keyof typeof frameWords])[] = [
  [['j', 'k'], 'keyNext'],
  [['Enter'], 'keyOpen'],
  [['a'], 'keyAct'],
  [['/'], 'keyFind'],
  [['?'], 'keyHelp'],
  [['Esc'], 'keyClose'],
]

/** On a page that names its own keys these are said there. */
const OF_A_LIST: ReadonlySet<string> = new Set(['j', 'Enter', 'a'])

const List = ({ keys }: { readonly keys: readonly PageKey[] }) => (
  <dl className="key-list">
    {keys.map(([names, label]) => (
      <div key={label}>
        <dt>
          {names.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </dt>
        <dd>{label}</dd>
      </div>
    ))}
  </dl>
)

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(frameWords)
  const page = pageKeys()
  return (
    <Dialog label={t('keysTitle')} onClose={onClose}>
      {page ? (
        <>
          <h2>{page.title}</h2>
          <List keys={page.keys} />
        </>
      ) : null}
      <h2>{t(page ? 'keysEverywhere' : 'keysTitle')}</h2>
      <List
        keys={KEYS.filter(([names]) => !page || !OF_A_LIST.has(names[0]!)).map(([names, word]) => [names, t(word)])}
      />
      <form method="dialog">
        <button type="submit" className="btn">
          {t('close')}
        </button>
      </form>
    </Dialog>
  )
}
