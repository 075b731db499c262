// What waits for a leader himself: rulings, late matters to be seen, those that he leads.
import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { timeLeft } from '#web/parts/when.ts'
import type { Said } from '../dispatch/SayDialog.tsx'
import { figureWords } from './words.ts'

type Row = Output<'matter.list'>['matters'][number]
type Reason = 'acknowledge' | 'rule' | 'lead' | 'other'

const reasonOf = ({ can }: Row): Reason =>
  can.includes('rule') ? 'rule' : can.includes('acknowledge') ? 'acknowledge' : can.includes('sign') ? 'lead' : 'other'

export function ForMe({ onSay }: { readonly onSay: (said: Said) => void }) {
  const t = useWords(figureWords)
  const { data, error, refetch } = useAnswer('matter.list', { view: 'mine', sort: 'due', limit: 20 }, { keep: true })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonList rows={3} />
  return (
    <section aria-label={t('forMe', { count: data.total })}>
      <h1>{data.total > 0 ? t('forMe', { count: data.total }) : t('forMeNone')}</h1>
      {data.total === 0 ? <p className="q">{t('forMeNoneText')}</p> : null}
      <ol className="for-me">
        {data.matters.map((row, at) => (
          <Waiting key={row.id} row={row} first={at === 0} onSay={onSay} />
        ))}
      </ol>
    </section>
  )
}

type WaitingProps = { readonly row: Row; readonly first: boolean; readonly onSay: (said: Said) => void }

function Waiting({ row, first, onSay }: WaitingProps) {
  const t = useWords(figureWords)
  const lang = useLang()
  const now = useNow()
  const reason = reasonOf(row)
  const late = row.dueAt !== null && Date.parse(row.dueAt) <= now.getTime()
  return (
    <li>
      {row.dueAt ? (
        <Mark shape={late ? 'triangle' : 'ring'} tone={late ? 'late' : undefined}>
          {timeLeft(row.dueAt, now, lang)}
        </Mark>
      ) : null}
      <b>{row.title}</b>
      <p>
        {t(`for.${reason}`)} <span className="q s">{row.address}</span>
      </p>
      {reason === 'acknowledge' ? (
        <div className="go">
          <Button {...(first ? { look: 'primary' as const } : {})} onPress={() => onSay({ what: 'acknowledge', row })}>
            {t('go.acknowledge')}
          </Button>
          <Link to="/desk/matters/$id" params={{ id: row.id }} className="btn plain">
            {t('go.other')}
          </Link>
        </div>
      ) : (
        <div className="go">
          <Link to="/desk/matters/$id" params={{ id: row.id }} className={first ? 'btn primary' : 'btn'}>
            {t(`go.${reason}`)}
          </Link>
        </div>
      )}
    </li>
  )
}
