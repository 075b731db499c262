// Decisions that have not been sent yet, with the seconds that are left to take them back.
import { useEffect, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { DELAY_MS, type Pending } from './pending.ts'
import { dispatchWords } from './words.ts'

export function PendingList({ pending }: { readonly pending: Pending }) {
  const t = useWords(dispatchWords)
  const [now, setNow] = useState(nowMs())
  const some = pending.waiting.length > 0
  useEffect(() => {
    if (!some) return
    setNow(nowMs())
    const timer = setInterval(() => setNow(nowMs()), 500)
    return () => clearInterval(timer)
  }, [some])
  return (
    <section className={some ? 'going' : 'vh'} aria-label={t('pendingTitle')}>
      {some ? (
        <>
          <div className="going-head">
            <b>{t('pendingTitle')}</b>
            <button type="button" className="tool" onClick={pending.sendNow}>
              {t('sendNow')}
            </button>
          </div>
          <ul>
            {pending.waiting.map(({ id, what, title, to, sentAt }) => (
              <li key={id}>
                <span className="going-what">{t(`pending.${what}`, { title, to })}</span>
                <span className="q nw">
                  {t('inSeconds', { count: Math.min(DELAY_MS / 1000, Math.max(0, Math.ceil((sentAt - now) / 1000))) })}
                </span>
                <button type="button" className="tool" onClick={() => pending.undo(id)}>
                  {t('takeBack')}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
