// Where this person is signed in.
import { useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { meWords } from './words.ts'

export function Sessions() {
  const t = useWords(meWords)
  const lang = useLang()
  const now = useNow()
  const { data, error } = useAnswer('account.tokens', {})
  const end = useCommand('account.endToken', { onDone: () => tell(t('ended')) })
  const sessions = data?.tokens.filter(({ kind }) => kind === 'web') ?? []
  return (
    <section className="part">
      <h2>{t('sessions')}</h2>
      <div>
        <p className="s q">{t('sessionsHelp')}</p>
        <ProblemNote problem={error ?? end.error} />
        {data || error ? null : <SkeletonList rows={2} />}
        <table className="t">
          <thead>
            <tr>
              <th>{t('what')}</th>
              <th>{t('began')}</th>
              <th>{t('ends')}</th>
              <th>
                <span className="vh">{t('end')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, madeAt, endsAt, current }) => (
              <tr key={id}>
                <td>
                  {t('session')} {current ? <span className="st tag pine">{t('here')}</span> : null}
                </td>
                <td className="nw">{clockTime(madeAt, now, lang)}</td>
                <td className="nw">{clockTime(endsAt, now, lang)}</td>
                <td className="num">
                  {current ? null : (
                    <button type="button" className="tool" onClick={() => end.mutate({ input: { id } })}>
                      {t('end')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
