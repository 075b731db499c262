// The study of disputes: what came, where, and what rises against its season. Times and places, never people.
import { Link, useSearch } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Period } from '../figures/Period.tsx'
import { daysOf } from '../figures/period.ts'
import { share } from '../figures/share.ts'
import { useTitle } from '../frame/use-title.ts'
import { Drawn } from './Drawn.tsx'
import { Signs } from './Signs.tsx'
import { studyWords } from './words.ts'
import '../figures/figures.css'
import './study.css'

export type Study = Output<'study.figures'>

export function StudyPage() {
  const t = useWords(studyWords)
  const lang = useLang()
  const search = useSearch({ from: '/frame/desk/study' })
  const now = useNow()
  const asked = { ...daysOf(search, now), ...(search.area ? { areaId: search.area } : {}) }
  const { data, error, refetch } = useAnswer('study.figures', asked, { keep: true, staleMs: 60_000 })
  useTitle(t('title'))
  return (
    <main className="figures">
      <section className="sum sheet">
        <h1 className="vh">{t('title')}</h1>
        <div className="sum-head">
          <div>
            {data?.joined ? (
              <WholeYear study={data} />
            ) : (
              <Period search={search} at="/desk/study" sentence={t('sentence')} />
            )}
          </div>
          {data && !data.joined ? (
            <span className="study-links">
              <Link className="s" to="/desk/study/meetings">
                {t('meetings')}
              </Link>
              <Link className="s" to="/desk/study/sweeps">
                {t('sweeps')}
              </Link>
              <a className="s" href={`/api/study.form?${new URLSearchParams({ ...asked, lang })}`} download>
                {t('form')}
              </a>
            </span>
          ) : null}
        </div>
        {data ? <Sum study={data} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={6} />}
      </section>
      {data && data.total.taken === 0 ? (
        <section className="sheet">
          <Empty title={t('none')}>{t('noneText')}</Empty>
        </section>
      ) : null}
      {data && !data.joined ? <Signs signs={data.signs} /> : null}
      {data && data.total.taken !== 0 ? <Drawn study={data} /> : null}
    </main>
  )
}

/** Joined figures are of a calendar year, whatever was asked for. */
function WholeYear({ study: { areaName, areaNameEn, from } }: { readonly study: Study }) {
  const t = useWords(studyWords)
  const lang = useLang()
  return (
    <p className="sentence">{t('wholeYear', { area: pick(areaName, areaNameEn, lang), year: from.slice(0, 4) })}</p>
  )
}

/** “受理 120 件，调解成功 103 件，成功率 85.8 %。” and how that is counted. */
function Sum({ study: { total, joined, areaName, areaNameEn } }: { readonly study: Study }) {
  const t = useWords(studyWords)
  const lang = useLang()
  const { taken, settled, open } = total
  const part = settled !== null && taken !== null ? share(settled, taken) : undefined
  return (
    <>
      <h2 className="l" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        {settled === null
          ? t('sumTaken', { taken: taken ?? t('few') })
          : t('sum', { taken: taken ?? t('few'), settled })}
        {part ? t('sumRate', { share: part }) : null}
        {open ? t('sumOpen', { count: open }) : t('sumAll')}
      </h2>
      <p className="q">{t('definition')}</p>
      {joined ? <p className="s">{t('joined', { area: pick(areaName, areaNameEn, lang) })}</p> : null}
    </>
  )
}
