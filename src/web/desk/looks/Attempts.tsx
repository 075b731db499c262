// For the privacy officer: who asked for what concerns his own relatives or home. It was not opened.
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dateWords } from '#web/parts/when.ts'
import { useMe } from '#web/session.ts'
import { kinWords } from '../me/kin-words.ts'

export function Attempts() {
  const t = useWords(kinWords)
  const lang = useLang()
  const now = useNow()
  const reads = useMe().data?.posts.some(({ role }) => role === 'privacy_officer') ?? false
  const { data } = useAnswer('kin.attempts', {}, { enabled: reads })
  if (!reads || !data) return null
  return (
    <section className="room-part">
      <h2>{t('attempts')}</h2>
      {data.attempts.length === 0 ? (
        <p className="q">{t('noAttempts')}</p>
      ) : (
        <table className="t">
          <thead>
            <tr>
              <th>{t('who')}</th>
              <th>{t('what')}</th>
              <th>{t('when')}</th>
            </tr>
          </thead>
          <tbody>
            {data.attempts.map((one) => (
              <tr key={one.id}>
                <td>{one.accountName}</td>
                <td>{one.operation}</td>
                <td>{dateWords(one.at, now, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
