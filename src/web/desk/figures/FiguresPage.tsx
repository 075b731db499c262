// Figures of what came and how it went. Every one says what it counts; no person is counted, no place is ranked.
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { Drawn } from './Drawn.tsx'
import { FigureTables } from './FigureTables.tsx'
import { Period } from './Period.tsx'
import { daysOf } from './period.ts'
import { share } from './share.ts'
import { figureWords } from './words.ts'
import './figures.css'

export type Figures = Output<'matter.figures'>

export function FiguresPage() {
  const t = useWords(figureWords)
  const search = useSearch({ from: '/frame/desk/figures' })
  const now = useNow()
  const [tables, setTables] = useState(false)
  const asked = { ...daysOf(search, now), ...(search.area ? { areaId: search.area } : {}) }
  const { data, error, refetch } = useAnswer('matter.figures', asked, { keep: true, staleMs: 60_000 })
  useTitle(t('title'))
  return (
    <main className="figures">
      <section className="sum sheet">
        <h1 className="vh">{t('title')}</h1>
        <div className="sum-head">
          <div>
            <Period search={search} />
          </div>
          <Button aria-pressed={tables} onPress={() => setTables(!tables)}>
            {t(tables ? 'plots' : 'table')}
          </Button>
        </div>
        {data ? <Sum figures={data} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={6} />}
      </section>
      {data && data.total.received === 0 ? (
        <section className="sheet">
          <Empty title={t('none')}>{t('noneText')}</Empty>
        </section>
      ) : null}
      {data && data.total.received > 0 ? tables ? <FigureTables figures={data} /> : <Drawn figures={data} /> : null}
    </main>
  )
}

/** “报来 350 件，办结 343 件，占 98 %。” and what that means. */
export function SumLine({ figures: { total } }: { readonly figures: Pick<Figures, 'total'> }) {
  const t = useWords(figureWords)
  const { received, finished } = total
  const part = share(finished, received)
  return (
    <>
      {t('sum', { received, finished })}
      {part ? t('sumShare', { share: part }) : null}
      {received > finished ? t('sumOpen', { count: received - finished }) : t('sumAll')}
    </>
  )
}

function Sum({ figures }: { readonly figures: Figures }) {
  const t = useWords(figureWords)
  const lang = useLang()
  return (
    <>
      <h2 className="l" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        <SumLine figures={figures} />
      </h2>
      <p className="q">{t('sumDefinition')}</p>
    </>
  )
}
