// A reminder of the keys under the list.
import { useWords } from '#web/lang.ts'
import { queueWords } from './words.ts'

export function QueueKeys() {
  const t = useWords(queueWords)
  return (
    <div className="keys" aria-hidden="true">
      <span>
        <kbd>j</kbd> <kbd>k</kbd> {t('keyUpDown')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('keyOpen')}
      </span>
      <span>
        <kbd>f</kbd> {t('keyFind')}
      </span>
      <span>
        <kbd>?</kbd> {t('keyAll')}
      </span>
    </div>
  )
}
