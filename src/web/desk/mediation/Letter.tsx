// The letter a dispute came with, and by when whoever sent it is to be told.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf, daysTo } from '#web/parts/day-of.ts'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { bodyWords } from './choice-words.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

export function Letter({ file: { letter, referredBy } }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  if (!letter || !referredBy) return null
  const said = (day: string) => dateWords(dayOf(day), now, lang)
  const by = bodyWords[referredBy][lang]
  const { no, on, replyBy, repliedOn, reply } = letter
  const late = replyBy !== null && daysTo(replyBy, now) < 0
  return (
    <section className="told">
      <h2>{t('letter')}</h2>
      <div>
        <p>{no && on ? t('letterFrom', { by, no, on: said(on) }) : t('letterNone', { by })}</p>
        {repliedOn ? (
          <p>
            <Mark shape="tick" tone="done">
              {t('replied', { day: said(repliedOn), words: reply })}
            </Mark>
          </p>
        ) : replyBy ? (
          <p>
            <Mark shape={late ? 'triangle' : 'ring'} tone={late ? 'late' : undefined}>
              {t(late ? 'replyLate' : 'replyBy', { day: said(replyBy) })}
            </Mark>
          </p>
        ) : null}
      </div>
    </section>
  )
}
