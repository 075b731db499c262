// The list of supervision: why each is here, how long, with whom; lateness is drawn, since it is compared.
import { Link } from '@tanstack/react-router'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { levelNames, urgencyWords } from '#web/parts/matter-words.ts'
import { Mark, type ShapeName, type Tone } from '#web/parts/State.tsx'
import { spanWords } from '#web/parts/when.ts'
import { partWords } from '#web/parts/words.ts'
import { namesOf } from '../matter/lies-with.ts'
import type { Said } from './SayDialog.tsx'
import { superviseWords } from './supervise-words.ts'
import type { Watched } from './watched.ts'

type Row = Output<'matter.list'>['matters'][number]
const MARKS: Record<Watched, { readonly shape?: ShapeName; readonly tone: Tone }> = {
  overdue: { shape: 'triangle', tone: 'late' },
  reopened: { shape: 'reopened', tone: 'need' },
  returned: { shape: 'returned', tone: 'need' },
  paused: { shape: 'pause', tone: 'held' },
  urged: { shape: 'half', tone: 'need' },
}
const SAYS = ['urge', 'mark', 'comment'] as const

/** Minutes by the clock that a matter is late, or has been paused. */
const minutesOf = (row: Row, view: Watched, now: Date): number =>
  (now.getTime() - Date.parse(view === 'paused' ? row.changedAt : (row.dueAt ?? row.changedAt))) / 60_000

const DRAWN: readonly Watched[] = ['overdue', 'paused']

function useWhy(view: Watched): (row: Row) => string {
  const t = useWords(superviseWords)
  const part = useWords(partWords)
  const lang = useLang()
  const now = useNow()
  return (row) => {
    const said = ` ${spanWords(minutesOf(row, view, now), lang)}`
    switch (view) {
      case 'overdue':
        return t('why.overdue', { span: lang === 'zh' ? said : said.trim(), what: row.clock ? part(row.clock) : '' })
      case 'paused':
        return t('why.paused', { span: lang === 'zh' ? said : said.trim() })
      case 'reopened':
        return t('why.reopened', { count: row.round })
      case 'returned':
        return t('why.returned', { count: row.returns })
      case 'urged':
        return row.urged > 0
          ? t('why.urged', { count: row.urged })
          : t('why.grade', { grade: urgencyWords[row.urgency][lang] })
    }
  }
}

type SuperviseTableProps = {
  readonly rows: readonly Row[]
  readonly view: Watched
  readonly chosen: string | undefined
  readonly onSay: (said: Said) => void
  readonly onChoose: (id: string) => void
}

export function SuperviseTable({ rows, view, chosen, onSay, onChoose }: SuperviseTableProps) {
  const t = useWords(superviseWords)
  const lang = useLang()
  const now = useNow()
  const drawn = DRAWN.includes(view)
  const most = Math.max(1, ...rows.map((row) => minutesOf(row, view, now)))
  return (
    <div className="means-scroll watch">
      <table className="t keeps-head">
        <thead>
          <tr>
            <th>{t('why')}</th>
            {drawn ? (
              <th>
                {t(view === 'paused' ? 'long.paused' : 'long.overdue')}
                <span className="vh">{t('barLabel', { span: spanWords(most, lang) })}</span>
              </th>
            ) : null}
            <th>{t('matter')}</th>
            <th>{t('who')}</th>
            <th className="num">{t('days')}</th>
            <th>
              <span className="vh">{t('say')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WatchedRow
              key={row.id}
              {...{ row, view, onSay, onChoose }}
              chosen={row.id === chosen}
              share={drawn ? Math.max(0, minutesOf(row, view, now)) / most : undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type WatchedRowProps = Omit<SuperviseTableProps, 'rows' | 'chosen'> & {
  readonly row: Row
  readonly chosen: boolean
  /** Of the longest bar. */
  readonly share: number | undefined
}

function WatchedRow({ row, view, chosen, share, onSay, onChoose }: WatchedRowProps) {
  const t = useWords(superviseWords)
  const lang = useLang()
  const now = useNow()
  const why = useWhy(view)
  const days = Math.floor((now.getTime() - Date.parse(row.reportedAt)) / 86_400_000)
  const lies = namesOf(row.liesWith, lang) || t('deskOf', { level: levelNames[row.level]?.[lang] ?? '' })
  const waits = row.returns > 1 ? t('ruling') : t('grid', { grid: lies })
  const who = row.state === 'reported' ? waits : lies
  return (
    <tr className={chosen ? 'is-on' : ''} onPointerDown={() => onChoose(row.id)}>
      <td className="nw">
        <Mark {...MARKS[view]}>{why(row)}</Mark>
      </td>
      {share === undefined ? null : (
        <td className="watch-bar" aria-hidden="true">
          <i className={view} style={{ width: `${Math.max(1.5, share * 100)}%` }} />
        </td>
      )}
      <td>
        <Link to="/desk/matters/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <span className="s q sub-line">{row.address}</span>
      </td>
      <td>{who}</td>
      <td className="num" data-unit={t('dayUnit')}>
        {days}
      </td>
      <td className="num watch-say">
        {SAYS.filter((what) => row.can.includes(what)).map((what) => (
          <button
            type="button"
            key={what}
            className="tool"
            aria-label={t(`${what}Of`, { title: row.title })}
            onClick={() => onSay({ what, row })}
          >
            {t(what)}
          </button>
        ))}
      </td>
    </tr>
  )
}
