// Mediation files: the list at the left, one of them whole at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useMay, useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { DueVisits } from './DueVisits.tsx'
import { MediationRecord } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'
import './mediation.css'

type Summary = Output<'mediation.list'>['mediations'][number]
const VIEWS = ['mine', 'open', 'closed'] as const
type View = (typeof VIEWS)[number]

export function MediationsPage() {
  const t = useWords(mediationWords)
  const may = useMay()
  const { id } = useParams({ from: '/frame/desk/mediations/{-$id}' })
  const home = useMe().data?.posts[0]?.areaId
  const listing = may('mediation.list')
  const [view, setView] = useState<View>()
  const shown = view ?? (listing ? 'open' : 'mine')
  useLive('mediation')
  useTitle(t('title'))
  const mine = useAnswer('mediation.mine', {}, { keep: true, enabled: shown === 'mine' })
  const asked = { areaId: home ?? '', show: shown === 'closed' ? ('closed' as const) : ('open' as const) }
  const area = useAnswer('mediation.list', asked, { keep: true, enabled: shown !== 'mine' && home !== undefined })
  const { data, error, refetch } = shown === 'mine' ? mine : area
  const rows = data?.mediations
  const chosen = id ?? rows?.[0]?.id
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <h1 className="vh">{t('title')}</h1>
        {listing ? (
          <fieldset className="mediation-views">
            <legend className="vh">{t('show')}</legend>
            {VIEWS.map((one) => (
              <label key={one}>
                <input type="radio" name="view" checked={one === shown} onChange={() => setView(one)} />
                {t(one)}
              </label>
            ))}
          </fieldset>
        ) : null}
        {may('mediation.apply') ? (
          <p className="mediation-new">
            <Link to="/desk/dispute" className="btn">
              {t('register')}
            </Link>
          </p>
        ) : null}
        {shown === 'mine' ? <DueVisits /> : null}
        {rows ? <List rows={rows} chosen={chosen} more={shown !== 'mine' && (area.data?.more ?? false)} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={9} />}
      </section>
      <article className="rec sheet mediation-file">
        {chosen ? <MediationRecord key={chosen} id={chosen} /> : null}
        {!chosen && rows ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {chosen || data || error ? null : <SkeletonText lines={12} />}
      </article>
    </main>
  )
}

type ListProps = { readonly rows: readonly Summary[]; readonly chosen: string | undefined; readonly more: boolean }

function List({ rows, chosen, more }: ListProps) {
  const t = useWords(mediationWords)
  return (
    <>
      <ul className="q-list">
        {rows.map((row) => (
          <li key={row.id} className={row.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/mediations/{-$id}"
              params={{ id: row.id }}
              resetScroll={false}
              aria-current={row.id === chosen ? 'true' : undefined}
            >
              <Row row={row} />
            </Link>
          </li>
        ))}
      </ul>
      {more ? <p className="s q q-foot">{t('more')}</p> : null}
    </>
  )
}

function Row({ row }: { readonly row: Summary }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const due = row.dueOn ? dayOf(row.dueOn) : undefined
  const late = due !== undefined && due.getTime() + 86_400_000 <= now.getTime()
  return (
    <>
      <b>{row.title || row.no}</b>
      <span className="sub">
        {pick(row.kindZh, row.kindEn, lang)} · {mediationLife.states[row.state][lang]} · {row.leadName || t('nobody')}
      </span>
      {due ? (
        <Mark shape={late ? 'triangle' : 'ring'} tone={late ? 'late' : undefined}>
          {t(late ? 'overdue' : 'due', { day: dateWords(due, now, lang) })}
        </Mark>
      ) : null}
    </>
  )
}
