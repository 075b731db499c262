// 矛盾纠纷排查: sweeps of an area with what they found, counted from the files; and what a month kept from coming to it.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { CloseSweepForm } from './CloseSweepForm.tsx'
import { PlanSweepForm } from './PlanSweepForm.tsx'
import { PreventedCounts } from './PreventedCounts.tsx'
import { PreventedForm } from './PreventedForm.tsx'
import { sweepWords } from './sweep-words.ts'
import '../figures/figures.css'
import './study.css'

type Sweep = Output<'study.sweeps'>['sweeps'][number]

export function SweepsPage() {
  const t = useWords(sweepWords)
  const areaId = useMe().data?.posts[0]?.areaId
  const asked = { areaId: areaId ?? '' }
  const { data, error, refetch } = useAnswer('study.sweeps', asked, { keep: true, enabled: areaId !== undefined })
  useLive('study')
  useTitle(t('title'))
  return (
    <main className="figures">
      <section className="sheet">
        <h1>{t('title')}</h1>
        <p className="s q">{t('lead')}</p>
        {data && areaId ? <Acts areaId={areaId} can={data.can} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={8} />}
        {data?.sweeps.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        <ul className="measures">
          {data?.sweeps.map((one) => (
            <Line key={one.id} sweep={one} />
          ))}
        </ul>
      </section>
      {data ? <PreventedCounts entered={data.prevented} /> : null}
    </main>
  )
}

function Acts({ areaId, can }: { readonly areaId: string; readonly can: readonly string[] }) {
  const t = useWords(sweepWords)
  const [form, setForm] = useState<'plan' | 'prevented'>()
  const close = () => setForm(undefined)
  if (form === 'plan') return <PlanSweepForm areaId={areaId} onClose={close} />
  if (form === 'prevented') return <PreventedForm areaId={areaId} onClose={close} />
  return (
    <p className="study-acts">
      {can.includes('planSweep') ? <Button onPress={() => setForm('plan')}>{t('plan')}</Button> : null}
      {can.includes('notePrevented') ? (
        <Button look="plain" onPress={() => setForm('prevented')}>
          {t('prevented')}
        </Button>
      ) : null}
    </p>
  )
}

function Line({ sweep }: { readonly sweep: Sweep }) {
  const t = useWords(sweepWords)
  const lang = useLang()
  const [closing, setClosing] = useState(false)
  const { found, settled, handedOn, open } = sweep
  const rest = found - settled - handedOn - open
  return (
    <li>
      <p>
        <b>{sweep.title}</b>{' '}
        <span className="s q">
          {pick(sweep.areaName, sweep.areaNameEn, lang)} · {t(`field.${sweep.field}`)} · {sweep.from} – {sweep.to}
        </span>
      </p>
      <Finds found={found} settled={settled} handedOn={handedOn} open={open} />
      <p>
        {t('found', { found, settled, handedOn, open })}
        {rest > 0 ? t('rest', { rest }) : ''}
        {t('stop')}
      </p>
      {sweep.closed ? (
        <p className="s">{t('closed', { visited: sweep.visited ?? 0, prevented: sweep.prevented ?? 0 })}</p>
      ) : null}
      {sweep.units.length ? <p className="s q">{sweep.units.join(lang === 'zh' ? '、' : ', ')}</p> : null}
      {sweep.can.includes('closeSweep') && !closing ? (
        <Button onPress={() => setClosing(true)}>{t('close')}</Button>
      ) : null}
      {closing ? <CloseSweepForm sweep={sweep} onClose={() => setClosing(false)} /> : null}
    </li>
  )
}

type FindsProps = { readonly found: number; readonly settled: number; readonly handedOn: number; readonly open: number }

/** What became of the finds, drawn from zero; the sentence below says the same. */
function Finds({ found, settled, handedOn, open }: FindsProps) {
  if (found === 0) return null
  const width = (n: number) => ({ width: `${(n / found) * 100}%` })
  return (
    <div className="finds" aria-hidden="true">
      <i className="settled" style={width(settled)} />
      <i className="handed" style={width(handedOn)} />
      <i className="open" style={width(open)} />
    </div>
  )
}
