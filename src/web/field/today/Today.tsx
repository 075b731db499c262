// 今天: what to do first, then what has time, what waits for others, and how much is done.
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { dayLine } from '#web/parts/when.ts'
import { useMay, useMe } from '#web/session.ts'
import { BonesCards } from '../Bones.tsx'
import { Go } from '../Go.tsx'
import { useTitle } from '../use-title.ts'
import { fieldWords } from '../words.ts'
import { useArriving } from './arriving.ts'
import { FirstCard } from './FirstCard.tsx'
import { comesFirst } from './order.ts'
import { Sessions } from './Sessions.tsx'
import { ThenRow } from './ThenRow.tsx'
import { Visits } from './Visits.tsx'
import { Waiting } from './Waiting.tsx'
import { todayWords } from './words.ts'

export type Row = Output<'matter.list'>['matters'][number]

const MOST = 50

export function Today() {
  const t = useWords(todayWords)
  useTitle(useWords(fieldWords)('today'))
  useLive('matter')
  const mine = useAnswer('matter.list', { view: 'mine', limit: MOST })
  const counts = useAnswer('matter.counts', {})
  const may = useMay()
  const now = useNow()
  const { shown, waiting, fresh, settling, letIn } = useArriving(mine.data?.matters)
  const first = shown.filter((row) => comesFirst(row, now))
  const then = shown.filter((row) => !comesFirst(row, now))
  return (
    <main className={settling ? 'today settling' : 'today'}>
      <Heading first={first.length} then={then.length} read={mine.data !== undefined} />
      <Quick />
      {waiting > 0 ? <Arrived count={waiting} onLetIn={letIn} /> : null}
      {mine.isPending ? <BonesCards /> : null}
      {mine.error && !mine.data ? (
        <PageProblem
          problem={mine.error}
          onAgain={() => void mine.refetch()}
          back={mine.error.isMissing ? <ToDesk /> : null}
        />
      ) : null}
      {first.map((row, at) => (
        <FirstCard key={row.id} row={row} primary={at === 0} fresh={fresh.has(row.id)} />
      ))}
      {then.length > 0 ? <Then rows={then} fresh={fresh} /> : null}
      {mine.data && shown.length === 0 && may('matter.record') ? <NothingMine /> : null}
      {mine.data ? <Sessions /> : null}
      {mine.data ? <Visits /> : null}
      {mine.data ? <Waiting /> : null}
      {mine.data && counts.data ? (
        <p className="s q">
          {counts.data.doneToday > 0 ? t('doneToday', { count: counts.data.doneToday }) : t('doneNone')}
        </p>
      ) : null}
    </main>
  )
}

function Heading({ first, then, read }: { readonly first: number; readonly then: number; readonly read: boolean }) {
  const t = useWords(todayWords)
  const today = useWords(fieldWords)('today')
  const lang = useLang()
  const now = useNow()
  const me = useMe().data
  const post = me?.posts.find(({ role, standsIn }) => role === 'grid_worker' && !standsIn) ?? me?.posts[0]
  const says = !read
    ? today
    : first === 1
      ? t('firstOne')
      : first > 1
        ? t('first', { count: first })
        : t(then > 0 ? 'noneUrgent' : 'nothing')
  return (
    <header>
      <h1>{says}</h1>
      <p>
        <span className="nw">{dayLine(now, now, lang)}</span>
        {me ? <span className="nw">{[post?.areaName, me.name].filter(Boolean).join(' ')}</span> : null}
      </p>
    </header>
  )
}

/** What a worker does many times a day: one tap from home. */
function Quick() {
  const t = useWords(todayWords)
  const may = useMay()
  return (
    <nav className="pair quick" aria-label={t('quick')}>
      {may('matter.record') ? (
        <Go to="/spot" className="btn">
          <Icon name="check" />
          {t('quickSpot')}
        </Go>
      ) : null}
      {may('matter.report') ? (
        <Go to="/hear" className="btn">
          <Icon name="chat" />
          {t('quickHear')}
        </Go>
      ) : null}
      {may('mediation.recordOnSpot') ? (
        <Go to="/settle" className="btn">
          <Icon name="people" />
          {t('quickSettle')}
        </Go>
      ) : null}
    </nav>
  )
}

/** The soft line over an open list: new ones wait above until somebody wants to see them. */
function Arrived({ count, onLetIn }: { readonly count: number; readonly onLetIn: () => void }) {
  const t = useWords(todayWords)
  const show = () => {
    onLetIn()
    scrollTo(0, 0)
  }
  return (
    <div className="arrived-line" role="status">
      <button type="button" onClick={show}>
        {t('arrived', { count })}
      </button>
    </div>
  )
}

/** Whoever works no grid has his pages at the desk. */
function ToDesk() {
  const t = useWords(todayWords)
  return (
    <a className="btn" href="/desk">
      {t('toDesk')}
    </a>
  )
}

function Then({ rows, fresh }: { readonly rows: readonly Row[]; readonly fresh: ReadonlySet<string> }) {
  const t = useWords(todayWords)
  return (
    <section>
      <h2>
        {t('afterwards')}
        <span>{t('thenNote', { count: rows.length })}</span>
      </h2>
      <div className="sheet">
        {rows.map((row) => (
          <ThenRow key={row.id} row={row} fresh={fresh.has(row.id)} />
        ))}
      </div>
    </section>
  )
}

function NothingMine() {
  const t = useWords(todayWords)
  return (
    <div className="sheet empty">
      <Empty
        title={t('emptyTitle')}
        act={
          <Go to="/report" className="btn">
            {t('emptyAct')}
          </Go>
        }
      >
        {t('emptyText')}
      </Empty>
    </div>
  )
}
