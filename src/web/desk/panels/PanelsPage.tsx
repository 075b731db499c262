// Panels of experts: those that one convened or sits on at the left, one of them whole at the right.
import { Link, useParams } from '@tanstack/react-router'
import { localInstant } from '#kernel/clock.ts'
import { panelLife } from '#modules/counsel/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { PanelRecord } from './PanelRecord.tsx'
import { panelWords } from './words.ts'
import './panels.css'

export type PanelLine = Output<'counsel.panels'>['panels'][number]

export function PanelsPage() {
  const t = useWords(panelWords)
  const { id } = useParams({ from: '/frame/desk/panels/{-$id}' })
  useLive('counsel')
  useTitle(t('title'))
  const { data, error, refetch } = useAnswer('counsel.panels', {}, { keep: true })
  const chosen = id ?? data?.panels[0]?.id
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <p className="panel-back">
          <Link to="/desk/law">{t('back')}</Link>
        </p>
        {data ? (
          <ul className="q-list">
            {data.panels.map((one) => (
              <li key={one.id} className={one.id === chosen ? 'on' : ''}>
                <PanelLink panel={one} current={one.id === chosen} />
              </li>
            ))}
          </ul>
        ) : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={5} />}
      </section>
      <article className="rec sheet panel-sheet">
        {chosen ? <PanelRecord key={chosen} id={chosen} /> : null}
        {!chosen && data ? (
          <>
            <h1 className="vh">{t('title')}</h1>
            <Empty title={t('empty')}>{t('emptyText')}</Empty>
          </>
        ) : null}
      </article>
    </main>
  )
}

type LinkProps = { readonly panel: PanelLine; readonly current?: boolean }

/** A panel in a list: the question, where it stands, and what waits for the reader. */
export function PanelLink({ panel, current = false }: LinkProps) {
  const t = useWords(panelWords)
  const lang = useLang()
  const day = dateWords(localInstant(panel.day, '12:00'), useNow(), lang)
  return (
    <Link to="/desk/panels/{-$id}" params={{ id: panel.id }} resetScroll={false} aria-current={current || undefined}>
      <b>{panel.question}</b>
      <span className="sub">
        {day} · {panelLife.states[panel.state][lang]} · {t('gave', { given: panel.given, members: panel.members })}
      </span>
      {panel.mine === 'asked' && panel.state === 'convened' ? <Mark shape="ring">{t('mineAsked')}</Mark> : null}
      {panel.late > 0 ? (
        <Mark shape="triangle" tone="late">
          {t('lateCount', { count: panel.late })}
        </Mark>
      ) : null}
    </Link>
  )
}
