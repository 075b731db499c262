// For what can hurt somebody: the number to call before anything else.
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { matterWords } from './words.ts'

type EmergencyProps = {
  readonly number: string
  /** The district's own sentence; ours when it has none. */
  readonly says?: string
}

export function Emergency({ number, says }: EmergencyProps) {
  const t = useWords(matterWords)
  return (
    <div className="note late emergency">
      <Icon name="warn" />
      <span>{says ?? t('emergency', { number })}</span>
      <a className="btn danger" href={`tel:${number}`}>
        {t('dial', { number })}
      </a>
    </div>
  )
}
