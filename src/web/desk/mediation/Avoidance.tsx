// What the mediators of a file have said of themselves, and who was asked to step out: both sides may read it.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

export function Avoidance({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const { data } = useAnswer('mediation.tieKinds', {})
  const tie = (code: string) => {
    const kind = data?.kinds.find((one) => one.code === code)
    return kind ? pick(kind.zh, kind.en, lang) : code
  }
  const ties = (codes: readonly string[]) => codes.map(tie).join(lang === 'zh' ? '、' : ', ')
  const day = (on: string) => dateWords(dayOf(on), now, lang)
  const silent = file.state === 'accepted' || file.state === 'mediating' ? file.undisclosed : []
  if (file.disclosures.length + file.avoidances.length + silent.length === 0) return null
  return (
    <section className="avoidance">
      <h2>{t('avoidance')}</h2>
      <ul className="lines">
        {silent.map((name) => (
          <li key={name}>{t('notYetSaid', { name })}</li>
        ))}
        {file.disclosures.map((one) => (
          <li key={one.id}>
            {one.ties.length === 0
              ? t('saidNone', { name: one.mediatorName })
              : t('saidTied', { name: one.mediatorName, ties: ties(one.ties.map(({ kind }) => kind)) })}
            {one.toldOn ? ` ${t('partiesTold', { day: day(one.toldOn) })}` : ''}
            {one.words ? <p>{one.words}</p> : null}
          </li>
        ))}
        {file.avoidances.map((one) => (
          <li key={one.id}>
            {t('askedOut', { name: one.mediatorName, day: day(one.askedOn) })}{' '}
            {one.state === 'asked'
              ? t('decideBy', { day: day(one.dueOn) })
              : t(one.state === 'granted' ? 'outGranted' : 'outRefused', { by: one.decidedBy })}
            <p>{one.words}</p>
            {one.decision ? <p>{one.decision}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
