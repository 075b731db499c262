// 民情台账: many short lines a day, each entered in seconds; now and then one becomes a matter.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { type Output, usePages } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { dayLine } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { HearLine } from './HearLine.tsx'
import { LedgerLine } from './LedgerLine.tsx'
import { intakeWords } from './words.ts'
import './intake.css'

export type Heard = Output<'matter.heard'>['heard'][number]
const OUTCOMES = ['all', 'noted', 'told', 'matter'] as const
type Outcome = (typeof OUTCOMES)[number]

export function ListeningPage() {
  const t = useWords(intakeWords)
  const [outcome, setOutcome] = useState<Outcome>('all')
  const pages = usePages('matter.heard', { limit: 50, ...(outcome === 'all' ? {} : { outcome }) })
  useLive('matter')
  useTitle(t('ledger'))
  const lines = pages.data?.pages.flatMap(({ heard }) => heard)
  const may = pages.data?.pages[0]?.can.includes('hear') ?? false
  return (
    <main className="one">
      <article className="sheet page-note">
        <h1>{t('ledger')}</h1>
        <p className="q">{t('ledgerLead')}</p>
        {may ? <HearLine /> : null}
        <nav className="saved" aria-label={t('outcomes')}>
          {OUTCOMES.map((one) => (
            <button key={one} type="button" aria-pressed={one === outcome} onClick={() => setOutcome(one)}>
              {t(`outcome.${one}`)}
            </button>
          ))}
          <Today lines={lines} />
        </nav>
        {lines && lines.length > 0 ? <Days lines={lines} /> : null}
        {lines?.length === 0 ? <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty> : null}
        {!lines && pages.error ? <PageProblem problem={pages.error} onAgain={() => void pages.refetch()} /> : null}
        {lines || pages.error ? null : <SkeletonList rows={6} />}
        {pages.hasNextPage ? (
          <p className="q-foot">
            <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
              {t('more')}
            </Button>
          </p>
        ) : null}
      </article>
    </main>
  )
}

function Today({ lines }: { readonly lines: readonly Heard[] | undefined }) {
  const t = useWords(intakeWords)
  const today = localDay(useNow())
  const count = lines?.filter(({ heardOn }) => heardOn === today).length ?? 0
  return count > 0 ? <span className="q">{t('today', { count })}</span> : null
}

function Days({ lines }: { readonly lines: readonly Heard[] }) {
  const lang = useLang()
  const now = useNow()
  const days = Map.groupBy(lines, ({ heardOn }) => heardOn)
  return [...days].map(([day, list]) => (
    <section key={day}>
      <h2 className="ledger-day">{dayLine(`${day}T04:00:00Z`, now, lang)}</h2>
      <ul className="ledger-lines">
        {list.map((line) => (
          <LedgerLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  ))
}
