// For kinds that can hurt somebody: the number to call before anything else.
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { matterWords } from './words.ts'

export function Emergency({ number }: { readonly number: string }) {
  const t = useWords(matterWords)
  return (
    <div className="note late emergency">
      <Icon name="warn" />
      <span>{t('emergency', { number })}</span>
      <a className="btn danger" href={`tel:${number}`}>
        {t('dial', { number })}
      </a>
    </div>
  )
}
