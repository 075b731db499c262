// What is late now: the longest first, each with one press to urge; the rest is one link away.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { timeLeft } from '#web/parts/when.ts'
import type { Said } from '../dispatch/SayDialog.tsx'
import { superviseWords } from '../dispatch/supervise-words.ts'
import { WATCHED } from '../dispatch/watched.ts'
import { figureWords } from './words.ts'

export function LateNow({ onSay }: { readonly onSay: (said: Said) => void }) {
  const t = useWords(figureWords)
  const why = useWords(superviseWords)
  const lang = useLang()
  const now = useNow()
  const counts = useAnswer('matter.counts', {}, { keep: true })
  const { data } = useAnswer('matter.list', { view: 'overdue', sort: 'due', limit: 5 }, { keep: true })
  return (
    <section className="late-now" aria-label={t('watch')}>
      <h2>{t('watch')}</h2>
      <nav className="saved" aria-label={t('watch')}>
        {WATCHED.map((view) => (
          <Link key={view} to="/desk/supervise" search={view === 'overdue' ? {} : { view }}>
            {why(`view.${view}`)}
            <b>{counts.data ? counts.data[view] : '\u2007'}</b>
          </Link>
        ))}
      </nav>
      {data?.matters.length === 0 ? <p className="q">{t('overdueNone')}</p> : null}
      {data && data.matters.length > 0 ? (
        <>
          <p className="s q">{t('overdue')}</p>
          <ul>
            {data.matters.map((row) => (
              <li key={row.id}>
                <Link to="/desk/matters/$id" params={{ id: row.id }} title={row.title}>
                  {row.title}
                </Link>
                <span className="late-line">
                  <Mark shape="triangle" tone="late">
                    {row.dueAt ? timeLeft(row.dueAt, now, lang) : ''}
                  </Mark>
                  <span className="s q">{row.urged > 0 ? t('urged', { count: row.urged }) : row.agencyName}</span>
                  {row.can.includes('urge') ? (
                    <button
                      type="button"
                      className="tool"
                      aria-label={t('urgeOf', { title: row.title })}
                      onClick={() => onSay({ what: 'urge', row })}
                    >
                      {t('urge')}
                    </button>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/desk/supervise" search={{}}>
              {t('allOverdue', { count: counts.data?.overdue ?? data.total })}
            </Link>
          </p>
        </>
      ) : null}
    </section>
  )
}
