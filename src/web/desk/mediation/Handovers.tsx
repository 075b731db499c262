// Where the whole file went, and the receipts for it: sent by whom to whom, signed for when.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { bodyWords } from './choice-words.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

type Handover = File['handovers'][number]

export function Handovers({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  if (file.handovers.length === 0) return null
  return (
    <section className="told">
      <h2>{t('handovers')}</h2>
      <ol className="story">
        {file.handovers.toReversed().map((one) => (
          <OneHandover key={one.id} handover={one} />
        ))}
      </ol>
    </section>
  )
}

function OneHandover({ handover }: { readonly handover: Handover }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const { fromName, toName, toBody, sentAt, receivedAt, receiptNo, words } = handover
  const to = toBody ? bodyWords[toBody][lang] : toName
  return (
    <li>
      <time>{dateWords(sentAt, now, lang)}</time>
      <p>{fromName ? t('fromTo', { from: fromName, to }) : t('handedTo', { to })}</p>
      <p>{words}</p>
      <p className="who">
        {t('receipt', { no: receiptNo })}{' '}
        {toBody ? null : receivedAt ? (
          <Mark shape="tick" tone="done">
            {t('signedFor', { day: dateWords(receivedAt, now, lang) })}
          </Mark>
        ) : (
          <Mark shape="ring">{t('notSignedFor')}</Mark>
        )}
      </p>
    </li>
  )
}
