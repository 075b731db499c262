// Sweeps of an area with what they found, counted from the files.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { meetingWords } from './meeting-words.ts'

export function Sweeps({ areaId }: { readonly areaId: string }) {
  const t = useWords(meetingWords)
  const lang = useLang()
  const { data } = useAnswer('study.sweeps', { areaId }, { keep: true })
  if (!data || data.sweeps.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('sweeps')}</h2>
      <p className="s q">{t('sweepsText')}</p>
      <ul className="measures">
        {data.sweeps.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.title}</b>{' '}
              <span className="s q">
                {pick(one.areaName, one.areaNameEn, lang)} · {t(`field.${one.field}`)} · {one.from} – {one.to}
              </span>
            </p>
            <p>{t('found', { found: one.found, settled: one.settled, handedOn: one.handedOn, open: one.open })}</p>
            {one.closed ? (
              <p className="s">{t('closed', { visited: one.visited ?? 0, prevented: one.prevented ?? 0 })}</p>
            ) : null}
            {one.units.length ? <p className="s q">{one.units.join(lang === 'zh' ? '、' : ', ')}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
