// For the privacy officer and those who lead: looks unlike a day's work, and how many a day may hold. It speaks of looks, not of people's worth.
import { useState } from 'react'
import { roleWords } from '#modules/account/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { Attempts } from './Attempts.tsx'
import { LimitForm } from './LimitForm.tsx'
import { lookWords } from './words.ts'
import './looks.css'

type Looks = Output<'register.looks'>
type Limit = Looks['limits'][number]

function Unusual({ looks }: { readonly looks: Looks['looks'] }) {
  const t = useWords(lookWords)
  const role = useWords(roleWords)
  const lang = useLang()
  if (looks.length === 0) return <Empty title={t('nothing')}>{t('nothingText')}</Empty>
  return (
    <table className="t">
      <thead>
        <tr>
          <th>{t('who')}</th>
          <th>{t('why')}</th>
          <th>{t('days')}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map((one) => (
          <tr key={one.accountId}>
            <td>
              {one.name}
              <span className="s q sub-line">
                {pick(one.office, one.officeEn, lang)} {role(one.role as keyof typeof roleWords)}
              </span>
            </td>
            <td>
              {one.reasons.map((reason) => (
                <div key={reason}>{t(`reason.${reason}`)}</div>
              ))}
            </td>
            <td>
              {one.days.map(({ day, households, purposes }) => (
                <div key={day}>{t('day', { day, households, purposes })}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type LimitsProps = { readonly limits: readonly Limit[]; readonly may: boolean; readonly onOpen: (limit: Limit) => void }

function Limits({ limits, may, onOpen }: LimitsProps) {
  const t = useWords(lookWords)
  const role = useWords(roleWords)
  const kinds = ['households', 'numbers', 'files'] as const
  const roles = [...new Set(limits.map((limit) => limit.role))]
  return (
    <section className="day-limits">
      <h2 className="l">{t('limits')}</h2>
      <p className="q">{t('limitsLead')}</p>
      <table className="t">
        <thead>
          <tr>
            <th>{t('role')}</th>
            {kinds.map((kind) => (
              <th key={kind} className="num">
                {t(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((one) => (
            <tr key={one}>
              <td>{role(one)}</td>
              {kinds.map((kind) => {
                const limit = limits.find((it) => it.role === one && it.kind === kind)
                if (!limit)
                  return (
                    <td key={kind} className="num q">
                      —
                    </td>
                  )
                return (
                  <td key={kind} className="num">
                    {limit.most}{' '}
                    {may ? (
                      <button
                        type="button"
                        className="tool"
                        aria-label={`${t('edit')} ${role(one)} ${t(limit.kind)}`}
                        onClick={() => onOpen(limit)}
                      >
                        {t('edit')}
                      </button>
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function LooksPage() {
  const t = useWords(lookWords)
  const [open, setOpen] = useState<Limit>()
  const { data, error, refetch } = useAnswer('register.looks', {})
  useTitle(t('title'))
  const close = () => setOpen(undefined)
  return (
    <main className="wide">
      <article className="sheet">
        <h1>{t('title')}</h1>
        {data ? (
          <>
            <p className="q">{t('lead', data)}</p>
            <Unusual looks={data.looks} />
            <Attempts />
            <Limits limits={data.limits} may={data.can.includes('setLimit')} onOpen={setOpen} />
          </>
        ) : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={6} />}
      </article>
      {open ? (
        <aside className="side-panel sheet">
          <LimitForm key={`${open.role} ${open.kind}`} limit={open} onDone={close} onCancel={close} />
        </aside>
      ) : null}
    </main>
  )
}
